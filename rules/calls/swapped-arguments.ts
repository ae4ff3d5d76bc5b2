import {
  checkedCallsOf,
  exchanging,
  type Finding,
  isTurnedAround,
  misplacedIn,
  openParameters,
  parametersPlace,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** Positional arguments whose own names say that they stand in each other's place. */
export const swappedArguments: Rule = {
  id: "calls/swapped-arguments",
  title: "argument in another parameter's place",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#calls",
  mentions: [],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { call, callee, shown, passing, fit } of checkedCallsOf(project, module)) {
    const found = misplacedIn({ shown, given: passing.arguments, fit, open: openParameters(callee) });
    if (!found || isTurnedAround(module, call, callee.function, found)) continue;
    yield {
      span: call,
      message: found.message,
      fix: found.exchanged ? exchanging(...found.exchanged) : undefined,
      related: [parametersPlace(callee, "defined here")],
    };
  }
}
