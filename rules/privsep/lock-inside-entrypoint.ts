import { entrypointOf, type Finding, lockDecorators, type Rule, type RuleContext } from "../../src/rule.ts";

/** A lock decorator between the privsep entrypoint decorator and the function. */
export const lockInsideEntrypoint: Rule = {
  id: "privsep/lock-inside-entrypoint",
  title: "lock taken inside the privileged daemon",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/neutron/commit/2a7030a6b7",
  mentions: [[".entrypoint"], ["lock", "sync", "mutex", "serial", "exclusive"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.functions) {
    const entrypoint = entrypointOf(project, module, facts);
    if (!entrypoint) continue;
    for (const { decorator, call } of lockDecorators(project, module, facts)) {
      if (!decorator || decorator.node.start < entrypoint.node.start) continue;
      yield {
        span: decorator.node,
        message: `${facts.qualifiedName} waits for ${call.text.replace(/\s+/g, " ")} inside the privsep daemon: the lock belongs around the call of the entrypoint, in a function of its own`,
        related: [{ path: module.path, span: entrypoint.node, message: "the entrypoint decorator" }],
      };
    }
  }
}
