import {
  commandsOf,
  type Finding,
  isEntrypoint,
  type Rule,
  type RuleContext,
  rootwrapCommands,
} from "../../src/rule.ts";

/** A command run as root that no rootwrap filter of the tree allows. */
export const rootwrapFilterMissing: Rule = {
  id: "privsep/rootwrap-filter-missing",
  title: "command run as root without a rootwrap filter",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/39c2cceb7",
  mentions: [["run_as_root=True", "run_as_root = True"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const allowed = rootwrapCommands(project);
  if (!allowed) return;
  for (const { call, words, asRoot, throughEnv } of commandsOf(module)) {
    const command = (words[0] ?? "").replace(/^.*\//, "");
    if (asRoot !== true || allowed.has(command) || !/^[a-z0-9_.+-]+$/.test(command) || throughEnv) continue;
    if (call.within && isEntrypoint(project, { module, function: call.within })) continue;
    yield { span: call.node, message: `runs ${command} as root, which no filter under rootwrap.d allows` };
  }
}
