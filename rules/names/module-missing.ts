import {
  ancestorOf,
  type Finding,
  hasPathBeginning,
  type ImportFacts,
  isPackagePath,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** An import of a module of the tree's own package that the tree does not have, where it has all others. */
export const moduleMissing: Rule = {
  id: "names/module-missing",
  title: "import of a module of the own package that is not there",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/import.html#searching",
  mentions: [["import "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const told = new Set<number>();
  for (const imported of module.imports) {
    const wanted = wantedModule(project, module, imported);
    if (wanted === undefined || told.has(imported.node.start) || isGuarded(imported)) continue;
    // in this order: a tree that is a part of something asks for thousands of modules that it lacks
    if (!isWhole(project, firstPart(wanted)) || !isMissing(project, wanted)) continue;
    told.add(imported.node.start);
    yield {
      span: imported.node,
      message: `there is no module ${wanted} in this tree: ImportError when this line runs`,
    };
  }
}

/** What an import asks the module's own package for and does not find: the first module on the way that is not there. */
function wantedModule(project: ProjectFacts, module: ModuleFacts, imported: ImportFacts): string | undefined {
  const own = firstPart(module.name);
  if (imported.module !== own && !imported.module.startsWith(`${own}.`)) return undefined;
  if (project.pathOf(imported.module) === undefined) return imported.module;
  const name = imported.target.slice(imported.module.length + 1);
  if (imported.local === "*" || name === "" || name.includes(".")) return undefined;
  const isPackage = isPackagePath(project.pathOf(imported.module) ?? "");
  return isPackage && project.pathOf(imported.target) === undefined ? imported.target : undefined;
}

function isMissing(project: ProjectFacts, wanted: string): boolean {
  return project.onceOfTexts(`module-missing: ${wanted}`, () => cannotBe(project, wanted));
}

/** Whether nothing of the tree can be the module: no file and no folder, no name of a package that could stand for it. */
function cannotBe(project: ProjectFacts, wanted: string): boolean {
  const [parent, name] = firstGap(project, wanted);
  const source = project.moduleNamed(parent);
  if (!source || !isPackagePath(source.path)) return false;
  // classes are put into packages by whoever registers them
  if (!/^[a-z]\w*$/.test(name) || GENERATED.test(name)) return false;
  if (source.scope.bindings.has(name) || source.scope.bindings.has("*") || OPEN.test(source.text))
    return false;
  if (source.tree.errors.length > 0) return false;
  const place = source.path.replace(/__init__\.py$/, name);
  return ![".", "/"].some((next) => hasPathBeginning(project.sources, place + next));
}

/** The last package of a dotted name that is there, and the part after it. */
function firstGap(project: ProjectFacts, wanted: string): readonly [string, string] {
  const parts = wanted.split(".");
  let known = parts.length - 1;
  while (known > 1 && project.pathOf(parts.slice(0, known).join(".")) === undefined) known--;
  return [parts.slice(0, known).join("."), parts[known] ?? ""];
}

/** Modules that a build writes, or whoever installs the program. */
const GENERATED = /^_?version$|_pb2(_grpc)?$|^(lex|yacc|parse)tab$|settings$|^_|generated|^git_?version/;

/** Packages that find or make their modules otherwise. */
const OPEN = /__path__|__getattr__|sys\.modules|globals\(\)|setattr\(|lazy|exec\(|declare_namespace/;

/** `try: import …`, and imports under a condition. */
function isGuarded({ node }: ImportFacts): boolean {
  return ancestorOf(node, "try_statement") !== undefined || ancestorOf(node, "if_statement") !== undefined;
}

/**
 * Whether the tree is a whole one, so that what is missing from it is nowhere: in a part of a checkout, in a plugin that is
 * laid over another project, and where a package is spread over distributions, much of what is imported is elsewhere.
 */
function isWhole(project: ProjectFacts, own: string): boolean {
  return project.onceOfTexts(`module-missing: ${own} is whole`, () => {
    const missing = new Set<string>();
    const modules = new Set<string>();
    let found = 0;
    for (const path of project.pathsMentioning(`${own}.`, `from ${own} `)) {
      for (const [, name = "", taken = ""] of (project.text(path) ?? "").matchAll(IMPORTED)) {
        if (firstPart(name) !== own) continue;
        const lacking = lackingOf(project, name, taken);
        if (lacking !== undefined) missing.add(lacking);
        if (lacking === name) modules.add(name);
        else found++;
        if (missing.size > FEW) return false;
      }
    }
    return found >= MANY * modules.size;
  });
}

/** The module, or what is taken of the package, that is not there; by a look at texts. */
function lackingOf(project: ProjectFacts, name: string, taken: string): string | undefined {
  const path = project.pathOf(name);
  if (path === undefined) return name;
  if (!isPackagePath(path)) return undefined;
  const text = project.text(path) ?? "";
  const isThere = (one: string) => text.includes(one) || project.pathOf(`${name}.${one}`) !== undefined;
  const lost = (taken.match(/\w+/g) ?? []).find((one) => one !== "as" && /^[a-z]/.test(one) && !isThere(one));
  return lost === undefined || OPEN.test(text) ? undefined : `${name}.${lost}`;
}

/** What is imported anywhere but as the first thing of a `try`, and the names that are taken of it. */
const IMPORTED =
  /^[ \t]*(?:from|import)(?<!try:\s*(?:from|import))[ \t]+([\w.]+)(?:[ \t]+import[ \t]+\(?[ \t]*(\w+(?:[ \t]*,[ \t]*\w+)*))?/gm;

/** So many modules may be missing from a whole tree by mistake, and so many imports must find theirs for each. */
const [FEW, MANY] = [3, 20];

function firstPart(dotted: string): string {
  return dotted.split(".")[0] ?? dotted;
}
