import {
  commandsOf,
  type Finding,
  type FunctionFacts,
  isEntrypoint,
  type LockFacts,
  lockDecorators,
  type ModuleFacts,
  type ProjectFacts,
  programsOf,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** An in-process lock around commands that change the host as root. */
export const hostLockInProcess: Rule = {
  id: "locks/host-lock-in-process",
  title: "state of the host guarded by a lock of one process",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/os-brick/commit/6a43669e",
  mentions: [["synchronized"], ["execute", "priv", "linuxscsi", "_linuxscsi", "run_as_root"]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const { project, text } = context;
  const isLibrary =
    programsOf(project).length === 0 &&
    project.sources.paths.some((path) => /^(setup\.(py|cfg)|pyproject\.toml)$/.test(path));
  const mayDiffer = (text.match(/external\s*=\s*True/g)?.length ?? 0) >= FEWEST;
  if (!isLibrary && !mayDiffer && !HOST_NAME.test(text)) return;
  const { module } = context;
  for (const facts of module.functions) {
    for (const lock of lockDecorators(project, module, facts)) {
      if (lock.external !== false || !lock.decorator || !lock.name || lock.fillsNames) continue;
      const named = namedAfterHost(lock.name);
      const own = (): string | undefined =>
        rootAct(project, module, facts, 4, new Set()) ??
        (mayAct(project, module, facts, 4, new Set()) ? actUnder(project, lock.name ?? "") : undefined);
      const differs = !isLibrary && mayDiffer && isOutvoted(context, lock);
      const act = named ?? (isLibrary || differs ? own() : undefined);
      if (!act) continue;
      yield {
        span: lock.decorator.node,
        message: `${facts.qualifiedName} ${act} under a lock of this process alone: other services on the host are not kept out without external=True`,
      };
    }
  }
}

/** So many locks with a file say that a module is used by several services of a host. */
const FEWEST = 4;

/** Whether all other locks that the module takes by the same function are external, and this one was not said to be none. */
function isOutvoted({ module, project }: RuleContext, lock: LockFacts): boolean {
  if (lock.arguments.some((argument) => argument.kind === "keyword" && argument.name === "external"))
    return false;
  const maker = lock.call.field("function")?.text;
  const others = module.functions
    .flatMap((facts) => lockDecorators(project, module, facts))
    .filter((other) => other.call.field("function")?.text === maker);
  return others.filter((other) => other.external === true).length >= FEWEST && others.every(isExcused);

  function isExcused(other: LockFacts): boolean {
    return other.external === true || other.call.start === lock.call.start;
  }
}

/**
 * Whether it asks a helper that it holds for something that the tree does not show (`self._linuxfc.rescan()`), or runs a
 * command of any kind.
 */
function mayAct(
  project: ProjectFacts,
  module: ModuleFacts,
  facts: FunctionFacts,
  depth: number,
  seen: Set<FunctionFacts>,
): boolean {
  if (seen.has(facts)) return false;
  seen.add(facts);
  return module.calls.some((call) => {
    if (call.within !== facts) return false;
    const callee = project.callee(module, call.node);
    if (!callee) return /^self\.(?:_*[a-z]\w*\.\w+|_*execute)$/.test(call.callee.text);
    return depth > 0 && mayAct(project, callee.module, callee.function, depth - 1, seen);
  });
}

/** What another holder of the same lock does as root: they guard the same state. */
function actUnder(project: ProjectFacts, name: string): string | undefined {
  return project.once(`root act under ${name}`, () => {
    const word = name.split("-").at(-1) ?? name;
    for (const path of project.pathsMentioning(word)) {
      const text = project.text(path) ?? "";
      const module = /synchronized/.test(text) ? project.module(path) : undefined;
      for (const facts of module?.functions ?? []) {
        if (!module || !lockDecorators(project, module, facts).some((lock) => lock.name === name)) continue;
        const act = rootAct(project, module, facts, 4, new Set());
        if (act) return `shares ${name} with ${facts.qualifiedName}, which ${act},`;
      }
    }
    return undefined;
  });
}

const HOST_NAME =
  /['"](?:[\w-]+-)?(?:iptables|ebtables|ip6tables|nftables|iscsi|multipath|lvm|brctl)(?:-[\w-]+)?['"]/;

function namedAfterHost(name: string): string | undefined {
  return HOST_NAME.test(`'${name}'`) ? "guards what belongs to the host" : undefined;
}

/** What the function, or what it certainly calls, does to the host as root. */
function rootAct(
  project: ProjectFacts,
  module: ModuleFacts,
  facts: FunctionFacts,
  depth: number,
  seen: Set<FunctionFacts>,
): string | undefined {
  if (seen.has(facts)) return undefined;
  seen.add(facts);
  const rooted = commandsOf(module).find(
    (command) => command.call.within === facts && command.asRoot === true,
  );
  if (rooted) return `runs ${rooted.words[0] ?? "commands"} as root`;
  for (const call of module.calls) {
    if (call.within !== facts) continue;
    if (
      call.arguments.some(
        (argument) =>
          argument.kind === "keyword" && argument.name === "run_as_root" && argument.value.text === "True",
      )
    )
      return "runs commands as root";
    const callee = project.callee(module, call.node);
    if (!callee) continue;
    if (isEntrypoint(project, callee)) return `calls the privileged ${callee.function.name}`;
    const deeper = depth > 0 ? rootAct(project, callee.module, callee.function, depth - 1, seen) : undefined;
    if (deeper) return deeper;
  }
  return undefined;
}
