import {
  addsToRootwrap,
  argumentValue,
  type CallFacts,
  commandsOf,
  type Finding,
  helpedCommandsOf,
  isEntrypoint,
  mayBeRoot,
  namespacedCommandsOf,
  type ProjectFacts,
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
  // commands are also handed to functions of the tree that run them as root
  mentions: [
    [
      "run_as_root=True",
      "run_as_root = True",
      "run_as_root=self.",
      "netns.execute(",
      "root_helper",
      "exec",
      "run_",
    ],
  ],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const { module, path, project } = context;
  const allowed = rootwrapCommands(project);
  if (!allowed) return;
  for (const { call, words, otherWords, asRoot, throughEnv } of [
    ...commandsOf(module),
    ...namespacedCommandsOf(module),
    ...processesAsRoot(module),
    ...helpedCommandsOf(project, module),
  ]) {
    const isRoot = asRoot || isGivenHelper(context, call);
    if (throughEnv || !(isRoot || mayBeRoot(project, module, call))) continue;
    if (call.within && isEntrypoint(project, { module, function: call.within })) continue;
    for (const command of new Set([words, ...otherWords].map(toolOf))) {
      const why = isTool(command) ? objection(project, allowed, path, command) : undefined;
      if (why)
        yield {
          span: call.node,
          message: `runs ${command} as root${isRoot ? "" : " in some settings"}, which ${why}`,
        };
    }
  }
}

/** `execute(cmd, self.root_helper)` of an execute function that is told in no other way to become root. */
function isGivenHelper({ module, project }: RuleContext, call: CallFacts): boolean {
  const helper = argumentValue(call, "root_helper", 1);
  if (!helper || !/(?:^|\.)root_helper$/.test(helper.text)) return false;
  const taken = project.callee(module, call.node)?.function.parameters ?? [];
  return (
    taken.some(({ name }) => name === "root_helper") && !taken.some(({ name }) => name === "run_as_root")
  );
}

function toolOf(words: readonly string[]): string {
  return (words[0] ?? "").replace(/^.*\//, "");
}

function isTool(command: string): boolean {
  return /^[a-z0-9_.+-]+$/.test(command);
}

/** What the filters of the tree lack for a command; `undefined` where they allow it, or those of another tree may. */
function objection(
  project: ProjectFacts,
  allowed: ReadonlySet<string>,
  path: string,
  command: string,
): string | undefined {
  if (!allowed.has(command)) return addsToRootwrap(project) ? undefined : "no filter under rootwrap.d allows";
  const service = serviceWithout(project, path, command);
  return service && `filters of other services allow, but not ${service}.filters`;
}
