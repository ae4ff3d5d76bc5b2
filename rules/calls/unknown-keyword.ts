import {
  checkedCallsOf,
  type Finding,
  parametersPlace,
  type Rule,
  type RuleContext,
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
  for (const { call, callee, shown, fit } of checkedCallsOf(project, module)) {
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
      };
    }
  }
}
