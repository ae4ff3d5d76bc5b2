import {
  ASKING_TOOLS,
  asksOnly,
  type CommandFacts,
  commandsOf,
  entrypointAbove,
  type Finding,
  type Fix,
  isEntrypoint,
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
  yield* idleHelpers(module, commands);
  for (const command of commands) {
    if (command.asRoot !== false) continue;
    if (!needsRoot(command.words) && !changesSystem(command.words) && !isOdd(command, commands)) continue;
    const witness =
      rooted.find((other) => sameTool(other, command)) ??
      rooted.find((other) => other.executor === command.executor);
    // `run_as_root=False` is somebody's decision
    if (given(command, "run_as_root") || isListing(command)) continue;
    if (!witness && wrapped.includes(command)) continue;
    if (!witness && !ownExecuteTakesRoot(project, module, command) && !isFiltered(project, module, command))
      continue;
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
      fix: asRoot(command),
    };
  }
}

/** `execute('rm', path, root_helper=helper)`: processutils uses the helper only with `run_as_root=True`. */
function* idleHelpers(module: ModuleFacts, commands: readonly CommandFacts[]): Generator<Finding> {
  const whole = commands.filter((command) => given(command, "root_helper") && given(command, "run_as_root"));
  for (const command of whole.length > 0 ? commands : []) {
    const witness = whole.find((other) => other.executor === command.executor);
    if (!witness || !given(command, "root_helper")) continue;
    if (given(command, "run_as_root") || command.call.arguments.some(({ kind }) => kind === "double-splat"))
      continue;
    yield {
      span: command.call.node,
      message: `runs ${named(command)} with a root_helper, which is put to use only by run_as_root=True`,
      related: [{ path: module.path, span: witness.call.node, message: "run as root here" }],
      fix: asRoot(command),
    };
  }
}

/** A function of the tree that runs whatever it is given as root. */
function becomesRoot(project: ProjectFacts, module: ModuleFacts, command: CommandFacts): boolean {
  const runner = project.callee(module, command.call.node)?.function.node.text ?? "";
  return /run_as_root['"]?\]?\s*[=,:]\s*True/.test(runner);
}

/** Tools whose need of root depends on what they work on. */
const EVERYDAY = new Set(
  `awk bash cat chgrp chmod chown cp cut date dd df du echo env false file find getconf git grep head hostname id kill ln ls
md5sum mkdir mkisofs mktemp mv nc nice openssl ping ps pwd python python3 qemu-img readlink rm rmdir scp sed sh sha256sum
sleep sort ssh stat sync tail tar tee test touch tr true truncate uname wc which`.split(/\s+/),
);

/** The only call without root of a tool that its module runs as root two times and more. */
function isOdd(command: CommandFacts, commands: readonly CommandFacts[]): boolean {
  const tool = command.words[0] ?? "";
  if (!/^[\w./-]+$/.test(tool) || EVERYDAY.has(tool.replace(/^.*\//, "")) || isQuestion(command))
    return false;
  const same = commands.filter((other) => sameTool(other, command) && !isQuestion(other));
  return (
    same.every((other) => other === command || other.asRoot === true) &&
    new Set(same.map((other) => other.call.within)).size >= 3
  );
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

function asRoot(command: CommandFacts): Fix {
  return {
    kind: "unsafe",
    title: "add run_as_root=True",
    edits: [{ span: lastPlace(command), text: ", run_as_root=True" }],
  };
}

function sameTool(a: CommandFacts, b: CommandFacts): boolean {
  return a.executor === b.executor && a.words[0] === b.words[0];
}

/** The module's own execute function, which other modules call with `run_as_root=True`. */
function ownExecuteTakesRoot(project: ProjectFacts, module: ModuleFacts, command: CommandFacts): boolean {
  if (!module.scope.bindings.get(command.executor)?.some((binding) => binding.kind === "function"))
    return false;
  const qualified = new RegExp(
    `\\b${module.name.split(".").at(-1) ?? ""}\\.${command.executor}\\([^)]*run_as_root=True`,
  );
  for (const path of project.pathsMentioning("run_as_root=True"))
    if (qualified.test(project.text(path) ?? "")) return true;
  return false;
}

/** Whether the project ships a rootwrap filter for the command, and the call is not carried to another machine. */
function isFiltered(project: ProjectFacts, module: ModuleFacts, command: CommandFacts): boolean {
  if (!rootwrapCommands(project)?.has(command.words[0] ?? "")) return false;
  const runner = project.callee(module, command.call.node)?.function.node.text ?? "";
  return !/ssh|run_as_root=True/i.test(runner);
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
