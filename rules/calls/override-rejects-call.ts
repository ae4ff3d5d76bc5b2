import {
  calledParameters,
  type Finding,
  fitCall,
  type Override,
  overridesIn,
  type RejectedCall,
  type Rule,
  type RuleContext,
  rejectedCallOf,
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
    const { function: base, module: home } = override.base;
    yield {
      span: method.node.field("name") ?? method.node,
      message: `${method.qualifiedName}() does not take what ${rejected.module.path} passes to ${base.qualifiedName}(), which it overrides (${whyNot(override, rejected)}): TypeError when the override is called`,
      related: [
        { path: rejected.module.path, span: rejected.call.node, message: "a call that the override rejects" },
        {
          path: home.path,
          span: base.node.field("parameters") ?? base.node,
          message: "the method overridden",
        },
      ],
    };
  }
}

/** The first reason, in words that change when the override does. */
function whyNot(override: Override, { call }: RejectedCall): string {
  const passing = { arguments: call.arguments, bound: 0 };
  const [misfit] = fitCall(calledParameters(override.method), passing).misfits;
  switch (misfit?.kind) {
    case "missing":
      return `it needs ${misfit.names.map((name) => `'${name}'`).join(", ")}`;
    case "surplus":
      return `it takes ${misfit.taken}, gets ${misfit.given}`;
    default:
      return `it has no parameter '${misfit?.name ?? ""}'`;
  }
}
