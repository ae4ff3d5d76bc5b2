import {
  addsToRootwrap,
  commandsOf,
  type Finding,
  isEntrypoint,
  namespacedCommandsOf,
  processesAsRoot,
  type Rule,
  type RuleContext,
  rootwrapCommands,
  serviceWithout,
} from "../../src/rule.ts";

/** A command run as root that no rootwrap filter of the tree allows. */
export const rootwrapFilterMissing: Rule = {
  id: "privsep/rootwrap-filter-missing",
  title: "command run as root without a rootwrap filter",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/39c2cceb7",
  mentions: [["run_as_root=True", "run_as_root = True", "netns.execute("]],
  check,
};

function* check({ module, path, project }: RuleContext): Generator<Finding> {
  const allowed = rootwrapCommands(project);
  if (!allowed) return;
  for (const { call, words, asRoot, throughEnv } of [
    ...commandsOf(module),
    ...namespacedCommandsOf(module),
    ...processesAsRoot(module),
  ]) {
    const command = (words[0] ?? "").replace(/^.*\//, "");
    if (asRoot !== true || !/^[a-z0-9_.+-]+$/.test(command) || throughEnv) continue;
    const service = allowed.has(command) ? serviceWithout(project, path, command) : undefined;
    if (service === undefined && (allowed.has(command) || addsToRootwrap(project))) continue;
    if (call.within && isEntrypoint(project, { module, function: call.within })) continue;
    yield {
      span: call.node,
      message:
        service === undefined
          ? `runs ${command} as root, which no filter under rootwrap.d allows`
          : `runs ${command} as root, which filters of other services allow, but not ${service}.filters`,
    };
  }
}
