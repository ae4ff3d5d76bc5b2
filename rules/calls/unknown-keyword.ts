import {
  type Argument,
  type CheckedCall,
  checkedCallsOf,
  type Finding,
  type Fix,
  instead,
  isSlip,
  type ProjectFacts,
  parametersPlace,
  type Rule,
  type RuleContext,
  refusedPythonCalls,
  refusesHanded,
} from "../../src/rule.ts";

/** A keyword argument that the function's definition has no parameter for, or that is given twice. */
export const unknownKeyword: Rule = {
  id: "calls/unknown-keyword",
  title: "keyword argument that the function does not take",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#calls",
  mentions: [],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { call, shown, misfits } of refusedPythonCalls(project, module))
    for (const misfit of misfits)
      if (misfit.kind === "unknown")
        yield {
          span: call,
          message: `${shown}() takes no keyword '${misfit.name}': TypeError when this line runs`,
        };
  for (const checked of checkedCallsOf(project, module)) {
    const { call, callee, shown, fit } = checked;
    yield* handedOn(project, checked);
    for (const misfit of fit.misfits) {
      if (misfit.kind !== "unknown" && misfit.kind !== "twice") continue;
      const what =
        misfit.kind === "unknown"
          ? `${shown}() has no parameter '${misfit.name}'`
          : `${shown}() gets '${misfit.name}' twice, by position and by keyword`;
      yield {
        span: call,
        message: `${what}: TypeError when this line runs`,
        related: [parametersPlace(callee, "defined here")],
        fix: likelyMeant(checked, misfit.argument),
      };
    }
  }
}

/** A parameter that nothing fills and whose name is nearly the keyword's. */
function likelyMeant({ callee, fit }: CheckedCall, argument: Argument): Fix | undefined {
  const filled = new Set(fit.filled.values());
  const written = argument.node.field("name");
  const meant = callee.function.parameters.find(
    (one) => written && !filled.has(one) && isSlip(written.text, one.name),
  );
  return written && meant ? instead(written, meant.name) : undefined;
}

/** A keyword that the function takes only to hand it on to one that does not. */
function* handedOn(
  project: ProjectFacts,
  { call, callee, shown, passing, fit }: CheckedCall,
): Generator<Finding> {
  if (fit.misfits.length > 0 || !callee.function.parameters.some(({ kind }) => kind === "var-keyword"))
    return;
  for (const argument of passing.arguments) {
    if (argument.kind !== "keyword" || fit.filled.has(argument)) continue;
    const target = refusesHanded(project, callee, argument.name);
    if (!target) continue;
    const taker = target.function.name === "__init__" ? target.function.owner?.name : target.function.name;
    yield {
      span: call,
      message: `${shown}() hands '${argument.name}' on to ${taker}(), which has no parameter of that name: TypeError inside`,
      related: [parametersPlace(callee, "handed on here"), parametersPlace(target, "defined here")],
    };
  }
}
