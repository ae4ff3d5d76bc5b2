import {
  ancestorOf,
  type Finding,
  type ImportFacts,
  isPackagePath,
  literally,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** `from package.module import NAME` where the module is in the tree and has no such name. */
export const importMissing: Rule = {
  id: "names/import-missing",
  title: "import of a name that the module does not have",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/simple_stmts.html#the-import-statement",
  mentions: [["from "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const imported of module.imports) {
    if (imported.local === "*" || imported.target === imported.module) continue;
    const source = project.moduleNamed(imported.module);
    const meant = source ? undefined : meantModule(project, imported);
    if (meant !== undefined)
      yield {
        span: imported.node,
        message: `there is no module ${imported.module}, only ${meant}: ImportError when this module is loaded`,
      };
    if (!source || source === module || isGuarded(imported)) continue;
    const name = imported.target.slice(imported.module.length + 1);
    if (name === "" || name.includes(".") || mayHave(project, source, name)) continue;
    yield {
      span: imported.node,
      message: `${source.name} has no '${name}': ImportError when this module is loaded`,
    };
  }
}

/** The module beside the missing one whose name is that with one letter more. */
function meantModule(project: ProjectFacts, imported: ImportFacts): string | undefined {
  const parent = imported.module.replace(/\.?[^.]*$/, "");
  if (parent === "" || project.pathOf(parent) === undefined || isGuarded(imported)) return undefined;
  const folder = project.pathOf(parent)?.replace(/\/__init__\.py$/, "") ?? "";
  const name = imported.module.slice(parent.length + 1);
  const { modules, cut } = modulePaths(project);
  if (name.length < 4 || folder.endsWith(".py") || modules.has(`${folder}/${name}`)) return undefined;
  if (!cut.has(`${folder}/${name}`)) return undefined;
  const longer = [...modules].find((path) => path.slice(0, -1) === `${folder}/${name}`);
  return longer?.replaceAll("/", ".");
}

/** `try: import … except ImportError`, or an import for the type checker alone. */
function isGuarded({ node }: ImportFacts): boolean {
  return (
    ancestorOf(node, "try_statement") !== undefined ||
    /TYPE_CHECKING|version_info|PY2|PY3/.test(
      ancestorOf(node, "if_statement")?.field("condition")?.text ?? "",
    )
  );
}

const OPEN = /^def __getattr__|sys\.modules\[|globals\(\)|^[ \t]*exec[ (]|setattr\(|__dict__|lazy/m;

function mayHave(project: ProjectFacts, source: ModuleFacts, name: string): boolean {
  if (source.scope.bindings.has(name) || source.scope.bindings.has("*") || name.startsWith("__")) return true;
  if (source.tree.errors.length > 0 || OPEN.test(source.text)) return true;
  if (project.pathOf(`${source.name}.${name}`) !== undefined) return true;
  if (isPackagePath(source.path)) return !isSlipOfSibling(project, source, name);
  return new RegExp(`^[ \\t]*global .*\\b${literally(name)}\\b`, "m").test(source.text);
}

/** What a package lacks may be generated, or left out of a partial checkout: only a slip of a sibling's name tells. */
function isSlipOfSibling(project: ProjectFacts, source: ModuleFacts, name: string): boolean {
  if (name.length < 5) return false;
  const wanted = source.path.replace(/__init__\.py$/, name);
  const { modules, cut } = modulePaths(project);
  return modules.has(wanted.slice(0, -1)) || cut.has(wanted);
}

/** Paths of modules and packages without their endings, and the same without the last letter. */
function modulePaths(project: ProjectFacts): { readonly modules: Set<string>; readonly cut: Set<string> } {
  return project.onceOfTexts("import-missing: paths of modules", () => {
    const python = project.sources.paths.filter((path) => path.endsWith(".py"));
    const modules = new Set(python.map((path) => path.replace(/(\/__init__)?\.py$/, "")));
    return { modules, cut: new Set([...modules].map((path) => path.slice(0, -1))) };
  });
}
