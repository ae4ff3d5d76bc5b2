import {
  type Finding,
  firstName,
  isTestPath,
  lastModule,
  literally,
  loadedWith,
  type ModuleFacts,
  type ProjectFacts,
  pathsWithWord,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `package.module` is read, and only the package is imported. */
export const submoduleNotImported: Rule = {
  id: "names/submodule-not-imported",
  title: "submodule used without importing it",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/import.html#submodules",
  mentions: [["import "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const missing = new Map<string, SyntaxNode>();
  const imported = new Set(module.imports.map(({ local }) => local));
  for (const node of module.tree.ofType("attribute")) {
    const first = firstName(node);
    if (first === undefined || !imported.has(first)) continue;
    const wanted = missingSubmodule(project, module, node, first);
    if (wanted !== undefined && !missing.has(wanted) && !isNeverEvaluated(module, node))
      missing.set(wanted, node);
  }
  for (const [wanted, node] of missing) {
    if (isBehindAnother(missing, wanted) || mayBeLoaded(project, module, wanted)) continue;
    yield {
      span: node,
      message: `'${node.text}' is the submodule ${wanted}, and only its package is imported here: AttributeError`,
    };
  }
}

/** The submodule that an attribute names when nothing here brings it along. */
function missingSubmodule(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  first: string,
): string | undefined {
  const object = node.field("object");
  const name = node.field("attribute")?.text ?? "";
  if (!object) return undefined;
  if (module.lookup(first, module.scopeAt(node))?.bindings[0]?.kind !== "import") return undefined;
  const meaning = project.meaning(module, object);
  if (meaning.kind !== "module" || !meaning.module.path.endsWith("/__init__.py")) return undefined;
  const wanted = `${meaning.module.name}.${name}`;
  // object packages load their modules by name
  if (/__import__\(|import_module\(/.test(meaning.module.text)) return undefined;
  if (project.pathOf(wanted) === undefined || meaning.module.scope.bindings.has(name)) return undefined;
  if (isLoaded(module, wanted) || isLoaded(meaning.module, wanted)) return undefined;
  return isWithinPackage(module, wanted) || loadedByImports(project, module, wanted) ? undefined : wanted;
}

/** An annotation within a function is for readers and type checkers: Python does not look at it. */
function isNeverEvaluated(module: ModuleFacts, node: SyntaxNode): boolean {
  if (!module.functionAround(node)) return false;
  for (let at: SyntaxNode | null = node; at && !at.type.endsWith("statement"); at = at.parent)
    if (at.type === "type" && at.parent?.type === "assignment") return true;
  return false;
}

/** Whether what this module loads, or some other module of the tree, brings the submodule along. */
function mayBeLoaded(project: ProjectFacts, module: ModuleFacts, wanted: string): boolean {
  const path = project.pathOf(wanted);
  if (path === undefined) return true;
  if (loadedWith(project, module.path).has(path)) return true;
  const users = pathsWithWord(project, lastModule(path)).filter(
    (user) => user !== path && user !== module.path && !isTestPath(user),
  );
  return loadsWholePackages(project) || users.some((user) => importsIt(project, user, wanted));
}

/** Whether something looks through folders and loads what lies there, as for plugins. */
function loadsWholePackages(project: ProjectFacts): boolean {
  return project.onceOfTexts("loads whole packages", () =>
    project
      .pathsMentioning("import_module", "iter_modules", "walk_packages", "__import__")
      .some((path) => !isTestPath(path) && LOOKS_THROUGH.test(project.text(path) ?? "")),
  );
}

const LOOKS_THROUGH = /\b(?:os\.walk|listdir|glob|iter_modules|walk_packages)\(/;

function importsIt(project: ProjectFacts, user: string, wanted: string): boolean {
  const isNamed = new RegExp(`['"]${literally(wanted)}\\b`).test(project.text(user) ?? "");
  const held = project.module(user);
  return isNamed || (held !== undefined && isLoaded(held, wanted));
}

/** Only the first attribute that is missing is reached: `a.b` of `a.b.c`. */
function isBehindAnother(missing: ReadonlyMap<string, SyntaxNode>, wanted: string): boolean {
  return [...missing.keys()].some((name) => wanted.startsWith(`${name}.`));
}

function isLoaded(module: ModuleFacts, wanted: string): boolean {
  return module.imports.some(
    (facts) => `${facts.module}.`.startsWith(`${wanted}.`) || `${facts.target}.`.startsWith(`${wanted}.`),
  );
}

/** The module itself lies below the submodule: importing it imported that one. */
function isWithinPackage(module: ModuleFacts, wanted: string): boolean {
  return `${module.name}.`.startsWith(`${wanted}.`);
}

/** One of the modules imported here imports it in turn, at its top. */
function loadedByImports(project: ProjectFacts, module: ModuleFacts, wanted: string): boolean {
  const seen = new Set<string>([module.name]);
  let open: readonly ModuleFacts[] = [module];
  for (let depth = 0; depth < 2; depth++) {
    const names = new Set(open.flatMap(({ imports }) => imports.flatMap((one) => [one.target, one.module])));
    open = [...names].filter((name) => !seen.has(name)).flatMap((name) => project.moduleNamed(name) ?? []);
    if (open.some((imported) => isLoaded(imported, wanted))) return true;
    for (const name of names) seen.add(name);
  }
  return false;
}
