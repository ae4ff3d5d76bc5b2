import {
  addTo,
  dottedPath,
  type Finding,
  type FunctionFacts,
  isLibraryOption,
  isTestPath,
  judgedReads,
  literally,
  loadedByPrograms,
  loadedWith,
  type ModuleFacts,
  type OptionRegistry,
  optionRegistry,
  type ProjectFacts,
  pathsBeginning,
  pathsWithWord,
  programsOf,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** An option read in a module that does not load the module that registers it. */
export const notImported: Rule = {
  id: "config/not-imported",
  title: "option read without loading the module that registers it",
  severity: "info",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/175dfc110",
  mentions: [["CONF.", "CONF["]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const { project, path } = context;
  const registry = optionRegistry(project);
  const missing = (first: string, second: string | undefined) =>
    moduleNeeded(project, registry, path, first, second);
  const told = new Set<string>();
  for (const { read, said: needed } of judgedReads(project, path, () => context.module, missing)) {
    const isGroup = registry.groups.has(read.first) || read.first === "keystone_authtoken";
    const isInGroup = isGroup && read.second !== undefined;
    const option = isInGroup ? `${read.first}.${read.second}` : read.first;
    // each function fails on its own
    const around = context.module.functionAround(read.node);
    const place = `${option} ${around?.qualifiedName ?? ""}`;
    if (read.holds !== "everything" || told.has(place)) continue;
    told.add(place);
    if (!isRunWithout(context, needed.paths, around)) continue;
    yield {
      span: read.node,
      message: `${option} is registered when ${needed.name} is loaded, which this module does not import (nor import_opt)`,
    };
  }
}

/** What registers an option as it is loaded, each of the modules alone; none of the tree for a library's. */
interface Needed {
  readonly name: string;
  readonly paths: readonly string[];
}

/** The modules that register the option as they are loaded, when the path loads none of them. */
function moduleNeeded(
  project: ProjectFacts,
  registry: OptionRegistry,
  path: string,
  first: string,
  second: string | undefined,
): Needed | undefined {
  if (first === "keystone_authtoken") return middlewareNeeded(project, path);
  const group = registry.groups.has(first) ? first : "DEFAULT";
  const option = group === "DEFAULT" ? first : second;
  if (option === undefined) return groupNeeded(project, registry, path, group);
  if (registry.isUncertain(option)) return undefined;
  const sites = registry.sitesOf(option).filter((site) => site.group === group);
  return oneOf(project, path, sites, option);
}

function oneOf(
  project: ProjectFacts,
  path: string,
  sites: ReturnType<OptionRegistry["sitesOf"]>,
  what: string,
): Needed | undefined {
  const paths = [...new Set(sites.map((site) => site.path))];
  if (paths.length === 0 || sites.some((site) => site.when === "call")) return undefined;
  const loaded = loadedWith(project, path);
  // of several programs each may have it, and load what reads it
  const isTheirs = paths.length > 1 && paths.some((other) => loadedWith(project, other).has(path));
  if (isTheirs || loadsOne(loaded, paths) || !isMissed(project, path, paths, what)) return undefined;
  return { name: paths.map(dottedPath).join(" or "), paths };
}

/**
 * keystonemiddleware registers its group as it is loaded, which paste does for an API alone: other programs that come to the read
 * have nothing that loads it, or names the group.
 */
function middlewareNeeded(project: ProjectFacts, path: string): Needed | undefined {
  const bringing = project.pathsMentioning(
    "keystonemiddleware",
    "keystoneclient.middleware",
    "'keystone_authtoken'",
    '"keystone_authtoken"',
  );
  const brings = (loaded: ReadonlySet<string>) => bringing.some((other) => loaded.has(other));
  if (brings(loadedWith(project, path))) return undefined;
  const programs = programsOf(project).filter((program) => !/api|wsgi|app\b/.test(program));
  return programs.some((program) => {
    const loaded = loadedWith(project, program);
    return loaded.has(path) && !brings(loaded);
  })
    ? { name: "keystonemiddleware.auth_token", paths: [] }
    : undefined;
}

/** The same for `conf = CONF.group`: no module that the path loads registers anything in the group. */
function groupNeeded(
  project: ProjectFacts,
  registry: OptionRegistry,
  path: string,
  group: string,
): Needed | undefined {
  return isLibraryOption(group) ? undefined : oneOf(project, path, registry.sitesOfGroup(group), group);
}

/**
 * Whether the reader may run without the registering module: another module's `import_opt` of this option shows that
 * readers take one, some program loads the reader without the registering module, or the reader is a program itself. In
 * a tree without programs nobody is known to load both.
 */
function isMissed(
  project: ProjectFacts,
  reader: string,
  registering: readonly string[],
  option: string,
): boolean {
  const [root = ""] = registering[0]?.split("/", 1) ?? [];
  // a part of the repository for a program of its own
  if (
    root !== registering[0] &&
    ![...loadedWith(project, reader)].some((path) => path.startsWith(`${root}/`))
  )
    return false;
  if (registering.every((path) => isNamedByNobody(project, path))) return true;
  const programs = loadedByPrograms(project);
  const isLoadedAlone =
    programs.some((loaded) => loaded.has(reader) && !loadsOne(loaded, registering)) ||
    isOfOtherDriver(project, reader, registering);
  // of several modules another may be there
  if (registering.length > 1) return isLoadedAlone;
  if (askedFor(project).has(option) || /^def main\(/m.test(project.text(reader) ?? "")) return true;
  return programs.length === 0 || isLoadedAlone;
}

/**
 * Whether one driver's package registers it and uses the reader, no program loads that, and the package of a driver beside it uses the
 * reader alone: `shop/drivers/train/rails.py` is not there where `shop/drivers/boat/` turns the wheels.
 */
function isOfOtherDriver(project: ProjectFacts, reader: string, registering: readonly string[]): boolean {
  const [, drivers = "", own = ""] = /^((?:[^/]+\/){2,})([^/]+\/)[^/]+$/.exec(registering[0] ?? "") ?? [];
  if (own === "" || registering.some((path) => !path.startsWith(drivers + own))) return false;
  if (loadedByPrograms(project).some((loaded) => loadsOne(loaded, registering))) return false;
  const parts = new Map<string, string[]>();
  for (const path of pathsBeginning(project.sources, drivers)) {
    const part = /^[^/]+\//.exec(path.slice(drivers.length))?.[0];
    if (part !== undefined && !isTestPath(path)) addTo(parts, part, path);
  }
  const uses = (path: string) => loadedWith(project, path).has(reader);
  if (!parts.get(own)?.some(uses)) return false;
  return [...parts.values()].some(
    (paths) => paths.some(uses) && !paths.some((path) => loadsOne(loadedWith(project, path), registering)),
  );
}

function loadsOne(loaded: ReadonlySet<string>, paths: readonly string[]): boolean {
  return paths.some((path) => loaded.has(path));
}

/**
 * Whether the registering module is one of options alone, and no module of the tree names it, in an import, a string or
 * the package's entry points, but those that announce its options: then nothing loads it.
 */
function isNamedByNobody(project: ProjectFacts, registering: string): boolean {
  const name = registering.replace(/\.py$/, "").split("/");
  const last = name.pop() ?? "";
  const parent = name.join("\\.");
  // an operator may name what has a class
  if (last === "__init__" || parent === "" || /^class /m.test(project.text(registering) ?? "")) return false;
  const named = new RegExp(
    `\\b${literally(parent)}\\.${literally(last)}\\b|\\bfrom\\s+(?:${literally(parent)}|\\.+)\\s+import\\s[^\\n]*\\b${literally(last)}\\b|^[ \\t]+${literally(last)}\\b`,
    "m",
  );
  const isNamed = (text: string) => named.test(text) && !/^def _?list_\w*opts\(/m.test(text);
  return (
    !["setup.cfg", "pyproject.toml"].some((file) => isNamed(project.sources.read(file) ?? "")) &&
    !pathsWithWord(project, last).some((path) => path !== registering && isNamed(project.text(path) ?? ""))
  );
}

/**
 * Whether some program that loads the reader without the registering module names what the read stands in, so that it may come
 * to run there; a reader that no program loads is a driver, an extension, or a program itself.
 */
function isRunWithout(
  { project, path, module }: RuleContext,
  registering: readonly string[],
  around: FunctionFacts | null,
): boolean {
  const isUnnamed = registering.every((other) => isNamedByNobody(project, other));
  const all = loadedByPrograms(project);
  if (all.length === 0) return isUnnamed || !isPluginOfService(project);
  if (all.every((loaded) => loadsOne(loaded, registering))) return false;
  const programs = all.filter((loaded) => loaded.has(path));
  if (programs.length === 0 || isUnnamed) return true;
  const isProgram = programsOf(project).includes(path);
  const names = isProgram ? undefined : namesLeadingTo(module, around);
  return programs.some(
    (loaded) =>
      !loadsOne(loaded, registering) &&
      (names === undefined ||
        names.some((name) => pathsWithWord(project, name).some((at) => at !== path && loaded.has(at)))),
  );
}

/** Whether the tree's entry points are those of a service, which loads its parts as it is told to. */
function isPluginOfService(project: ProjectFacts): boolean {
  const texts = ["setup.cfg", "pyproject.toml"].map((file) => project.text(file) ?? "");
  return texts.some((text) =>
    /^\s*(?:\[project\.entry-points\.")?(?:neutron|nova|cinder|octavia|ironic|heat|manila|keystone)\.[\w.]+(?:\s*=|"\])\s*$/m.test(
      text,
    ),
  );
}

/** The functions and classes of the module that lead to a function of it; `undefined` where the module's own statements do. */
function namesLeadingTo(module: ModuleFacts, around: FunctionFacts | null): readonly string[] | undefined {
  let top = around;
  while (top?.enclosing) top = top.enclosing;
  if (!top) return undefined;
  const leading = new Set([top.owner?.name ?? top.name]);
  for (const name of leading) {
    const named = new RegExp(`\\b${literally(name)}\\b`);
    for (const statement of module.tree.root.namedChildren) {
      const definition =
        statement.type === "decorated_definition" ? statement.field("definition") : statement;
      const own = /^(function|class)_definition$/.test(definition?.type ?? "")
        ? definition?.field("name")?.text
        : undefined;
      if (own === name || !named.test(statement.text)) continue;
      if (own === undefined) return undefined;
      leading.add(own);
    }
  }
  return [...leading];
}

/** The options that modules ask for by `import_opt`, and the groups by `import_group`. */
function askedFor(project: ProjectFacts): ReadonlySet<string> {
  return project.onceOfTexts("options asked for", () => {
    const options = new Set<string>();
    for (const path of project.pathsMentioning("import_opt(", "import_group(")) {
      for (const match of (project.text(path) ?? "").matchAll(/import_(?:opt|group)\(\s*['"]([\w-]+)['"]/g))
        options.add((match[1] ?? "").replaceAll("-", "_"));
    }
    return options;
  });
}
