import {
  type Finding,
  type Fix,
  instead,
  oneLine,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  withoutParentheses,
} from "../../src/rule.ts";
import { answeredLiterals } from "./_constant-condition/answered-literals.ts";
import { askedTwice } from "./_constant-condition/twice.ts";

/** `x == 'a' or 'b'`, `x is 'a'`, `assert (x, 'text')`, `elif` of the same: conditions that do not ask what they seem to. */
export const constantCondition: Rule = {
  id: "names/constant-condition",
  title: "condition that does not depend on what it names",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#boolean-operations",
  mentions: [[" or ", " is ", "assert", " and ", " in ", "> ", "elif"]],
  check,
};

const LITERAL = /^(string|concatenated_string|integer|float)$/;

/** Values that no other place can hold. */
const MADE_ANEW = /^(list|dictionary|set)$/;

function* check({ module, project }: RuleContext): Generator<Finding> {
  yield* answeredLiterals(project, module);
  for (const node of module.tree.ofType("boolean_operator")) {
    const left = node.field("left");
    const right = node.field("right");
    const isOr = node.children.some(({ type }) => type === "or");
    if (!left || !right || !isOr || !LITERAL.test(withoutParentheses(right).type)) continue;
    if (!isEquality(left) || !isCondition(node)) continue;
    yield {
      span: node,
      message: `${right.text} after 'or' is compared with nothing and is always true`,
    };
  }
  for (const node of module.tree.ofType("comparison_operator")) {
    const isIdentity = node.children.some(({ type }) => type === "is" || type === "is not");
    if (!isIdentity) continue;
    const literal = node.namedChildren.find(({ type }) => LITERAL.test(type));
    const made = node.namedChildren.find(({ type }) => MADE_ANEW.test(type));
    if (literal)
      yield {
        span: node,
        message: `'is' compares identity: whether it holds for ${literal.text} is up to the interpreter; '==' is meant`,
        fix: byEquality(node, "safe"),
      };
    else if (made)
      yield {
        span: node,
        message: `'is' compares identity: ${oneLine(made.text)} is made anew here and is nothing else, so that the answer is always the same; '==' is meant`,
        fix: byEquality(node, "unsafe"),
      };
  }
  for (const node of module.tree.ofType("comparison_operator")) {
    const why = halfIdle(node);
    if (why) yield { span: node, message: why };
    yield* askedByPython(node);
  }
  for (const node of module.tree.ofType("assert_statement")) {
    const [only, ...more] = node.namedChildren;
    if (only?.type === "tuple" && more.length === 0 && only.namedChildren.length > 0)
      yield {
        span: node,
        message: "the assertion is about a tuple, which is always true: the parentheses have to go",
      };
  }
  yield* askedTwice(module);
}

/** `x == 'y'` for `x is 'y'`, which is the same wherever it was true; `x is []` never was. */
function byEquality({ children }: SyntaxNode, safety: Fix["kind"]): Fix | undefined {
  const operator = children[1];
  if (!operator || children.length !== 3) return undefined;
  return instead(operator, operator.type === "is" ? "==" : "!=", safety);
}

/** `200 >= status < 300`: one half says what the other does. */
function halfIdle(node: SyntaxNode): string | undefined {
  const operators = node.children.filter(({ type }) => /^[<>]=?$/.test(type)).map(({ type }) => type);
  const [low, , high] = node.namedChildren;
  if (operators.length !== 2 || node.namedChildren.length !== 3) return undefined;
  const isTurned = operators[0]?.[0] !== operators[1]?.[0];
  return isTurned && [low, high].every((end) => end?.type === "integer" || end?.type === "float")
    ? `'${node.text}' turns round in the middle: one of its halves says nothing more than the other`
    : undefined;
}

/** `query.filter(Port.id in ids)`: no SQL is made of `in`, `is` and `not`, which give their answer at once. */
function* askedByPython(node: SyntaxNode): Generator<Finding> {
  const operator = node.children.find(({ type }) => /^(not )?in$|^is( not)?$/.test(type))?.type;
  const column = node.namedChildren[0];
  if (operator === undefined || column?.type !== "attribute" || node.parent?.type !== "argument_list") return;
  const callee = node.parent.parent?.field("function")?.text.split(".").at(-1) ?? "";
  if (
    !/^(filter|where|and_|or_)$/.test(callee) ||
    !/^(models?\w*\.)?[A-Z]\w*[a-z]\w*\.[a-z]\w*$/.test(column.text)
  )
    return;
  const meant = operator.endsWith("in") ? "in_()" : operator === "is" ? "is_()" : "isnot()";
  const [, value, ...more] = node.namedChildren;
  const asked =
    value && more.length === 0 ? `${column.text}.${meant.replace(")", `${value.text})`)}` : undefined;
  yield {
    span: node,
    message: `Python answers '${operator}' before any SQL is made of it, whatever '${column.text}' holds in the table: '${meant}' is meant`,
    fix: asked === undefined ? undefined : instead(node, operator === "not in" ? `~${asked}` : asked),
  };
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
