import type { SyntaxNode } from "../../parse/tree.ts";
import { isInside } from "../../text/span.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import { ancestorOf, ownNodes } from "../module/syntax.ts";

/** A condition that decides whether the read is come to; `holds` where it is plain how. */
export interface Decision {
  readonly condition: SyntaxNode;
  readonly holds?: boolean;
}

/** Conditions around the read and not around the gap, and those after the gap that leave the block. */
export function* conditionsOver(
  facts: FunctionFacts,
  read: SyntaxNode,
  gap: SyntaxNode,
): Generator<Decision> {
  for (let at = read; at.parent && at.parent !== facts.node; at = at.parent) {
    if (!isInside(gap, at.parent)) yield* decisionsOf(at.parent, at);
  }
  for (const node of ownNodes(facts.node)) {
    const isLast =
      node.end <= gap.end && ancestorOf(node, "finally_clause", "function_definition")?.parent === gap;
    if ((node.start < gap.end && !isLast) || node.end > read.start) continue;
    const condition = node.type === "if_statement" ? node.field("condition") : null;
    if (condition && /\b(return|raise|continue|break)\b|exit\(/.test(node.text))
      yield isExit(node) && !isLast ? { condition, holds: false } : { condition };
    if (node.type === "assert_statement") yield { condition: node };
  }
}

/** What of a statement or expression decides whether one of its parts is come to. */
function* decisionsOf(whole: SyntaxNode, part: SyntaxNode): Generator<Decision> {
  switch (whole.type) {
    case "if_statement":
    case "elif_clause":
    case "while_statement": {
      const condition = whole.field("condition");
      if (condition && part !== condition)
        yield part.fieldName === "consequence" ? { condition, holds: true } : { condition };
      return;
    }
    case "for_statement": {
      const right = whole.field("right");
      if (right && part !== right) yield { condition: right };
      return;
    }
    case "boolean_operator":
      for (const side of whole.namedChildren) if (side.end <= part.start) yield { condition: side };
      return;
    case "conditional_expression":
      for (const side of whole.namedChildren) if (side !== part) yield { condition: side };
      return;
  }
}

/** An `if` that leaves with `return` or `raise` and has no other branch. */
function isExit(node: SyntaxNode): boolean {
  const last = node.field("consequence")?.namedChildren.at(-1);
  return node.field("alternative") === null && /^(return|raise)_statement$/.test(last?.type ?? "");
}
