import { commandsOf, type Finding, type Rule, type RuleContext } from "../../src/rule.ts";

/** The word sudo as the command of a local execute call. */
export const literalSudo: Rule = {
  id: "privsep/literal-sudo",
  title: "literal sudo instead of the root helper",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/manila/commit/29020b47f",
  mentions: [["sudo"], ["execute", "trycmd"]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const { call, words } of commandsOf(module)) {
    if (words[0] !== "sudo") continue;
    yield {
      span: call.node,
      message: `runs ${words.slice(0, 3).join(" ")} past the configured root helper: pass the command without sudo and run_as_root=True`,
    };
  }
}
