import {
  checkedCallsOf,
  type Finding,
  type FunctionFacts,
  isDocstring,
  type ModuleFacts,
  oneLine,
  type ProjectFacts,
  type SyntaxNode,
  withoutParentheses,
} from "../../../src/rule.ts";

/** `is_set('name')` of a function that only asks whether what it gets is None: it is not about the thing of that name. */
export function* answeredLiterals(project: ProjectFacts, module: ModuleFacts): Generator<Finding> {
  for (const { call, callee, shown, fit } of checkedCallsOf(project, module))
    for (const [{ value }, { name }] of fit.filled)
      if (/^(string|concatenated_string)$/.test(value.type) && asksOnlyIdentity(callee.function, name))
        yield {
          span: call,
          message: `${shown}() only asks whether '${name}' is None or the like: for the text ${oneLine(value.text)} the answer is always the same`,
        };
}

/** Whether a function is nothing but `return` of comparisons by identity, each of the parameter. */
function asksOnlyIdentity({ node }: FunctionFacts, parameter: string): boolean {
  const [only, ...more] = (node.field("body")?.namedChildren ?? []).filter(
    (statement, at) => !(at === 0 && isDocstring(statement)),
  );
  const value = only?.type === "return_statement" && more.length === 0 ? only.namedChildren[0] : undefined;
  return value !== undefined && isIdentity(value, parameter);
}

function isIdentity(node: SyntaxNode, parameter: string): boolean {
  const inner = withoutParentheses(node);
  if (inner.type === "boolean_operator" || inner.type === "not_operator")
    return inner.namedChildren.every((part) => isIdentity(part, parameter));
  return (
    inner.type === "comparison_operator" &&
    inner.children.some(({ type }) => type === "is" || type === "is not") &&
    inner.namedChildren[0]?.text === parameter
  );
}
