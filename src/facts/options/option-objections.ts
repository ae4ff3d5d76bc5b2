import type { SyntaxNode } from "../../parse/tree.ts";
import { suggest } from "../../text/suggest.ts";
import type { ModuleFacts } from "../module/module.ts";
import { isTestPath } from "../module/module-names.ts";
import { ancestorOf } from "../module/syntax.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { pathsAssigning } from "../tree/word-index.ts";
import { CONFIG_METHODS, isOfLibrary } from "./configuration-object.ts";
import { isAuthOption, isLibraryDefault, isLibraryGroup, isLibraryGrouped } from "./library-options.ts";
import { isMisspeltOption } from "./misspelt-option.ts";
import { type OptionRead, optionReadsIn, optionSettingsIn } from "./option-reads.ts";
import type { OptionRegistry } from "./option-registry.ts";
import { suspectReads } from "./option-words.ts";
import { optionRegistry } from "./options.ts";
import { hasForItself, isGroupOfService, mayBeOfService, standsAlone } from "./own-process.ts";

/** Why a read cannot work; `undefined` when it can, or when the tree does not say enough. */
export type Objection =
  | {
      readonly kind: "wrong-group";
      readonly groups: readonly string[];
      readonly option: string;
      readonly read: string;
    }
  | { readonly kind: "unregistered"; readonly option: string; readonly group: string };

/**
 * The option reads of a module that cannot work for one reason, in text order, and then what it sets so.
 *
 * @param module asked for when the text alone shows a read that may be one of them
 */
export function* objectionsIn<K extends Objection["kind"]>(
  project: ProjectFacts,
  path: string,
  module: () => ModuleFacts,
  kind: K,
): Generator<{ readonly read: OptionRead; readonly objection: Extract<Objection, { readonly kind: K }> }> {
  const registry = optionRegistry(project);
  const judge = (first: string, second: string | undefined) => {
    const objection = objectionTo(project, registry, path, first, second);
    return objection && isOf(objection, kind) ? objection : undefined;
  };
  if (!suspectReads(project, path, (first, second) => judge(first, second) !== undefined)) return;
  for (const read of [...optionReadsIn(project, module()), ...optionSettingsIn(module())]) {
    const objection = judge(read.first, read.second);
    if (!objection || isExcused(project, objection) || !isAboutConfig(project, registry, read, objection))
      continue;
    if (objection.kind === "unregistered" && isOfLibrary(project, module(), read.node)) continue;
    yield { read, objection };
  }
}

/** Whether what is read from is the configuration for sure, where the objection rests on that. */
function isAboutConfig(
  project: ProjectFacts,
  registry: OptionRegistry,
  read: OptionRead,
  objection: Objection,
): boolean {
  if (read.holds === "group") return registry.groups.has(read.first);
  // `from pecan import conf`
  const from = read.receiver === "likely" ? importOf(read.node, read.holder) : undefined;
  if (from !== undefined && project.pathOf(from.split(".", 1)[0] ?? "") === undefined) return false;
  const { option } = objection;
  const isUnknown = objection.kind === "unregistered";
  if ((isUnknown ? objection.group : objection.read) !== "DEFAULT") return true;
  // what is asked for by `getattr`, or set, may be a library's
  const isCertain = read.receiver === "certain" && !(isUnknown && read.by === "call");
  return (
    isCertain ||
    (read.by !== "call" && holdsEverything(registry, read)) ||
    (isUnknown && isMisspeltOption(registry, "DEFAULT", option))
  );
}

/**
 * Whether what is called conf is the whole configuration, not a group or a driver's part of it: its function or class
 * also registers options there, or reads a group's option behind the group's name.
 */
