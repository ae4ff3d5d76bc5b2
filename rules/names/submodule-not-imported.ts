import {
  type Finding,
  firstName,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `package.module` is read, and only the package is imported. */
export const submoduleNotImported: Rule = {
  id: "names/submodule-not-imported",
  title: "submodule used without importing it",
  severity: "info",
  confidence: "medium",
  onByDefault: false,
  source: "https://docs.python.org/3/reference/import.html#submodules",
  mentions: [["import "]],
  check,
};

/** Submodules of other packages that importing the package does not bring along. */
const LAZY = new Set(
  `concurrent.futures email.mime email.utils importlib.machinery importlib.util logging.config logging.handlers
  multiprocessing.pool packaging.requirements packaging.specifiers packaging.version unittest.mock wsgiref.simple_server
  xml.dom xml.etree xml.sax`.split(/\s+/),
);

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
    if (isBehindAnother(missing, wanted)) continue;
    yield {
      span: node,
      message: `'${node.text}' is the submodule ${wanted}, and only its package is imported here: AttributeError unless something else imported it before`,
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
  if (meaning.kind === "external") {
    const wanted = `${meaning.name}.${name}`;
    const isBrought = module.imports.some(({ module: from }) => from.startsWith(`${meaning.name}.`));
    return LAZY.has(wanted) && !isBrought && !isLoaded(module, wanted) ? wanted : undefined;
  }
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
