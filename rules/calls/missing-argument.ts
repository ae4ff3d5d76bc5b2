import {
  checkedCallsOf,
  type Finding,
  fitCall,
  keepsSignature,
  namePlace,
  parametersPlace,
  programFunctionsOf,
  type Rule,
  type RuleContext,
  refusedPythonCalls,
  scriptsOf,
} from "../../src/rule.ts";

/** A call that leaves out an argument the function's definition demands. */
export const missingArgument: Rule = {
  id: "calls/missing-argument",
  title: "call without a required argument",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/os-vif/commit/5e72ecd5ad",
  mentions: [],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const placed of programFunctionsOf(project, module.path)) {
    const [misfit] = fitCall(placed.function.parameters, { arguments: [], bound: 0 }).misfits;
    if (misfit?.kind !== "missing" || !keepsSignature(project, placed)) continue;
    const names = misfit.names.map((name) => `'${name}'`).join(", ");
    yield {
      span: namePlace(placed.function),
      message: `the console script ${scriptsOf(project, placed)[0] ?? ""} calls ${placed.function.name}() without arguments, but it requires ${names}: TypeError whenever the program starts`,
    };
  }
  for (const { call, shown, misfits } of refusedPythonCalls(project, module))
    for (const misfit of misfits)
      if (misfit.kind === "missing") yield { span: call, message: without(shown, misfit.names) };
  for (const { call, callee, shown, fit } of checkedCallsOf(project, module)) {
    for (const misfit of fit.misfits) {
      if (misfit.kind !== "missing") continue;
      yield {
        span: call,
        message: without(shown, misfit.names),
        related: [parametersPlace(callee, "defined here")],
      };
    }
  }
}

function without(shown: string, names: readonly string[]): string {
  const word = names.length > 1 ? "arguments" : "argument";
  return `${shown}() is called without its required ${word} ${names.map((name) => `'${name}'`).join(", ")}: TypeError when this line runs`;
}
