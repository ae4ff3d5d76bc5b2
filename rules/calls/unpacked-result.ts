import {
  checkedCallsOf,
  type Finding,
  namePlace,
  neverComesBack,
  ownNodes,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  withoutParentheses,
} from "../../src/rule.ts";

/** `a, b = f()` where every return of the function gives another number of values. */
export const unpackedResult: Rule = {
  id: "calls/unpacked-result",
  title: "result unpacked into another number of names",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/simple_stmts.html#assignment-statements",
  mentions: [["return"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { call, callee, shown, fit } of checkedCallsOf(project, module)) {
    const target =
      call.parent?.type === "assignment" && call.fieldName === "right" ? call.parent.field("left") : null;
    if (!target || callee.function.name === "__init__" || callee.function.isAsync || fit.misfits.length > 0)
      continue;
    const wanted = countOf(target);
    const given = wanted === undefined ? undefined : returnedCount(callee.function.node);
    if (wanted === undefined || given === undefined || given === wanted) continue;
    if (callee.function.decorators.some(({ name }) => name !== "staticmethod" && name !== "classmethod"))
      continue;
    const { function: callable, module: home } = callee;
    yield {
      span: call,
      message: `${shown}() returns ${given} values, which are unpacked into ${wanted} names: ValueError when this line runs`,
      related: [{ path: home.path, span: namePlace(callable), message: "defined here" }],
    };
  }
}

/** How many names a target has; `undefined` for one name, or with a starred one. */
function countOf(target: SyntaxNode): number | undefined {
  if (!/^(pattern_list|tuple_pattern|list_pattern)$/.test(target.type)) return undefined;
  const names = target.namedChildren;
  return names.some(({ type }) => type === "list_splat_pattern") ? undefined : names.length;
}

/** The length of the tuples that a function returns, if all its returns are tuples of one length. */
function returnedCount(definition: SyntaxNode): number | undefined {
  let count: number | undefined;
  for (const node of ownNodes(definition)) {
    if (node.type.startsWith("yield")) return undefined;
    if (node.type !== "return_statement") continue;
    const value = node.namedChildren[0];
    const inner = value && withoutParentheses(value);
    if (!inner || !/^(tuple|expression_list)$/.test(inner.type)) return undefined;
    const values = inner.namedChildren;
    if (values.some(({ type }) => type === "list_splat")) return undefined;
    if (count !== undefined && count !== values.length) return undefined;
    count = values.length;
  }
  return neverComesBack(definition) ? undefined : count;
}
