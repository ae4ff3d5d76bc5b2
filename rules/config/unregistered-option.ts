import {
  type Finding,
  objectionTo,
  optionReadsIn,
  optionRegistry,
  type Rule,
  type RuleContext,
  suspectReads,
} from "../../src/rule.ts";

/** An option read that no code of the tree registers. */
export const unregisteredOption: Rule = {
  id: "config/unregistered-option",
  title: "option read that is registered nowhere",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.config/latest/reference/defining.html",
  mentions: [["CONF.", "conf."]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const { project, path } = context;
  const registry = optionRegistry(project);
  const judge = (first: string, second: string | undefined) => objectionTo(project, registry, first, second);
  if (!suspectReads(project, path, (first, second) => judge(first, second)?.kind === "unregistered")) return;
  for (const read of optionReadsIn(context.module)) {
    const objection = judge(read.first, read.second);
    if (objection?.kind !== "unregistered" || (read.receiver === "likely" && objection.group === "DEFAULT"))
      continue;
    yield {
      span: read.node,
      message: `${objection.option} is registered nowhere in this tree${objection.group === "DEFAULT" ? "" : `, also not in group ${objection.group}`}: reading it raises NoSuchOptError`,
    };
  }
}
