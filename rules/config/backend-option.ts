import {
  addTo,
  argumentsAt,
  descendants,
  type Finding,
  hasWordOnce,
  loadedWith,
  mayName,
  type OptionRegistry,
  optionRegistry,
  type ProjectFacts,
  pathsWithWord,
  type RegisteredList,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  safelyAsked,
} from "../../src/rule.ts";

/** An option read from a back end's configuration that no driver appends to one. */
export const backendOption: Rule = {
  id: "config/backend-option",
  title: "back end option that no driver registers",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/39eaa5965",
  mentions: [["configuration.", "safe_get("]],
  check,
};

const READ = /\b(self\.)?configuration\s*\.\s*\\?\s*([a-z]\w*)/g;
const ASKED = /\bsafe_get\(\s*['"]([a-z]\w*)['"]\s*\)/g;

function* check(context: RuleContext): Generator<Finding> {
  const { project, text } = context;
  const known = backendOptions(project);
  // a generated client's own Configuration(), and a group of the service's, are something else
  if (!known || /\bConfiguration\(\s*\)|\bconfiguration\s*=\s*(?:cfg\.)?CONF\b/.test(text)) return;
  const isModule = /^[ \t]*(?:from [\w.]+ )?import [^\n]*\bconfiguration\b/m.test(text);
  const read = [...text.matchAll(READ)].flatMap(([, self, option = ""]) =>
    self || !isModule ? [option] : [],
  );
  const asked = [...text.matchAll(ASKED)].map(([, option = ""]) => option);
  const odd = new Set([...read, ...asked].filter((option) => !known(option)));
  yield* setForNobody(context);
  yield* ofOtherDrivers(context);
  if (odd.size === 0) return;
  for (const node of descendants(context.module.tree.root)) {
    const option = safelyAsked(node) ?? readFrom(node, isModule);
    if (option === undefined || !odd.has(option) || isOfDriverFromOutside(context, node)) continue;
    yield {
      span: node,
      message: `${option} is read from the back end's configuration, to which no driver appends it`,
    };
  }
}

/** Whether the class around has a base that is not in the tree: that may append what it reads. */
function isOfDriverFromOutside({ module, project }: RuleContext, node: SyntaxNode): boolean {
  const owner = module.classAround(node);
  return owner !== null && owner !== undefined && !project.classOrder({ module, class: owner }).complete;
}

const OWN_READ = /\bself\.configuration\.([a-z]\w*)\b(?!\s*(?:\(|=[^=]))/g;

/**
 * An option that only drivers append which this one, that appends others, does not load, and that do not load it: read as an
 * attribute, it is not there.
 */
function* ofOtherDrivers({ module, path, project, text }: RuleContext): Generator<Finding> {
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

/** Whether some loaded file sets the option, or asks whether it is there. */
function isSetIn(project: ProjectFacts, loaded: ReadonlySet<string>, option: string): boolean {
  const set = new RegExp(`\\b(?:set|has|get)attr\\([^()]*['"]${option}['"]|\\.${option}\\s*=[^=]`);
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
    for (const path of project.pathsMentioning("append_config_values(", "Configuration(")) {
      const own = new Set<string>();
      collect(project, registry, path, own);
      byFile.set(path, own);
      for (const option of own) {
        addTo(byOption, option, path);
      }
    }
    return { byFile, byOption };
  });
}

const SET = /\bself\.configuration\.([a-z]\w*)\s*=[^=]/g;

/** `self.configuration.x = …` where nothing else in the tree says x: the option that it sets has another name now. */
function* setForNobody({ module, project, text }: RuleContext): Generator<Finding> {
  const set = new Set(Array.from(text.matchAll(SET), ([, option = ""]) => option));
  const forNobody = [...set].filter((option) => {
    const [path, ...others] = pathsWithWord(project, option);
    return path === module.path && others.length === 0 && hasWordOnce(text, option);
  });
  for (const node of forNobody.length > 0 ? module.tree.ofType("attribute") : []) {
    const option = node.field("attribute")?.text ?? "";
    if (node.field("object")?.text !== "self.configuration" || !forNobody.includes(option)) continue;
    yield {
      span: node,
      message: `sets ${option} of the back end's configuration, which no option is called and nothing reads`,
    };
  }
}

/** `x` of `self.configuration.x`, and of `configuration.x` where that is no module. */
function readFrom(node: SyntaxNode, isModule: boolean): string | undefined {
  if (node.type !== "attribute") return undefined;
  const holder = node.field("object")?.text.replace(/[\s\\]+/g, "");
  if (holder !== "self.configuration" && (holder !== "configuration" || isModule)) return undefined;
  const called = node.parent?.type === "call" && node.fieldName === "function";
  const written = node.fieldName === "left" && (node.parent?.type ?? "").includes("assignment");
  return called || written ? undefined : node.field("attribute")?.text;
}

/** Whether a back end may have the option; `undefined` in trees that have no such thing as back ends. */
function backendOptions(project: ProjectFacts): ((option: string) => boolean) | undefined {
  return project.once("back end options", () => {
    if (project.pathsMentioning("append_config_values(").length === 0) return undefined;
    const registry = optionRegistry(project);
    const appended = new Set<string>();
    for (const path of project.pathsMentioning("append_config_values(", "Configuration(")) {
      if (appendsForeign(project, path)) return undefined;
      collect(project, registry, path, appended);
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
  const set = new RegExp(`\\.${option}\\s*=[^=]|\\b${option}=|\\b[sh]\\w+attr\\([^()]*['"]${option}['"]`);
  return (
    lists.length > 0 &&
    registry.definedIn(option).length === 1 &&
    lists.every((list) => isRegisteredAlone(project, list)) &&
    !project.pathsMentioning(option).some((path) => set.test(project.text(path) ?? ""))
  );
}

function isRegisteredAlone(project: ProjectFacts, { path, name }: RegisteredList): boolean {
  const rest = (project.text(path) ?? "")
    .replace(new RegExp(`^${name} = `, "m"), "")
    .replace(new RegExp(`^(?:\\w+\\.)*register_opts\\(\\s*${name}\\b`, "gm"), "");
  const names = (file: string) =>
    mayName(project.text(file) ?? "", path, name) && !isAnnouncer(project, file);
  return (
    !new RegExp(`\\b${name}\\b`).test(rest) &&
    !pathsWithWord(project, name).some((file) => file !== path && names(file))
  );
}

function isAnnouncer(project: ProjectFacts, path: string): boolean {
  return /^def _?list_\w*opts\(/m.test(project.text(path) ?? "");
}

/** `setattr(configuration, 'x', …)`, `configuration.x = …`, `x=` of a stand-in: drivers also keep their own things there. */
function isSetElsewhere(project: ProjectFacts, option: string): boolean {
  const set = new RegExp(
    `['"]${option}['"]|\\.${option}\\s*=[^=]|\\b${option}=|def ${option}\\b|^ {0,8}${option}\\s*=`,
    "m",
  );
  return project
    .pathsMentioning(option)
    .some((path) => set.test((project.text(path) ?? "").replace(ASKED, "")));
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

const APPENDS = /\b(?:append_config_values|\w*Configuration)\s*\(/g;

/** What the calls of a text append; each argument is looked up as a list of options. */
function collect(project: ProjectFacts, registry: OptionRegistry, path: string, appended: Set<string>): void {
  const text = project.text(path) ?? "";
  for (const match of text.matchAll(APPENDS)) {
    const open = match.index + match[0].length - 1;
    for (const argument of argumentsAt(text, open)) {
      if (argument.length > 5_000) continue;
      for (const option of registry.optionsIn(path, argument)) appended.add(option);
    }
  }
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
