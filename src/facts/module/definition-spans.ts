import type { SyntaxNode, SyntaxTree } from "../../parse/tree.ts";
import type { Span } from "../../text/span.ts";

/** One definition of a module, by offsets. */
interface Definition {
  readonly node: SyntaxNode;
  readonly isClass: boolean;
  /** The span of its body; empty where broken code has none. */
  readonly body: Span;
  /** The definition around it. */
  readonly outer: Definition | undefined;
}

/**
 * The definitions of a module by the offsets of their bodies.
 *
 * Which definition holds a node is asked for nearly every node that a rule looks at; offsets answer without a climb
 * through the tree.
 */
export class DefinitionSpans {
  private readonly tree: SyntaxTree;
  private held: readonly Definition[] | undefined;

  constructor(tree: SyntaxTree) {
    this.tree = tree;
  }

  /** The innermost definition whose body holds the span: decorators, defaults and bases are outside of it. */
  around({ start, end }: Span, kind: "function" | "class" | "any"): SyntaxNode | undefined {
    this.held ??= definitionsIn(this.tree);
    for (let at = lastBefore(this.held, start); at; at = at.outer) {
      if (kind !== "any" && at.isClass !== (kind === "class")) continue;
      if (at.body.start <= start && end <= at.body.end) return at.node;
    }
    return undefined;
  }
}

function definitionsIn(tree: SyntaxTree): readonly Definition[] {
  const nodes = [...tree.ofType("function_definition"), ...tree.ofType("class_definition")];
  nodes.sort((a, b) => a.start - b.start);
  const found: Definition[] = [];
  let outer: Definition | undefined;
  for (const node of nodes) {
    while (outer && outer.node.end <= node.start) outer = outer.outer;
    const body = node.field("body") ?? { start: node.end, end: node.start };
    const isClass = node.type === "class_definition";
    const made: Definition = { node, isClass, body: { start: body.start, end: body.end }, outer };
    found.push(made);
    outer = made;
  }
  return found;
}

/** The last definition that starts at or before an offset. */
function lastBefore(definitions: readonly Definition[], offset: number): Definition | undefined {
  let low = 0;
  let high = definitions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((definitions[middle]?.node.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return definitions[low - 1];
}
