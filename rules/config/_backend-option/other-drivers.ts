import {
  addTo,
  type Finding,
  literally,
  loadedWith,
  optionRegistry,
  type ProjectFacts,
  pathsWithWord,
  type RuleContext,
} from "../../../src/rule.ts";
import { APPENDING, collectAppended } from "./appended.ts";
import { readFrom } from "./reads.ts";

/**
 * An option that only drivers append which this one, that appends others, does not load, and that do not load it: read as an
 * attribute, it is not there.
 */
export function* ofOtherDrivers({ module, path, project, text }: RuleContext): Generator<Finding> {
  if (!text.includes("self.configuration.append_config_values(")) return;
  const { byFile, byOption } = appenders(project);
  const loaded = loadedWith(project, path);
  const appending = [...loaded].filter((file) => byFile.has(file));
  const here = new Set(appending.flatMap((file) => [...(byFile.get(file) ?? [])]));
  const foreign = new Map<string, string>();
  for (const [, option = ""] of text.matchAll(OWN_READ)) {
    const files = byOption.get(option) ?? [];
    const [first] = files;
    if (first === undefined || here.has(option) || foreign.has(option)) continue;
    if (optionRegistry(project).isUncertain(option) || mayBeHandedDown(project, path, files)) continue;
    if (!isSetIn(project, loaded, option)) foreign.set(option, first);
  }
  for (const node of foreign.size > 0 ? module.tree.ofType("attribute") : []) {
    const option = node.field("object")?.text === "self.configuration" ? readFrom(node, false) : undefined;
    const other = option === undefined ? undefined : foreign.get(option);
    const owner = module.classAround(node);
    if (option === undefined || other === undefined || !owner) continue;
    // what stands below no driver may be a part of one
    const above = project.classOrder({ module, class: owner }).classes.slice(1);
    if (!above.some((base) => base.module !== module && byFile.has(base.module.path))) continue;
    yield {
      span: node,
      message: `${option} is read from the back end's configuration, but appended by other drivers alone (${other})`,
    };
  }
}

const OWN_READ = /\bself\.configuration\.([a-z]\w*)\b(?!\s*(?:\(|=[^=]))/g;

/** Whether some loaded file sets the option, or asks whether it is there. */
function isSetIn(project: ProjectFacts, loaded: ReadonlySet<string>, option: string): boolean {
  const set = new RegExp(
    `\\b(?:set|has|get)attr\\([^()]*['"]${literally(option)}['"]|\\.${literally(option)}\\s*=[^=]`,
  );
  return pathsWithWord(project, option).some(
    (file) => loaded.has(file) && set.test(project.text(file) ?? ""),
  );
}

/**
 * Whether a file that appends the option loads the driver, or stands above it and is none itself: it may make the
 * configuration.
 */
function mayBeHandedDown(project: ProjectFacts, path: string, files: readonly string[]): boolean {
  return files.some((file) => {
    const folder = file.slice(0, file.lastIndexOf("/") + 1);
    const text = project.text(file) ?? "";
    const isDriver =
      /^class \w*Driver\w*\b/m.test(text) && text.includes("self.configuration.append_config_values(");
    return (path.startsWith(folder) && !isDriver) || loadedWith(project, file).has(path);
  });
}

interface Appenders {
  readonly byFile: ReadonlyMap<string, ReadonlySet<string>>;
  readonly byOption: ReadonlyMap<string, readonly string[]>;
}

/** Which files append which options to the configuration of a back end. */
function appenders(project: ProjectFacts): Appenders {
  return project.once("files that append back end options", () => {
    const registry = optionRegistry(project);
    const byFile = new Map<string, ReadonlySet<string>>();
    const byOption = new Map<string, string[]>();
    for (const path of project.pathsMentioning(...APPENDING)) {
      const own = new Set<string>();
      collectAppended(project, registry, path, own);
      byFile.set(path, own);
      for (const option of own) addTo(byOption, option, path);
    }
    return { byFile, byOption };
  });
}
