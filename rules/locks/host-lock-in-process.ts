import {
  type CallFacts,
  commandsOf,
  type Finding,
  type FunctionFacts,
  isEntrypoint,
  lockDecorators,
  type ModuleFacts,
  type PlacedFunction,
  type ProjectFacts,
  programsOf,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** An in-process lock around commands that change the host as root. */
export const hostLockInProcess: Rule = {
  id: "locks/host-lock-in-process",
  title: "state of the host guarded by a lock of one process",
  severity: "info",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/os-brick/commit/6a43669e",
  mentions: [["synchronized"], ["execute", "priv", "linuxscsi", "_linuxscsi", "run_as_root"]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const { module, project } = context;
  const isLibrary = isInstalledLibrary(project);
  if (!isLibrary && !HOST_NAME.test(context.text)) return;
  for (const facts of module.functions) {
    for (const lock of lockDecorators(project, module, facts)) {
      if (lock.external !== false || !lock.decorator || !lock.name || lock.fillsNames) continue;
      const act =
        namedAfterHost(lock.name) ?? (isLibrary ? actOf(project, module, facts, lock.name) : undefined);
      if (!act) continue;
      yield {
        span: lock.decorator.node,
        message: `${facts.qualifiedName} ${act} under a lock of this process alone: other services on the host are not kept out without external=True`,
      };
    }
  }
}

/** A library without programs runs in several services of a host. */
function isInstalledLibrary(project: ProjectFacts): boolean {
  return (
    programsOf(project).length === 0 &&
    project.sources.paths.some((path) => /^(setup\.(py|cfg)|pyproject\.toml)$/.test(path))
  );
}

/** What the holder of the lock does to the host, or may do as another holder of the lock does. */
function actOf(
  project: ProjectFacts,
  module: ModuleFacts,
  facts: FunctionFacts,
  lock: string,
): string | undefined {
  return (
    rootAct(project, { module, function: facts }) ??
    (mayAct(project, { module, function: facts }) ? actUnder(project, lock) : undefined)
  );
}

/**
 * Whether it asks a helper that it holds for something that the tree does not show (`self._linuxfc.rescan()`), or runs a
 * command of any kind.
 */
function mayAct(project: ProjectFacts, placed: PlacedFunction, seen = new Set<FunctionFacts>()): boolean {
  if (seen.has(placed.function)) return false;
  seen.add(placed.function);
  return callsIn(placed).some((call) => {
    const callee = project.callee(placed.module, call.node);
    if (!callee) return /^self\.(?:_*[a-z]\w*\.\w+|_*execute)$/.test(call.callee.text);
    return mayAct(project, callee, seen);
  });
}

/** What another holder of the same lock does as root: they guard the same state. */
function actUnder(project: ProjectFacts, name: string): string | undefined {
  return project.once(`root act under ${name}`, () => {
    for (const holder of holdersOf(project, name)) {
      const act = rootAct(project, holder);
      if (act) return `shares ${name} with ${holder.function.qualifiedName}, which ${act},`;
    }
    return undefined;
  });
}

/** The functions that a decorator locks by the name. */
function* holdersOf(project: ProjectFacts, name: string): Generator<PlacedFunction> {
  for (const path of project.pathsMentioning(name.split("-").at(-1) ?? name)) {
    if (!/synchronized/.test(project.text(path) ?? "")) continue;
    const module = project.module(path);
    for (const facts of module?.functions ?? [])
      if (module && lockDecorators(project, module, facts).some((lock) => lock.name === name))
        yield { module, function: facts };
  }
}

const HOST_NAME =
  /['"](?:[\w-]+-)?(?:iptables|ebtables|ip6tables|nftables|iscsi|multipath|lvm|brctl)(?:-[\w-]+)?['"]/;

function namedAfterHost(name: string): string | undefined {
  return HOST_NAME.test(`'${name}'`) ? "guards what belongs to the host" : undefined;
}

/** What the function, or what it certainly calls, does to the host as root. */
function rootAct(
  project: ProjectFacts,
  placed: PlacedFunction,
  seen = new Set<FunctionFacts>(),
): string | undefined {
  if (seen.has(placed.function)) return undefined;
  seen.add(placed.function);
  const rooted = commandsOf(placed.module).find(
    (command) => command.call.within === placed.function && command.asRoot === true,
  );
  if (rooted) return `runs ${rooted.words[0] ?? "commands"} as root`;
  for (const call of callsIn(placed)) {
    if (call.arguments.some(asksForRoot)) return "runs commands as root";
    const callee = project.callee(placed.module, call.node);
    if (!callee) continue;
    if (isEntrypoint(project, callee)) return `calls the privileged ${callee.function.name}`;
    const deeper = rootAct(project, callee, seen);
    if (deeper) return deeper;
  }
  return undefined;
}

function callsIn({ module, function: facts }: PlacedFunction): readonly CallFacts[] {
  return module.calls.filter(({ within }) => within === facts);
}

function asksForRoot(argument: CallFacts["arguments"][number]): boolean {
  return argument.kind === "keyword" && argument.name === "run_as_root" && argument.value.text === "True";
}
