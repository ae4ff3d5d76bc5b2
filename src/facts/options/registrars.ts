import { literally } from "../../text/literally.ts";
import { lastModule } from "../module/module-names.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { pathsWithWord } from "../tree/word-index.ts";

/**
 * Whether some code of the tree may call a function of a module's first column that registers options.
 *
 * Told from texts: a call behind the module's name or an alias of it, a bare use where it is imported or defined, a
 * string with its name, and any use behind something that is no imported module, which may be anything.
 */
export function mayBeCalled(project: ProjectFacts, path: string, name: string): boolean {
  return project.onceOfTexts(`may be called ${path} ${name}`, () => {
    const module = lastModule(path);
    return pathsWithWord(project, name).some((user) =>
      usesOf(project, user, name).some((use) => isItsUse(use, user === path, module)),
    );
  });
}

/**
 * Whether a text may speak of what another module calls so: behind that module's name or an alias of it, imported from it, in a
 * string, or behind something that is no imported module.
 */
export function mayName(text: string, path: string, name: string): boolean {
  return mayBeItsUse(text, usesIn(text, name), path, name);
}

/** The same of a file of the tree; many modules have a function of one name for their options, and each asks all that say it. */
export function mayBeNamedIn(project: ProjectFacts, user: string, path: string, name: string): boolean {
  return mayBeItsUse(project.text(user) ?? "", usesOf(project, user, name), path, name);
}

function mayBeItsUse(text: string, uses: readonly Use[], path: string, name: string): boolean {
  const module = lastModule(path);
  const imported = `^[ \\t]*from (?:[\\w.]*\\.)?${literally(module)} import (?:\\([^)]*?)?.*\\b${literally(name)}\\b`;
  const isImported = text.includes(`${module} import`) && new RegExp(imported, "m").test(text);
  return isImported || uses.some((use) => isItsUse(use, false, module));
}

function usesOf(project: ProjectFacts, user: string, name: string): readonly Use[] {
  return project.onceOfTexts(`uses of ${name} in ${user}`, () => usesIn(project.text(user) ?? "", name));
}

/** A use of a name in a text. */
interface Use {
  /** What stands before the dot: `services` of `conf.services.register_opts`; `undefined` for the bare name. */
  readonly receiver: string | undefined;
  /** The module that the bare name is imported from, or that the receiver is an alias of, by its last part. */
  readonly origin: string | undefined;
  readonly isOwn: boolean;
  /** A bare name that stands in a string, or that a `from shop import *` may have brought in. */
  readonly isOpen: boolean;
}

function isItsUse({ receiver, origin, isOwn, isOpen }: Use, isHere: boolean, module: string): boolean {
  // the configuration's own method of the same name
  if (receiver !== undefined && origin === undefined && /(^|\.)(_?conf|CONF|cfg)$/.test(receiver))
    return false;
  // what a class has is no module's
  if (receiver === "self" || receiver === "cls") return false;
  if (receiver !== undefined) return origin === undefined || origin === module;
  if (isHere) return true;
  return !isOwn && (origin === undefined ? isOpen : origin === module);
}

const TAKES_BY_NAME = /getattr|attrgetter|methodcaller|import_|__import__|load/;

function usesIn(text: string, name: string): readonly Use[] {
  const imported = importedFrom(text, name);
  const isOwn = new RegExp(
    `^(?:def ${literally(name)}\\b|${literally(name)}\\s*(?::[^=\\n]*)?=[^=])`,
    "m",
  ).test(text);
  const uses = new RegExp(`(?<!\\bdef )(?<![\\w.])(?:([\\w.]+)\\.)?${literally(name)}\\b`, "g");
  const statements = /^[ \t]*(?:from [\w.]+ import (?:\([^)]*\)|.*)|import .*)$/gm;
  const hasStar = /^[ \t]*from [\w.]+ import \*/m.test(text);
  const code = text.replace(statements, "").replace(/#.*$/gm, "");
  return [...code.matchAll(uses)].map((match) => {
    const receiver = match[1];
    const before = code[match.index - 1] ?? "";
    const isOpen = hasStar || before === ":" || (/['"]/.test(before) && TAKES_BY_NAME.test(text));
    const last = receiver === undefined ? name : lastPart(receiver);
    // a dotted receiver names its module itself
    return { receiver, isOwn, isOpen, origin: receiver?.includes(".") ? last : imported.get(last) };
  });
}

/** What imported names stand for, by the last part: `{ conf: "config" }` of `from a import config as conf`. */
function importedFrom(text: string, name: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(/^[ \t]*from ([\w.]+) import (\([^)]*\)|(?:\\\n|.)*)$/gm)) {
    for (const part of (match[2] ?? "").replace(/[()\\]|#.*$/gm, " ").split(",")) {
      const [original = "", , alias] = part.trim().split(/\s+/);
      // what is asked for, and a function, come from their module; a module from itself
      if (original === "") continue;
      found.set(
        alias ?? original,
        original === name || /^register/.test(original) ? lastPart(match[1] ?? "") : original,
      );
    }
  }
  for (const [, module = "", alias] of text.matchAll(/^[ \t]*import ([\w.]+)(?: as (\w+))?/gm)) {
    found.set(alias ?? lastPart(module), lastPart(module));
    const root = module.split(".", 1)[0] ?? "";
    if (alias === undefined && !found.has(root)) found.set(root, root);
  }
  return found;
}

function lastPart(dotted: string): string {
  return dotted.split(".").at(-1) ?? "";
}
