import {
  builtinKind,
  checkedCallsOf,
  type Finding,
  keepsSignature,
  oneLine,
  overridesOf,
  parametersPlace,
  type Rule,
  type RuleContext,
  refusedUse,
} from "../../src/rule.ts";

/** `call(template, False)` where `call(template, resources)` runs `resources()`: a value that the function cannot use. */
export const refusedValue: Rule = {
  id: "calls/refused-value",
  title: "value of a kind that the called function cannot use",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#calls",
  mentions: [["("]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { call, callee, shown, fit } of checkedCallsOf(project, module))
    for (const [argument, parameter] of fit.filled) {
      // what runs the function passes a value that nobody has written
      if (argument.value.start === call.start && argument.value.end === call.end) continue;
      const kind = builtinKind(project, module, argument.value);
      const use = kind && refusedUse(callee.function, parameter.name, kind);
      if (!use || !keepsSignature(project, callee)) continue;
      if (callee.class && overridesOf(project, callee.class, callee.function.name).length > 0) continue;
      const given = /^(true|false)$/.test(argument.value.type) ? argument.value.text : `a ${kind}`;
      yield {
        span: argument.value,
        message: `${shown}() gets ${given} for '${parameter.name}' and does '${oneLine(use.text)}' with it: ${use.type === "call" ? "TypeError" : "AttributeError"} inside`,
        related: [
          parametersPlace(callee, "the parameter"),
          { path: callee.module.path, span: use, message: "what is done with it" },
        ],
      };
    }
}
