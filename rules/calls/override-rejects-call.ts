import {
  calledParameters,
  type Finding,
  namePlace,
  overridesIn,
  parametersPlace,
  passingOf,
  type Rule,
  type RuleContext,
  rejectedCallOf,
  whyRefused,
} from "../../src/rule.ts";

/** An override that does not take what calls of the base's method pass. */
export const overrideRejectsCall: Rule = {
  id: "calls/override-rejects-call",
  title: "override that does not take what callers pass",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/4845d08967",
  mentions: [["class "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const override of overridesIn(project, module)) {
    const rejected = rejectedCallOf(project, override);
    if (!rejected) continue;
    const { function: method } = override.method;
    const { function: base } = override.base;
    yield {
      span: namePlace(method),
      message: `${method.qualifiedName}() does not take what ${rejected.module.path} passes to ${base.qualifiedName}(), which it overrides (${whyRefused(calledParameters(override.method), passingOf(rejected.call))}): TypeError when the override is called`,
      related: [
        { path: rejected.module.path, span: rejected.call.node, message: "a call that the override rejects" },
        parametersPlace(override.base, "the method overridden"),
      ],
    };
  }
}
