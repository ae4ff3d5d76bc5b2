import {
  type Finding,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  withoutParentheses,
} from "../../src/rule.ts";

/** `x == 'a' or 'b'`, `x is 'a'`, `assert (x, 'text')`: conditions that do not ask what they seem to. */
export const constantCondition: Rule = {
  id: "names/constant-condition",
  title: "condition that does not depend on what it names",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#boolean-operations",
  mentions: [[" or ", " is ", "assert", " and "]],
  check,
};

const LITERAL = /^(string|concatenated_string|integer|float)$/;

function* check({ module }: RuleContext): Generator<Finding> {
  for (const node of module.tree.ofType("boolean_operator")) {
    const left = node.field("left");
    const right = node.field("right");
    const isOr = node.children.some(({ type }) => type === "or");
    if (!left || !right || !isOr || !LITERAL.test(withoutParentheses(right).type)) continue;
    if (!isEquality(left) || !isCondition(node)) continue;
    yield {
      span: node,
      message: `${right.text} stands alone after 'or' and is always true: it is not compared`,
    };
  }
  for (const node of module.tree.ofType("comparison_operator")) {
    const isIdentity = node.children.some(({ type }) => type === "is" || type === "is not");
    const literal = node.namedChildren.find(({ type }) => LITERAL.test(type));
    if (isIdentity && literal)
      yield {
        span: node,
        message: `'is' compares identity: whether it holds for ${literal.text} is up to the interpreter; '==' is meant`,
      };
  }
  for (const node of module.tree.ofType("assert_statement")) {
    const [only, ...more] = node.namedChildren;
    if (only?.type === "tuple" && more.length === 0 && only.namedChildren.length > 0)
      yield {
        span: node,
        message: "the assertion is about a tuple, which is always true: the parentheses are too many",
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
