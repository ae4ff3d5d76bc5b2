import { type Finding, type ModuleFacts, type SyntaxNode, withoutParentheses } from "../../../src/rule.ts";
import { LITERAL } from "./identity.ts";

/** `x == 'a' or 'b'`. */
export function* idleOperands({ tree }: ModuleFacts): Generator<Finding> {
  for (const node of tree.ofType("boolean_operator")) {
    const [left, right] = node.namedChildren;
    if (!left || !right || node.field("operator")?.text !== "or") continue;
    if (!LITERAL.test(withoutParentheses(right).type) || !isEquality(left) || !isCondition(node)) continue;
    yield {
      span: node,
      message: `${right.text} after 'or' is compared with nothing and is always true`,
    };
  }
}

function isEquality(node: SyntaxNode): boolean {
  const inner = withoutParentheses(node);
  if (inner.type === "boolean_operator") return inner.namedChildren.every(isEquality);
  return (
    inner.type === "comparison_operator" &&
    inner.children.some(({ type }) => type === "==" || type === "!=" || type === "in")
  );
}

function isCondition(node: SyntaxNode): boolean {
  let at = node;
  while (at.parent && /^(parenthesized_expression|boolean_operator|not_operator)$/.test(at.parent.type))
    at = at.parent;
  return at.fieldName === "condition" || /^(assert_statement|if_clause)$/.test(at.parent?.type ?? "");
}
