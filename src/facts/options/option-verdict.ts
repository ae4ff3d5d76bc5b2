import type { ProjectFacts } from "../tree/project.ts";
import { CONFIG_METHODS } from "./configuration-object.ts";
import { isAuthOption, isLibraryDefault, isLibraryGroup, isLibraryGrouped } from "./library-options.ts";
import { isMisspeltOption } from "./misspelt-option.ts";
import type { OptionRegistry } from "./option-registry.ts";
import { hasForItself, isGroupOfService, mayBeOfService, standsAlone } from "./own-process.ts";
import { mayBeOfServices } from "./service-options.ts";

/** Why a read cannot work; `undefined` when it can, or when the tree does not say enough. */
export type Objection =
  | {
      readonly kind: "wrong-group";
      readonly groups: readonly string[];
      readonly option: string;
      readonly read: string;
    }
  | { readonly kind: "unregistered"; readonly option: string; readonly group: string };

/** Where options are read: a file, and what its tree registers. */
export interface ReadingFile {
  readonly project: ProjectFacts;
  readonly registry: OptionRegistry;
  readonly path: string;
}

/** A tree that registers fewer options says little about which there are. */
const FEWEST = 5;

/** Judges `CONF.first` and `CONF.first.second` by what the tree registers. */
export function objectionTo(
  file: ReadingFile,
  first: string,
  second: string | undefined,
): Objection | undefined {
  const { registry } = file;
  if (registry.size < FEWEST) return undefined;
  if (isLibraryGroup(first) && !isOwnGroup(registry, first, second))
    return second === undefined ? undefined : objectionInLibrarys(file, first, second);
  if (!registry.groups.has(first)) return objectionAtTop(file, first, second);
  return second === undefined ? undefined : objectionInGroup(file, first, second);
}

/** Where the first name is no group of the tree: an option of DEFAULT, or what is taken for a group. */
function objectionAtTop(file: ReadingFile, first: string, second: string | undefined): Objection | undefined {
  const { project, registry, path } = file;
  const home = registry.isKnown(first) ? undefined : libraryGroup(project, first);
  if (home !== undefined && standsAlone(project, path)) return wrongGroup([home], first, "DEFAULT");
  const groups = registry.groupsOf(first);
  if (groups?.has("DEFAULT") || registry.isUncertain(first) || isLibraryDefault(first)) return undefined;
  if (groups) return wrongGroup(groups, first, "DEFAULT");
  if (second !== undefined) {
    const homes =
      METHODS_OF_VALUES.has(second) || registry.isUncertain(second) ? undefined : registry.groupsOf(second);
    if (homes)
      return mayBeOfService(project, registry, path, first) ? undefined : wrongGroup(homes, second, first);
  }
  return isAllKnown(project, path, first)
    ? { kind: "unregistered", option: first, group: "DEFAULT" }
    : undefined;
}

function objectionInGroup(file: ReadingFile, group: string, option: string): Objection | undefined {
  const { project, registry, path } = file;
  const groups = registry.groupsOf(option);
  if (groups?.has(group) || registry.isUncertain(option)) return undefined;
  // a group may share its name with an option: `CONF.host.lower()`
  if (registry.groupsOf(group)?.has("DEFAULT") || registry.isUncertain(group)) return undefined;
  if (METHODS_OF_VALUES.has(option) || CONFIG_METHODS.has(option)) return undefined;
  if (isAuthOption(option) && !isElsewhere(file, group, option)) return undefined;
  if (groups) return isGroupOfService(project, path, group) ? undefined : wrongGroup(groups, option, group);
  // what a group has of its own begins so as well
  if (option.startsWith("_"))
    return registry.groupsOf(option.slice(1))?.has(group)
      ? { kind: "unregistered", option, group }
      : undefined;
  const isOwn = isAllKnown(project, path, option) || hasForItself(project, registry, group);
  return (isOwn && registry.openedBy(group).length === 0) || isMisspeltOption(registry, group, option)
    ? { kind: "unregistered", option, group }
    : undefined;
}

/** Whether an option that keystoneauth may register is the tree's own, in groups that are known, and not of this one. */
function isElsewhere({ project, registry, path }: ReadingFile, group: string, option: string): boolean {
  const isOwn = registry.sitesOf(option).length > 0 && registry.sitesOfGroup(group).length > 0;
  return isOwn && !registry.mayAuthenticate(group) && standsAlone(project, path);
}

/** Whether all that may register the option is known: the tree alone, or services of which none ever had it. */
function isAllKnown(project: ProjectFacts, path: string, option: string): boolean {
  return standsAlone(project, path) || !mayBeOfServices(project, path, option);
}

/** An option of the tree that is read from the group of a library, of which none has the name in a group. */
function objectionInLibrarys(file: ReadingFile, group: string, option: string): Objection | undefined {
  const { project, registry, path } = file;
  if (isLibraryGrouped(option) || registry.isUncertain(option) || METHODS_OF_VALUES.has(option))
    return undefined;
  // what is called on a subcommand is an argument of its parser
  if (registry.isKnown(group) || registry.openedBy(group).length > 0) return undefined;
  const homes = registry.groupsOf(option);
  return homes && standsAlone(project, path) ? wrongGroup(homes, option, group) : undefined;
}

function wrongGroup(groups: Iterable<string>, option: string, read: string): Objection {
  return { kind: "wrong-group", groups: [...groups].sort(), option, read };
}

/** Whether the tree registers options in the group, and no library is known to have this one. */
function isOwnGroup(registry: OptionRegistry, group: string, option: string | undefined): boolean {
  return option !== undefined && !isLibraryGrouped(option) && registry.sitesOfGroup(group).length > 0;
}

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

/** What is called on values: `CONF.host.lower()`. */
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
