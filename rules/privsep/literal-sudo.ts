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

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { call, words } of commandsOf(module)) {
    // a wrapper of the tree may take the word out again, or run the command on another machine
    if (words[0] !== "sudo" || /sudo|ssh/i.test(project.callee(module, call.node)?.function.node.text ?? ""))
      continue;
    yield {
      span: call.node,
      message: `runs ${words.slice(0, 3).join(" ")} past the configured root helper: pass the command without sudo and run_as_root=True`,
    };
  }
}
