import {
  ancestorOf,
  type Finding,
  isFromKnownLibrary,
  isLibraryGrouped,
  isLibraryOption,
  isMisspeltOption,
  isRegisteredOnLoad,
  isWholeTree,
  lacksModule,
  literally,
  loadedByPrograms,
  loadedWith,
  nodeAt,
  type OptionRegistry,
  optionRegistry,
  type ProjectFacts,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** `import_opt` of an option, and `import_group` of a group, that loading the named module does not register. */
export const importOptElsewhere: Rule = {
  id: "config/import-opt-elsewhere",
  title: "import_opt from a module that does not register the option",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/neutron/commit/40156cdc1",
  mentions: [["import_opt(", "import_group("]],
  check,
};

const CALL =
  /\bimport_opt\(\s*['"]([\w-]+)['"]\s*,\s*['"]([\w.]+)['"]\s*(?:,\s*(?:group\s*=\s*)?['"]([\w:.-]+)['"]\s*)?,?\s*\)/g;

function* check(context: RuleContext): Generator<Finding> {
  const { text } = context;
  for (const match of text.matchAll(CALL)) {
    const option = (match[1] ?? "").replaceAll("-", "_");
    const why = objectionTo(
      { ...context, text: text.slice(0, match.index) },
      option,
      match[2] ?? "",
      match[3] ?? "DEFAULT",
    );
    const call = why && ancestorOf(nodeAt(context.module.tree.root, match.index), "call");
    // what looks like a call may stand in a comment or a string
    if (call) yield { span: call, message: `${match[2] ?? ""} ${why} when this line runs` };
  }
  yield* groups(context);
}

const GROUP_CALL = /\bimport_group\(\s*['"]([\w:.-]+)['"]\s*,\s*((?:['"][\w.]+['"]\s*)+),?\s*\)/g;

function* groups(context: RuleContext): Generator<Finding> {
  const { module, text } = context;
  for (const match of text.matchAll(GROUP_CALL)) {
    const named = (match[2] ?? "").replace(/['"\s]+/g, "");
    const why = objectionToGroup({ ...context, text: text.slice(0, match.index) }, match[1] ?? "", named);
    const call = why && ancestorOf(nodeAt(module.tree.root, match.index), "call");
    if (call) yield { span: call, message: `${named} ${why} when this line runs` };
  }
}

/**
 * The tree registers the group, and nothing that the module loads so much as writes its name: registered by a function that is
 * called from elsewhere, it may be there in time.
 */
function objectionToGroup(context: RuleContext, group: string, name: string): string | undefined {
  const { project } = context;
  const path = project.pathOf(name.replace(/\.__init__$/, ""));
  if (path === undefined) return isMissing(project, name) ? "is no module: ImportError" : undefined;
  const registry = optionRegistry(project);
  const sites = registry.sitesOfGroup(group);
  if (sites.length === 0 || isThereFor(context, sites)) return undefined;
  const loaded = [...loadedWith(project, path)];
  const spells = new RegExp(`['"]${literally(group)}['"]`, "i");
  if (registry.openedBy(group).length > 0 || loaded.some((at) => spells.test(project.text(at) ?? "")))
    return undefined;
  return `registers nothing in group ${group} when it is loaded: NoSuchGroupError`;
}

/** A module that its package lacks, where the tree has the package. */
function isMissing(project: ProjectFacts, name: string): boolean {
  const parent = name.slice(0, Math.max(0, name.lastIndexOf(".")));
  return project.pathOf(parent) !== undefined && isWholeTree(project, name) && lacksModule(project, name);
}

function objectionTo(
  context: RuleContext,
  option: string,
  module: string,
  group: string,
): string | undefined {
  const { project } = context;
  const path = project.pathOf(module.replace(/\.__init__$/, ""));
  const registry = optionRegistry(project);
  if (path === undefined) return isMissing(project, module) ? "is no module: ImportError" : undefined;
  if (registry.isUncertain(option)) return undefined;
  const named = registry.sitesOf(option);
  const sites = named.filter((site) => site.group === group || site.group === undefined);
  const loaded = loadedWith(project, path);
  if (isRegisteredOnLoad(project, loaded, sites) || isThereFor(context, sites)) return undefined;
  if (named.length === 0 && registry.isKnown(option)) return undefined;
  if (named.length === 0 && mayBeLibrarys(project, registry, option, group, loaded)) return undefined;
  return `does not register ${option}${group === "DEFAULT" ? "" : ` in group ${group}`} when it is loaded: NoSuchOptError`;
}

/** An option that the tree does not know may come from a library, unless it is one that the tree knows, misspelt. */
function mayBeLibrarys(
  project: ProjectFacts,
  registry: OptionRegistry,
  option: string,
  group: string,
  loaded: ReadonlySet<string>,
): boolean {
  if (isMisspeltOption(registry, group, option)) return false;
  return (
    isLibraryOption(option) ||
    registry.openedBy(group).some((opening) => loaded.has(opening)) ||
    loadsLibrary(project, loaded, option)
  );
}

type Sites = ReturnType<OptionRegistry["sitesOf"]>;

/** Whether the module has registered it above, or every program does that comes to the module: then it is there already. */
function isThereFor({ project, path }: RuleContext, sites: Sites): boolean {
  const isOwn = sites.some((site) => site.path === path && site.when === "import");
  if (isOwn) return true;
  const programs = loadedByPrograms(project);
  const coming = programs.filter((loaded) => loaded.has(path));
  // one that is loaded by its name may be anybody's
  const needing = coming.length > 0 ? coming : programs;
  return needing.length > 0 && needing.every((loaded) => isRegisteredOnLoad(project, loaded, sites));
}

/** Whether some module hands its configuration to a library that may have the option. */
function loadsLibrary(project: ProjectFacts, loaded: ReadonlySet<string>, option: string): boolean {
  return [...loaded].some((path) => {
    const text = project.text(path) ?? "";
    return [...text.matchAll(HANDS_OVER)].some(
      ([, holder = ""]) => isLibraryGrouped(option) || !isFromKnownLibrary(text, holder),
    );
  });
}

const HANDS_OVER =
  /\b(\w+)\.(?:(?<!cfg\.)set_defaults\(|register_\w*\(\s*(?:conf\s*=\s*)?(?:cfg\.)?(?:CONF|conf)\b)/g;
