import {
  ancestorOf,
  descendants,
  type Finding,
  identifiersIn,
  isInside,
  isRead,
  isStored,
  type ModuleFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `for port in ports: … for port in ports: … ; port['id']`: the inner loop takes the outer one's variable. */
export const loopVariableTaken: Rule = {
  id: "names/loop-variable-taken",
  title: "loop that takes the variable of the loop around it",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/compound_stmts.html#the-for-statement",
  mentions: [["for "]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const inner of module.tree.ofType("for_statement")) {
    const outer = loopAround(inner);
    const names = outer ? [...identifiersIn(outer.field("left"))] : [];
    const taken = new Set(names.length > 0 ? identifiersIn(inner.field("left")) : []);
    for (const name of names) {
      const read =
        outer && taken.has(name) && name !== "_" ? readAfter(module, outer, inner, name) : undefined;
      if (!read || !outer) continue;
      yield {
        span: inner.field("left") ?? inner,
        message: `this loop reuses '${name}', the variable of the loop around it, which is read below and is then what this loop left`,
        related: [
          { path: module.path, span: outer.field("left") ?? outer, message: "the loop around" },
          { path: module.path, span: read, message: "read here" },
        ],
      };
    }
  }
}

/** The nearest `for` statement around one, in the same function. */
function loopAround(inner: SyntaxNode): SyntaxNode | undefined {
  const around = ancestorOf(inner, "for_statement", "function_definition", "class_definition");
  const body = around?.type === "for_statement" ? around.field("body") : null;
  return around && body && isInside(inner, body) ? around : undefined;
}

/** The first read of the name behind the inner loop and in the outer one's body, if nothing gives it another value before. */
function readAfter(
  module: ModuleFacts,
  outer: SyntaxNode,
  inner: SyntaxNode,
  name: string,
): SyntaxNode | undefined {
  const body = outer.field("body");
  if (!body || neverGoesOn(inner)) return undefined;
  const enter = ({ type }: SyntaxNode) =>
    !/^(function_definition|class_definition|lambda)$|comprehension$|^generator/.test(type);
  for (const node of descendants(body, enter)) {
    if (node.start < inner.end || node.type !== "identifier" || node.text !== name) continue;
    if (isElsewhere(inner, node)) continue;
    const isPlain =
      isRead(node) && !isStored(node) && module.lookup(name, module.scopeAt(node)) !== undefined;
    return isPlain ? node : undefined;
  }
  return undefined;
}

/** Whether a place is reached without the loop: another branch of the same statement. */
function isElsewhere(inner: SyntaxNode, node: SyntaxNode): boolean {
  for (let at: SyntaxNode | null = inner; at; at = at.parent) {
    if (at.parent && isInside(node, at.parent)) return BRANCHED.test(at.parent.type);
  }
  return false;
}

const BRANCHED = /^(if_statement|try_statement|match_statement)$/;

/** Whether the block of the loop ends with `return`, `continue` or the like: nothing below sees what it left. */
function neverGoesOn(inner: SyntaxNode): boolean {
  const last = inner.parent?.namedChildren.at(-1);
  return last !== undefined && /^(return|raise|continue|break)_statement$/.test(last.type);
}
