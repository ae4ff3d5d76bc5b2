import type { Finding, Rule, RuleContext, SyntaxNode } from "../../src/rule.ts";
import { answeredLiterals } from "./_constant-condition/answered-literals.ts";
import { askedByPython } from "./_constant-condition/asked-by-python.ts";
import { identityOf } from "./_constant-condition/identity.ts";
import { idleOperands } from "./_constant-condition/idle-operands.ts";
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

function* check({ module, project }: RuleContext): Generator<Finding> {
  yield* answeredLiterals(project, module);
  yield* idleOperands(module);
  for (const node of module.tree.ofType("comparison_operator")) {
    const found = identityOf(node) ?? halfIdle(node);
    if (found) yield found;
    yield* askedByPython(node);
  }
  for (const node of module.tree.ofType("assert_statement")) {
    const found = assertedTuple(node);
    if (found) yield found;
  }
  yield* askedTwice(module);
}

/** `200 >= status < 300`: one half says what the other does. */
function halfIdle(node: SyntaxNode): Finding | undefined {
  const operators = node.children.filter(({ type }) => /^[<>]=?$/.test(type)).map(({ type }) => type);
  const [low, , high] = node.namedChildren;
  if (operators.length !== 2 || node.namedChildren.length !== 3) return undefined;
  const isTurned = operators[0]?.[0] !== operators[1]?.[0];
  return isTurned && [low, high].every((end) => end?.type === "integer" || end?.type === "float")
    ? {
        span: node,
        message: `'${node.text}' turns round in the middle: one of its halves says nothing more than the other`,
      }
    : undefined;
}

/** `assert (x, 'text')` */
function assertedTuple(statement: SyntaxNode): Finding | undefined {
  const [only, ...more] = statement.namedChildren;
  if (only?.type !== "tuple" || more.length > 0 || only.namedChildren.length === 0) return undefined;
  return {
    span: statement,
    message: "the assertion is about a tuple, which is always true: the parentheses have to go",
  };
}
