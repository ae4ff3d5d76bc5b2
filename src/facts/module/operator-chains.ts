import type { SyntaxNode, SyntaxTree } from "../../parse/tree.ts";

/** `a`, `b` and `c` of `a and b and c`. */
export interface OperatorChain {
  /** All of it. */
  readonly node: SyntaxNode;
  readonly operator: "and" | "or";
  readonly operands: readonly SyntaxNode[];
}

/** What `and` and `or` join in a module; what they join in parentheses is a chain of its own. */
export function operatorChains(tree: SyntaxTree): readonly OperatorChain[] {
  return tree.ofType("boolean_operator").flatMap((node) => {
    const operator = operatorOf(node);
    if (!operator || (node.parent && operatorOf(node.parent) === operator)) return [];
    return [{ node, operator, operands: operandsOf(node, operator) }];
  });
}

function operatorOf(node: SyntaxNode): "and" | "or" | undefined {
  const operator = node.type === "boolean_operator" ? node.field("operator")?.text : undefined;
  return operator === "and" || operator === "or" ? operator : undefined;
}

function operandsOf(node: SyntaxNode, operator: "and" | "or"): readonly SyntaxNode[] {
  return operatorOf(node) === operator
    ? node.namedChildren.flatMap((side) => operandsOf(side, operator))
    : [node];
}
