import {
  literally,
  mayName,
  type OptionRegistry,
  optionRegistry,
  type ProjectFacts,
  pathsWithWord,
  type RegisteredList,
} from "../../../src/rule.ts";
import { APPENDING, collectAppended } from "./appended.ts";
import { withoutOldNames } from "./old-names.ts";
import { ASKED } from "./reads.ts";

/** Whether a back end may have the option; `undefined` in trees that have no such thing as back ends. */
export function backendOptions(project: ProjectFacts): ((option: string) => boolean) | undefined {
  return project.once("back end options", () => {
    if (project.pathsMentioning("append_config_values(").length === 0) return undefined;
    const registry = optionRegistry(project);
    const appended = new Set<string>();
    for (const path of project.pathsMentioning(...APPENDING)) {
      if (appendsForeign(project, path)) return undefined;
      collectAppended(project, registry, path, appended);
    }
    if (appended.size === 0) return undefined;
    return (option: string) => {
      if (appended.has(option) || registry.isUncertain(option) || ATTRIBUTES.has(option)) return true;
      return registry.isKnown(option)
        ? !isOfService(registry, option) && !isForServiceAlone(project, registry, option)
        : project.once(`set elsewhere ${option}`, () => isSetElsewhere(project, option));
    };
  });
}

/** Defined only by the code that all back ends share: nobody's driver option. */
function isOfService(registry: OptionRegistry, option: string): boolean {
  return registry.definedIn(option).every((path) => /(^|\/)(db|common|api|conf)\//.test(path));
}

/**
 * Whether every list that holds the option is registered where it stands, and named nowhere else but by what announces it: then
 * nothing appends it.
 */
function isForServiceAlone(project: ProjectFacts, registry: OptionRegistry, option: string): boolean {
  const lists = registry.registeredLists.filter(({ options }) => options.includes(option));
  const set = new RegExp(
    `\\.${literally(option)}\\s*=[^=]|\\b${literally(option)}=|\\b[sh]\\w+attr\\([^()]*['"]${literally(option)}['"]`,
  );
  return (
    lists.length > 0 &&
    registry.definedIn(option).length === 1 &&
    lists.every((list) => isRegisteredAlone(project, list)) &&
    !project.pathsMentioning(option).some((path) => set.test(project.text(path) ?? ""))
  );
}

function isRegisteredAlone(project: ProjectFacts, { path, name }: RegisteredList): boolean {
  const rest = (project.text(path) ?? "")
    .replace(new RegExp(`^${literally(name)} = `, "m"), "")
    .replace(new RegExp(`^(?:\\w+\\.)*register_opts\\(\\s*${literally(name)}\\b`, "gm"), "");
  const names = (file: string) =>
    mayName(project.text(file) ?? "", path, name) && !isAnnouncer(project, file);
  return (
    !new RegExp(`\\b${literally(name)}\\b`).test(rest) &&
    !pathsWithWord(project, name).some((file) => file !== path && names(file))
  );
}

function isAnnouncer(project: ProjectFacts, path: string): boolean {
  return /^def _?list_\w*opts\(/m.test(project.text(path) ?? "");
}

/** `setattr(configuration, 'x', …)`, `configuration.x = …`, `x=` of a stand-in: drivers also keep their own things there. */
function isSetElsewhere(project: ProjectFacts, option: string): boolean {
  const set = new RegExp(
    `['"]${literally(option)}['"]|\\.${literally(option)}\\s*=[^=]|\\b${literally(option)}=|def ${literally(option)}\\b|^ {0,8}${literally(option)}\\s*=`,
    "m",
  );
  return project
    .pathsMentioning(option)
    .some((path) => set.test(withoutOldNames(project.text(path) ?? "").replace(ASKED, "")));
}

/**
 * Whether what is appended comes from a package that is not in the tree: the back ends are somebody else's, with their
 * options.
 */
function appendsForeign(project: ProjectFacts, path: string): boolean {
  const names = [...(project.text(path) ?? "").matchAll(/\bappend_config_values\(\s*([\w.]+)\s*\)/g)];
  if (names.length === 0) return false;
  const module = project.module(path);
  return names.some(
    ([, name = ""]) => module && project.meaningOf(module, name, module.scope).kind === "external",
  );
}

/** What the configuration object has besides options. */
const ATTRIBUTES = new Set([
  "append_config_values",
  "safe_get",
  "get",
  "set_default",
  "config_group",
  "local_conf",
  "global_conf",
  "backend_conf",
  "shared_backend_conf",
  "conf",
  "setup_mixin",
]);
