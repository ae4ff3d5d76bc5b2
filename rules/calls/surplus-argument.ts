import {
  type CheckedCall,
  checkedCallsOf,
  type Finding,
  parametersPlace,
  type Rule,
  type RuleContext,
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
  for (const call of module.calls) {
    const object = call.callee.field("object");
    if (object?.type !== "string" || call.callee.field("attribute")?.text !== "join") continue;
    const given = call.arguments.filter(({ kind }) => kind === "positional").length;
    if (given > 1)
      yield {
        span: call.node,
        message: `str.join() takes one iterable, ${given} arguments are given: TypeError when this line runs`,
      };
  }
  for (const checked of checkedCallsOf(project, module)) {
    const { call, callee, shown, fit } = checked;
    if (fit.misfits.length === 0 && handsReceiverTwice(checked))
      yield {
        span: call,
        message: `${shown}() is given 'self' again: as a method of 'self' it gets it already`,
      };
    for (const misfit of fit.misfits) {
      if (misfit.kind !== "surplus") continue;
      const taken = misfit.taken === 1 ? "1 positional argument" : `${misfit.taken} positional arguments`;
      yield {
        span: call,
        message: `${shown}() takes ${taken}, ${misfit.given} are given: TypeError when this line runs`,
        related: [parametersPlace(callee, "defined here")],
      };
    }
  }
}

/** `self.mark(self, one, two)` of `def mark(self, *things)`. */
function handsReceiverTwice({ call, callee, passing }: CheckedCall): boolean {
  const [first] = passing.arguments;
  const object = call.field("function")?.field("object")?.text;
  if (!callee.bound || object !== "self" || first?.kind !== "positional" || first.value.text !== "self")
    return false;
  return callee.function.parameters[1]?.kind === "var-positional";
}