function holdsEverything(registry: OptionRegistry, { node, holder }: OptionRead): boolean {
  const scope = ancestorOf(node, holder.startsWith("self.") ? "class_definition" : "function_definition");
  // a configuration of its own, and a module called conf
  if (!scope || /\bConfigOpts\(/.test(scope.text) || importOf(node, holder) !== undefined) return false;
  const uses = new RegExp(`(?<![\\w.])${holder.replaceAll(".", "\\.")}\\.(\\w+)(?:\\.(\\w+))?`, "g");
  return [...scope.text.matchAll(uses)].some(
    ([, first = "", second]) =>
      /^(?:(?:un)?register_(?:cli_)?opts?|register_group|import_(?:opt|group)|set_override)$/.test(first) ||
      (second !== undefined && registry.groups.has(first) && registry.groupsOf(second)?.has(first)),
  );
}

/** The module from which a name is imported, or which it is; `undefined` where it is not imported. */
function importOf(node: SyntaxNode, name: string): string | undefined {
  let root = node;
  while (root.parent) root = root.parent;
  const found = new RegExp(
    `^[ \\t]*(?:from|import)[ \\t]+([\\w.]+)[^\\n]*(?<!\\.)\\b${name}\\s*(?:,|$)`,
    "m",
  ).exec(root.text);
  return found?.[1];
}

function isOf<K extends Objection["kind"]>(
  objection: Objection,
  kind: K,
): objection is Extract<Objection, { readonly kind: K }> {
  return objection.kind === kind;
}

/** Judges `CONF.first` and `CONF.first.second` by what the tree registers. */
function objectionTo(
  project: ProjectFacts,
  registry: OptionRegistry,
  path: string,
  first: string,
  second: string | undefined,
): Objection | undefined {
  if (registry.size < 5 || CONFIG_METHODS.has(first) || first.startsWith("_")) return undefined;
  if (isLibraryGroup(first) && !isOwnGroup(registry, first, second)) return undefined;
  if (registry.groups.has(first))
    return second === undefined ? undefined : objectionInGroup(project, registry, path, first, second);
  const groups = registry.groupsOf(first);
  const home = registry.isKnown(first) ? undefined : libraryGroup(project, first);
  if (home !== undefined && standsAlone(project, path))
    return { kind: "wrong-group", groups: [home], option: first, read: "DEFAULT" };
  if (groups?.has("DEFAULT") || registry.isUncertain(first) || isLibraryDefault(first)) return undefined;
  if (groups && groups.size > 0)
    return { kind: "wrong-group", groups: [...groups].sort(), option: first, read: "DEFAULT" };
  const otherCase = second === undefined ? undefined : registry.groupInAnyCase(first);
  if (second !== undefined && otherCase !== undefined && isOptionOf(registry, otherCase, second))
    return { kind: "wrong-group", groups: [otherCase], option: second, read: first };
  const homes = second === undefined || registry.isUncertain(second) ? undefined : registry.groupsOf(second);
  if (second !== undefined && !METHODS_OF_VALUES.has(second) && homes && homes.size > 0)
    return mayBeOfService(project, registry, path, first)
      ? undefined
      : { kind: "wrong-group", groups: [...homes].sort(), option: second, read: first };
  if (registry.isKnown(first)) return undefined;
  return standsAlone(project, path) || isMisspeltMethod(first) || isMisspeltOption(registry, "DEFAULT", first)
    ? { kind: "unregistered", option: first, group: "DEFAULT" }
    : undefined;
}

/** Whether the tree registers options in the group, and no library is known to have this one. */
function isOwnGroup(registry: OptionRegistry, group: string, option: string | undefined): boolean {
  return option !== undefined && !isLibraryGrouped(option) && registry.sitesOfGroup(group).length > 0;
}

/**
 * Whether something that this tree does not show makes the name: another library's function, the service that a library
 * is for (whose part its tests play), or a plain assignment. It reads the tests, and is for what else would be told.
 */
function isExcused(project: ProjectFacts, objection: Objection): boolean {
  if (objection.kind !== "unregistered" || objection.group !== "DEFAULT") return false;
  const { option } = objection;
  if (foreignGroups(project).has(option) || madeByTests(project).has(option)) return true;
  const assigned = new RegExp(`\\bconf\\.${option}\\s*=[^=]`, "i");
  return pathsAssigning(project, option).some((path) => assigned.test(project.text(path) ?? ""));
}

/** The options that test code constructs. */
function madeByTests(project: ProjectFacts): ReadonlySet<string> {
  return project.onceOfTexts("options of tests", () => {
    const made = new Set<string>();
    for (const path of project.sources.paths) {
      const text = path.endsWith(".py") && isTestPath(path) ? project.sources.read(path) : undefined;
      for (const [, name = ""] of text?.matchAll(/Opt\(\s*(?:name\s*=\s*)?['"]([\w-]+)['"]/g) ?? [])
        made.add(name.replaceAll("-", "_"));
    }
    return made;
  });
}

/** `x` of `library.register_x_opts(CONF)`, where the library is neither in the tree nor one whose options are listed below. */
function foreignGroups(project: ProjectFacts): ReadonlySet<string> {
  return project.onceOfTexts("groups of foreign libraries", () => {
    const groups = new Set<string>();
    for (const path of project.pathsMentioning("_opts(")) {
      const text = project.text(path) ?? "";
      for (const [, holder = "", group = ""] of text.matchAll(
        /\b(\w+)\.register_(\w+)_opts\([\w.]*CONF\b/g,
      )) {
        const from = new RegExp(
          `^[ \\t]*(?:from[ \\t]+([\\w.]+)[ \\t]+)?import[ \\t]+[^\\n]*\\b${holder}\\b`,
          "m",
        ).exec(text)?.[1];
        const root = (from ?? holder).split(".", 1)[0] ?? "";
        if (project.pathOf(root) === undefined) groups.add(group);
      }
    }
    return groups;
  });
}

/** `regsiter_opts`: nobody names an option like this. */
function isMisspeltMethod(name: string): boolean {
  return (
    /^(reg|imp|set|clear|unreg)\w*_(opts?|group|override|default)$/.test(name) &&
    suggest(name, [...CONFIG_METHODS]) !== undefined
  );
}

function objectionInGroup(
  project: ProjectFacts,
  registry: OptionRegistry,
  path: string,
  group: string,
  option: string,
): Objection | undefined {
  const groups = registry.groupsOf(option);
  // a group may share its name with an option: `CONF.host.lower()`
  if (
    groups?.has(group) ||
    registry.isUncertain(option) ||
    registry.groupsOf(group)?.has("DEFAULT") ||
    registry.isUncertain(group)
  )
    return undefined;
  if (METHODS_OF_VALUES.has(option) || CONFIG_METHODS.has(option) || isAuthOption(option)) return undefined;
  if (groups && groups.size > 0)
    return isGroupOfService(project, path, group)
      ? undefined
      : { kind: "wrong-group", groups: [...groups].sort(), option, read: group };
  if (registry.isKnown(option)) return undefined;
  const isOwn = standsAlone(project, path) || hasForItself(project, registry, group);
  return (isOwn && registry.openedBy(group).length === 0) || isMisspeltOption(registry, group, option)
    ? { kind: "unregistered", option, group }
    : undefined;
}

function isOptionOf(registry: OptionRegistry, group: string, name: string): boolean {
  return !METHODS_OF_VALUES.has(name) && registry.groupsOf(name)?.has(group) === true;
}

const METHODS_OF_VALUES = new Set([
  "get",
  "items",
  "keys",
  "pop",
  "values",
  "lower",
  "upper",
  "split",
  "strip",
  "format",
  "startswith",
  "endswith",
  "replace",
  "append",
  "join",
  "register_opts",
  "register_opt",
  "copy",
  "encode",
  "count",
  "index",
  "partition",
  "rpartition",
  "lstrip",
  "rstrip",
]);

/** The group of a library's option that older code had in DEFAULT, in a tree that uses the library. */
function libraryGroup(project: ProjectFacts, option: string): string | undefined {
  const group = /^policy_(?:file|dirs|default_rule)$/.test(option)
    ? "oslo_policy"
    : /^(?:lock_path|disable_process_locking)$/.test(option)
      ? "oslo_concurrency"
      : undefined;
  return group !== undefined && project.pathsMentioning(`from ${group} import`, `import ${group}`).length > 0
    ? group
    : undefined;
}
