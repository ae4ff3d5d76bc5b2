import { entrypointsOf, type Finding, objectUse, type Rule, type RuleContext } from "../../src/rule.ts";

/** An entrypoint that reads attributes of a parameter: what arrives is a plain msgpack value. */
export const objectArgument: Rule = {
  id: "privsep/object-argument",
  title: "entrypoint that expects an object",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/1f5fe3190b",
  mentions: [[".entrypoint"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of entrypointsOf(project, module)) {
    const body = facts.node.field("body");
    if (!body || facts.owner) continue;
    for (const parameter of facts.parameters) {
      if (parameter.kind === "var-positional" || parameter.kind === "var-keyword") continue;
      const use = objectUse(facts, parameter.name);
      if (!use) continue;
      yield {
        span: parameter.node,
        message: `${facts.qualifiedName} reads ${use.text}, but the daemon receives ${parameter.name} as msgpack data (numbers, text, bytes, lists, dictionaries): pass the values it needs`,
        related: [{ path: module.path, span: use, message: "read here" }],
      };
    }
  }
}
