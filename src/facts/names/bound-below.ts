import type { SyntaxNode } from "../../parse/tree.ts";
import { descendants, withoutParentheses } from "../module/syntax.ts";

/** Names and attributes that assignments below a node write to; of `self.x` only `x`. */
export function assignedIn(node: SyntaxNode): Set<string> {
  const names = new Set<string>();
  for (const below of descendants(node)) {
    if (!/^(assignment|augmented_assignment|for_statement|as_pattern_target)$/.test(below.type)) continue;
    const left = below.type === "as_pattern_target" ? below : below.field("left");
    for (const target of left ? descendants(left) : [])
      if (target.type === "identifier" && target.fieldName !== "object") names.add(target.text);
  }
  return names;
}

/**
 * Whether a statement is nothing but an assignment that writes to the name, or to an attribute of that name.
 */
export function bindsPlainly(statement: SyntaxNode, name: string): boolean {
  const inner = statement.namedChildren[0];
  if (statement.type !== "expression_statement" || inner?.type !== "assignment") return false;
  return assignedIn(statement).has(name);
}

/** The statements of a block that run one after the other, those of its `with` blocks too. */
export function* straightOn(block: SyntaxNode): Generator<SyntaxNode> {
  for (const statement of block.namedChildren) {
    const body = statement.type === "with_statement" ? statement.field("body") : null;
    if (!body) yield statement;
    else {
      const [head] = statement.namedChildren;
      if (head) yield head;
      yield* straightOn(body);
    }
  }
}

/** Every identifier below a node, attributes and keywords included. */
export function identifiersIn(node: SyntaxNode | null): ReadonlySet<string> {
  const found = node ? [...descendants(node)].filter(({ type }) => type === "identifier") : [];
  return new Set(found.map(({ text }) => text));
}

/** Whether two sets share a name. */
export function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((name) => other.has(name));
}

/** What a condition asks for at once: the parts of its `and`, without parentheses. */
export function conjunctsOf(condition: SyntaxNode | null): readonly SyntaxNode[] {
  const inner = condition && withoutParentheses(condition);
  if (!inner) return [];
  if (inner.type !== "boolean_operator" || inner.field("operator")?.text !== "and") return [inner];
  return inner.namedChildren.flatMap(conjunctsOf);
}
