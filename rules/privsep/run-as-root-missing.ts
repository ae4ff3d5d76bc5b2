import {
  ASKING_TOOLS,
  asksOnly,
  type CommandFacts,
  commandsOf,
  entrypointAbove,
  type Finding,
  type Fix,
  isEntrypoint,
  isInEntrypoint,
  isRemote,
  type ModuleFacts,
  needsRoot,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  rootwrapCommands,
  wrappedCommandsOf,
} from "../../src/rule.ts";

/** A command that needs root, run without it in a module that knows how to ask for root. */
export const runAsRootMissing: Rule = {
  id: "privsep/run-as-root-missing",
  title: "privileged command run without root",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/181d8de08",
  mentions: [["execute", "trycmd", "run_command", "run_cmd", "run_process"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const wrapped = wrappedCommandsOf(module);
  const commands = [...commandsOf(module), ...wrapped];
  const rooted = commands.filter((command) => command.asRoot === true);
  yield* idleHelpers({ module, project }, commands);
  for (const command of commands) {
    // `run_as_root=False` is somebody's decision
    if (command.asRoot !== false || given(command, "run_as_root") || isListing(command)) continue;
    const isKnown = needsRoot(command.words) || changesSystem(command.words);
    const isOnly =
      !isKnown &&
      (isOdd(command, commands) || isOddChange(command, commands) || isOddInTree(project, module, command));
    if (!isKnown && !isOnly) continue;
    const witness =
      rooted.find((other) => sameTool(other, command)) ??
      rooted.find((other) => other.executor === command.executor);
    if (!witness && wrapped.includes(command)) continue;
    const takesRoot = isOnly || takesRootElsewhere(project, module, command);
    if (!witness && !takesRoot && !isFiltered(project, module, command)) continue;
    if (becomesRoot(project, module, command)) continue;
    const around = command.call.within;
    if (around) {
      const placed = { module, function: around };
      if (isEntrypoint(project, placed) || entrypointAbove(project, placed)) continue;
    }
    yield {
      span: command.call.node,
      message: `runs ${named(command)} without run_as_root=True`,
      related: witness ? [{ path: module.path, span: witness.call.node, message: "run as root here" }] : [],
      ...fixOf({ module, project }, command),
    };
  }
}

/**
 * `execute('rm', path, root_helper=helper)`: processutils uses the helper only with `run_as_root=True`, and so does neutron's
 * execute with `privsep_exec`. The module or, by `self._execute`, the tree gives both elsewhere.
 */
function* idleHelpers({ module, project }: Place, commands: readonly CommandFacts[]): Generator<Finding> {
  for (const command of commands) {
    const helper = ["root_helper", "privsep_exec"].find((name) => given(command, name));
    if (helper === undefined || given(command, "run_as_root")) continue;
    if (command.call.arguments.some(({ kind }) => kind === "double-splat")) continue;
    const witness = commands.find(
      (other) => other.executor === command.executor && given(other, helper) && given(other, "run_as_root"),
    );
    if (!witness && !isIdleInTree(project, command, helper)) continue;
    yield {
      span: command.call.node,
      message: `runs ${named(command)} with a ${helper}, which is put to use only by run_as_root=True`,
      related: witness ? [{ path: module.path, span: witness.call.node, message: "run as root here" }] : [],
      ...fixOf({ module, project }, command),
    };
  }
}

/** Whether the other calls of the tree by this last name that give the helper say `run_as_root` too, four of them at least. */
function isIdleInTree(project: ProjectFacts, { executor }: CommandFacts, helper: string): boolean {
  const name = lastPart(executor);
  const { alone, whole } = project.once(`calls of ${name} with ${helper}`, () => {
    const others = project
      .pathsMentioning(`${helper}=`)
      .flatMap((path) => commandsAt(project, path))
      .filter((other) => lastPart(other.executor) === name && given(other, helper));
    const both = others.filter((other) => given(other, "run_as_root"));
    return { alone: others.length - both.length, whole: both.length };
  });
  return whole >= 4 && alone <= 1;
}

function lastPart(name: string): string {
  return name.replace(/^.*\./, "");
}

function commandsAt(project: ProjectFacts, path: string): readonly CommandFacts[] {
  const module = project.module(path);
  return module ? commandsOf(module) : [];
}

interface Place {
  readonly module: ModuleFacts;
  readonly project: ProjectFacts;
}

/** A function of the tree that runs whatever it is given as root, in a network namespace be it. */
function becomesRoot(project: ProjectFacts, module: ModuleFacts, command: CommandFacts): boolean {
  const runner = project.callee(module, command.call.node)?.function.node.text ?? "";
  return /run_as_root['"]?\]?\s*[=,:]\s*True|\bnetns\.execute\(/.test(runner);
}

/** Tools whose need of root depends on what they work on. */
const EVERYDAY = new Set(
  `awk bash cat chgrp chmod chown cp cut date dd df du echo env false file find getconf git grep head hostname id kill ln ls
md5sum mkdir mkisofs mktemp mv nc nice openssl ping ps pwd python python3 qemu-img readlink rm rmdir scp sed sh sha256sum
sleep sort ssh stat sync sysctl tail tar tee test touch tr true truncate uname wc which`.split(/\s+/),
);

/** The only call without root of a tool that two and more functions of its module, or four and more calls, run as root. */
function isOdd(command: CommandFacts, commands: readonly CommandFacts[]): boolean {
  if (!isOfItsOwn(command)) return false;
  const same = commands.filter((other) => sameTool(other, command) && !isQuestion(other));
  return (
    same.every((other) => other === command || other.asRoot === true) &&
    (new Set(same.map((other) => other.call.within)).size >= 3 || same.length >= 5)
  );
}

/** The only call without root in a module whose functions run everything else as root by the same name: no place for the service's own files. */
function isOddChange(command: CommandFacts, commands: readonly CommandFacts[]): boolean {
  if (!CHANGERS.test(command.words[0] ?? "")) return false;
  const others = commands.filter((other) => other !== command && other.executor === command.executor);
  return (
    others.every((other) => other.asRoot === true) &&
    new Set(others.map((other) => other.call.within)).size >= 4
  );
}

const CHANGERS = /^(rm|mv|cp|mkdir|rmdir|chmod|chown|tee|ln|touch|truncate|dd|shred|kill)$/;

/** The only call without root of a tool that other modules run as root, twice or by a filter for it. */
function isOddInTree(project: ProjectFacts, module: ModuleFacts, command: CommandFacts): boolean {
  const tool = command.words[0] ?? "";
  if (!isOfItsOwn(command) || !isLocal(project, module, command) || /windows|hyperv/.test(module.path))
    return false;
  const same = (toolsOfRoot(project).get(tool) ?? [])
    .flatMap((path) => (path === module.path ? commandsOf(module) : commandsAt(project, path)))
    .filter((other) => other.words[0] === tool && !isQuestion(other) && other.call !== command.call);
  const fewest = rootwrapCommands(project)?.has(tool) ? 1 : 2;
  return same.length >= fewest && same.every((other) => other.asRoot === true);
}

/** The modules that run something as root, by the words with which they begin lists and arguments. */
function toolsOfRoot(project: ProjectFacts): ReadonlyMap<string, readonly string[]> {
  return project.onceOfTexts("tools of root", () => {
    const found = new Map<string, string[]>();
    for (const path of project.pathsMentioning("run_as_root=True")) {
      const begun = (project.text(path) ?? "").matchAll(/[[(]\s*['"]([\w./-]+)['"]/g);
      for (const tool of new Set([...begun].map((match) => match[1] ?? "")))
        found.set(tool, [...(found.get(tool) ?? []), path]);
    }
    return found;
  });
}

/** Whether its tool does one thing, which either needs root or does not. */
function isOfItsOwn(command: CommandFacts): boolean {
  const tool = command.words[0] ?? "";
  return /^[\w./-]+$/.test(tool) && !EVERYDAY.has(tool.replace(/^.*\//, "")) && !isQuestion(command);
}

function isQuestion({ words }: CommandFacts): boolean {
  return ASKING_TOOLS.has(words[0] ?? "") || asksOnly(words);
}

/** `rm -rf /var/lib/…`: a change below a directory that belongs to root. */
function changesSystem(words: readonly string[]): boolean {
  return (
    /^(rm|mv|cp|mkdir|rmdir|chmod|chown|tee|ln|touch|truncate)$/.test(words[0] ?? "") &&
    words.slice(1).some((word) => /^\/(etc|usr|lib|boot|sys|proc|dev|var\/lib)\//.test(word))
  );
}

function given(command: CommandFacts, name: string): boolean {
  return command.call.arguments.some((argument) => argument.kind === "keyword" && argument.name === name);
}

function named(command: CommandFacts): string {
  return command.words.length > 0 ? command.words.slice(0, 2).join(" ") : "a command";
}

/** None where a function of the tree runs the command that cannot be told to become root. */
function fixOf({ module, project }: Place, command: CommandFacts): { readonly fix?: Fix } {
  const runner = project.callee(module, command.call.node)?.function;
  const takes = runner?.parameters.some(({ name, kind }) => name === "run_as_root" || kind === "var-keyword");
  if (takes === false) return {};
  return {
    fix: {
      kind: "unsafe",
      title: "add run_as_root=True",
      edits: [{ span: lastPlace(command), text: ", run_as_root=True" }],
    },
  };
}

function sameTool(a: CommandFacts, b: CommandFacts): boolean {
  return a.executor === b.executor && a.words[0] === b.words[0];
}

/** Whether other modules give `run_as_root=True` to the execute function that the command is run by. */
function takesRootElsewhere(project: ProjectFacts, module: ModuleFacts, command: CommandFacts): boolean {
  const name = project.qualifiedName(module, command.call.callee);
  if (name === undefined || !isLocal(project, module, command)) return false;
  return rootExecutors(project).has(name) && !runsAsRoot(project, name);
}

/** Whether most of what needs root is run without it by the execute function: its program runs as root. */
function runsAsRoot(project: ProjectFacts, executor: string): boolean {
  const { bare, rooted } = project.once(`commands by ${executor}`, () => {
    const counts = { bare: 0, rooted: 0 };
    for (const path of project.pathsMentioning("execute(")) {
      const module = project.module(path);
      for (const command of module ? commandsOf(module) : []) {
        if (!module || !needsRoot(command.words) || isInEntrypoint(project, { module, call: command.call }))
          continue;
        if (project.qualifiedName(module, command.call.callee) !== executor) continue;
        if (command.asRoot === true) counts.rooted++;
        else if (command.asRoot === false) counts.bare++;
      }
    }
    return counts;
  });
  return bare > 9 && bare > 2 * rooted;
}

/** The full names of the functions that run something as root where they are called. */
function rootExecutors(project: ProjectFacts): ReadonlySet<string> {
  return project.once("executors of root", () => {
    const found = new Set<string>();
    for (const path of project.pathsMentioning("run_as_root=True")) {
      const module = project.module(path);
      for (const { asRoot, call } of module ? commandsOf(module) : []) {
        const name = module && asRoot === true && project.qualifiedName(module, call.callee);
        if (name) found.add(name);
      }
    }
    return found;
  });
}

/** Whether the project ships a rootwrap filter for the command, and the call is not carried to another machine. */
function isFiltered(project: ProjectFacts, module: ModuleFacts, command: CommandFacts): boolean {
  return (
    (rootwrapCommands(project)?.has(command.words[0] ?? "") ?? false) && isLocal(project, module, command)
  );
}

function isLocal(project: ProjectFacts, module: ModuleFacts, command: CommandFacts): boolean {
  const runner = project.callee(module, command.call.node)?.function.node.text ?? "";
  return !isRemote(runner) && !runner.includes("run_as_root=True");
}

/** `mount` alone lists what is mounted. */
function isListing(command: CommandFacts): boolean {
  const given = command.call.arguments.filter((argument) => argument.kind !== "keyword");
  return command.words.join() === "mount" && given.length === 1 && given[0]?.kind === "positional";
}

/** The end of the last argument. */
function lastPlace(command: CommandFacts): { readonly start: number; readonly end: number } {
  const end = command.call.arguments.at(-1)?.node.end ?? command.call.node.end - 1;
  return { start: end, end };
}
