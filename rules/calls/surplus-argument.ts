import {
  type CheckedCall,
  checkedCallsOf,
  type Finding,
  parametersPlace,
  type Rule,
  type RuleContext,
  refusedPythonCalls,
} from "../../src/rule.ts";

/** A call with more positional arguments than the function's definition takes. */
export const surplusArgument: Rule = {
  id: "calls/surplus-argument",
  title: "call with more arguments than the function takes",
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
      if (misfit.kind === "surplus") yield { span: call, message: tooMany(shown, misfit) };
  for (const checked of checkedCallsOf(project, module)) {
    const { call, callee, shown, fit } = checked;
    if (fit.misfits.length === 0 && handsReceiverTwice(checked))
      yield {
        span: call,
        message: `${shown}() is given 'self' again: as a method of 'self' it gets it already`,
      };
    for (const misfit of fit.misfits) {
      if (misfit.kind !== "surplus") continue;
      yield {
        span: call,
        message: tooMany(shown, misfit),
        related: [parametersPlace(callee, "defined here")],
      };
    }
  }
}

function tooMany(
  shown: string,
  { taken, given }: { readonly taken: number; readonly given: number },
): string {
  const takes = taken === 1 ? "1 positional argument" : `${taken} positional arguments`;
  return `${shown}() takes ${takes}, ${given} are given: TypeError when this line runs`;
}

/** `self.mark(self, one, two)` of `def mark(self, *things)`. */
function handsReceiverTwice({ call, callee, passing }: CheckedCall): boolean {
  const [first] = passing.arguments;
  const object = call.field("function")?.field("object")?.text;
  if (!callee.bound || object !== "self" || first?.kind !== "positional" || first.value.text !== "self")
    return false;
  return callee.function.parameters[1]?.kind === "var-positional";
}
