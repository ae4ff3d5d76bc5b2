import { type Finding, objectionsIn, type Rule, type RuleContext } from "../../src/rule.ts";

/** An option read that no code of the tree registers. */
export const unregisteredOption: Rule = {
  id: "config/unregistered-option",
  title: "option read that is registered nowhere",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.config/latest/reference/defining.html",
  mentions: [["CONF.", "conf.", "CONF[", "conf["]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const { project, path } = context;
  for (const { read, objection } of objectionsIn(project, path, () => context.module, "unregistered")) {
    yield {
      span: read.node,
      message: `${objection.option} is registered nowhere in this tree${objection.group === "DEFAULT" ? "" : `, also not in group ${objection.group}`}: reading it raises NoSuchOptError`,
    };
  }
}
