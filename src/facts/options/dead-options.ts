import { literally } from "../../text/literally.ts";
import { loadedWith } from "../tree/import-graph.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { pathsWithWord } from "../tree/word-index.ts";
import { isLibraryOption } from "./library-options.ts";
import type { OptionRegistry } from "./option-registry.ts";
import { optionRegistry } from "./options.ts";
import { mayBeNamedIn } from "./registrars.ts";

/** A function that registers options, and its module. */
export interface Registrar {
  readonly path: string;
  readonly name: string;
}

/** For each option that functions alone register, none of which the program can come to: one of them. */
export function deadOptions(project: ProjectFacts, program: string): ReadonlyMap<string, Registrar> {
  const registry = optionRegistry(project);
  const loaded = loadedWith(project, program);
  const found = new Map<string, Registrar>();
  for (const option of registry.optionsOfFunctions()) {
    if (registry.isUncertain(option) || isLibraryOption(option)) continue;
    if (isMadeElsewhere(registry, loaded, option)) continue;
    const sites = registry.sitesOf(option);
    const site = sites.find(({ within }) => /^_?register/.test(within ?? "")) ?? sites[0];
    if (!site || site.within === undefined) continue;
    const isDead = sites.every(
      ({ path, within }) => within !== undefined && isDeadIn(project, loaded, path, within),
    );
    if (isDead && isReadIn(project, registry, loaded, option))
      found.set(option, { path: site.path, name: site.within });
  }
  return found;
}

/** Whether a loaded module constructs the option and registers it nowhere: whoever is given its list may do that. */
function isMadeElsewhere(registry: OptionRegistry, loaded: ReadonlySet<string>, option: string): boolean {
  const sites = registry.sitesOf(option);
  return registry
    .definedIn(option)
    .some((path) => loaded.has(path) && !sites.some((site) => site.path === path));
}

/** Whether nothing that is loaded may call the function. */
function isDeadIn(project: ProjectFacts, loaded: ReadonlySet<string>, path: string, name: string): boolean {
  return !usersOf(project, path, name).some((user) => loaded.has(user));
}

/** The files that may call a function that registers options, itself or through others of its module. */
export function usersOf(project: ProjectFacts, path: string, name: string): readonly string[] {
  return project.onceOfTexts(`users of ${path} ${name}`, () => {
    const text = project.text(path) ?? "";
    const own = [...text.matchAll(new RegExp(`(?<!\\bdef )\\b${literally(name)}\\b`, "g"))];
    const users = pathsWithWord(project, name).filter(
      (user) => user !== path && mayBeNamedIn(project, user, path, name),
    );
    // who calls it here may be called by anybody
    return own.length > 0 ? [path, ...users] : users;
  });
}

function isReadIn(
  project: ProjectFacts,
  registry: OptionRegistry,
  loaded: ReadonlySet<string>,
  option: string,
): boolean {
  return pathsWithWord(project, option).some(
    (path) => loaded.has(path) && !registry.definedIn(option).includes(path),
  );
}
