import { addTo } from "../../text/multimap.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { commandsAt, isLocal } from "./command-runners.ts";
import { type CommandFacts, commandsOf } from "./commands.ts";
import { ASKING_TOOLS, asksOnly } from "./root-tools.ts";
import { rootwrapCommands } from "./rootwrap.ts";

/**
 * Whether a command is the only one without root among its like: of its module's commands with the same tool, of the
 * changes that its module makes, or of the tree's commands with the same tool.
 */
export function isOddOneOut(
  project: ProjectFacts,
  module: ModuleFacts,
  command: CommandFacts,
  commands: readonly CommandFacts[],
): boolean {
  return (
    isOdd(command, commands) ||
    isOddChange(command, commands) ||
    isOddAtPlace(command, commands) ||
    isOddInTree(project, module, command)
  );
}

/** The only call without root of a tool that two and more functions of its module, or four and more calls, run as root. */
function isOdd(command: CommandFacts, commands: readonly CommandFacts[]): boolean {
  if (!isOfItsOwn(command)) return false;
  const same = commands.filter((other) => sameTool(other, command) && !isQuestion(other));
  return (
    same.every((other) => other === command || other.asRoot === true) &&
    (new Set(same.map((other) => other.call.within)).size >= 3 || same.length >= 5)
  );
}

/**
 * The only call without root in a module whose functions run everything else, or every other change of files, as root
 * by the same name: no place for the service's own files.
 */
function isOddChange(command: CommandFacts, commands: readonly CommandFacts[]): boolean {
  if (!CHANGERS.test(command.words[0] ?? "")) return false;
  const others = commands.filter((other) => other !== command && other.executor === command.executor);
  const changes = others.filter(({ words }) => OF_WHAT_IS_THERE.test(words[0] ?? ""));
  return (
    (others.every((other) => other.asRoot === true) && functionsOf(others).size >= 4) ||
    isOddAmong(command, changes)
  );
}

/** Whether three functions and all others that run such commands ask for root; what is temporary is the service's own. */
function isOddAmong(command: CommandFacts, others: readonly CommandFacts[]): boolean {
  const lasting = others.filter((other) => !isTemporary(other));
  return (
    OF_WHAT_IS_THERE.test(command.words[0] ?? "") &&
    !isTemporary(command) &&
    lasting.every((other) => other.asRoot !== false) &&
    functionsOf(lasting).size >= 3
  );
}

/** The only change without root of a place that its function makes or changes as root: `mkdir door` as root, then `cp key door`. */
function isOddAtPlace(command: CommandFacts, commands: readonly CommandFacts[]): boolean {
  const [, ...words] = command.words;
  if (!CHANGERS.test(command.words[0] ?? "") || words.includes("/dev/null")) return false;
  const places = placesOf(command);
  const others = commands.filter(
    (other) =>
      other !== command &&
      other.call.within === command.call.within &&
      other.executor === command.executor &&
      placesOf(other).some((place) => places.includes(place)),
  );
  return (
    others.some(({ asRoot, words: [tool = ""] }) => asRoot === true && CHANGERS.test(tool)) &&
    others.every(({ asRoot, words: [tool = ""] }) => asRoot !== false && !GIVES.test(tool))
  );
}

/** What makes a place another user's. */
const GIVES = /^(?:chown|chmod|install|setfacl)$/;

function placesOf({ call }: CommandFacts): readonly string[] {
  return call.arguments.flatMap(({ kind, value }) =>
    kind === "positional" && /^(?:identifier|attribute|subscript)$/.test(value.type) ? [value.text] : [],
  );
}

function isTemporary({ call }: CommandFacts): boolean {
  return call.arguments.some(({ kind, value }) => kind !== "keyword" && /te?mp/i.test(value.text));
}

function functionsOf(commands: readonly CommandFacts[]): ReadonlySet<FunctionFacts | null> {
  return new Set(commands.map((command) => command.call.within));
}

/** Whoever makes a directory or a file owns it; what is there may be another's. */
const OF_WHAT_IS_THERE = /^(rm|rmdir|mv|chmod|chown|ln|truncate|shred)$/;
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
      for (const tool of new Set([...begun].map((match) => match[1] ?? ""))) addTo(found, tool, path);
    }
    return found;
  });
}

/** Whether two commands are run by the same function, with the same tool. */
export function sameTool(a: CommandFacts, b: CommandFacts): boolean {
  return a.executor === b.executor && a.words[0] === b.words[0];
}

/** Whether its tool does one thing, which either needs root or does not. */
function isOfItsOwn(command: CommandFacts): boolean {
  const tool = command.words[0] ?? "";
  return /^[\w./-]+$/.test(tool) && !EVERYDAY.has(tool.replace(/^.*\//, "")) && !isQuestion(command);
}

function isQuestion({ words }: CommandFacts): boolean {
  return ASKING_TOOLS.has(words[0] ?? "") || asksOnly(words);
}

/** Tools whose need of root depends on what they work on. */
const EVERYDAY = new Set(
  `awk bash cat chgrp chmod chown cp cut date dd df du echo env false file find getconf git grep head hostname id kill ln ls
md5sum mkdir mkisofs mktemp mv nc nice openssl ping ps pwd python python3 qemu-img readlink rm rmdir scp sed sh sha256sum
sleep sort ssh stat sync sysctl tail tar tee test touch tr true truncate uname wc which`.split(/\s+/),
);
