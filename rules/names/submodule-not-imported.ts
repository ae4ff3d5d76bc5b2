import {
  type Finding,
  type ModuleFacts,
  nodesOfType,
  type ProjectFacts,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** `package.module` is read, and only the package is imported. */
export const submoduleNotImported: Rule = {
  id: "names/submodule-not-imported",
  title: "submodule used without importing it",
  severity: "info",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/import.html#submodules",
  mentions: [["import "]],
  check,
};

/** Submodules of other packages that importing the package does not bring along. */
const LAZY = new Set(
  `concurrent.futures email.mime email.utils importlib.machinery importlib.util logging.config logging.handlers
  multiprocessing.pool unittest.mock wsgiref.simple_server
  xml.dom xml.etree xml.sax`.split(/\s+/),
);

function* check({ module, project }: RuleContext): Generator<Finding> {
  const told = new Set<string>();
  for (const node of nodesOfType(module.tree, "attribute")) {
    const object = node.field("object");
    const name = node.field("attribute")?.text ?? "";
    if (!object || (object.type !== "identifier" && object.type !== "attribute")) continue;
    if (module.lookup(object.text.split(".")[0] ?? "", module.scopeAt(node))?.bindings[0]?.kind !== "import")
      continue;
    const meaning = project.meaning(module, object);
    if (meaning.kind === "external" && LAZY.has(`${meaning.name}.${name}`)) {
      const wanted = `${meaning.name}.${name}`;
      if (
        told.has(wanted) ||
        isLoaded(project, module, wanted) ||
        module.imports.some(({ module: from }) => from.startsWith(`${meaning.name}.`))
      )
        continue;
      told.add(wanted);
      yield {
        span: node,
        message: `'${object.text}.${name}' is the submodule ${wanted}, and only its package is imported here: AttributeError unless something else imported it before`,
      };
      continue;
    }
    if (meaning.kind !== "module" || !meaning.module.path.endsWith("/__init__.py")) continue;
    const wanted = `${meaning.module.name}.${name}`;
    // object packages load their modules by name
    if (/__import__\(|import_module\(/.test(meaning.module.text)) continue;
    if (project.pathOf(wanted) === undefined || meaning.module.scope.bindings.has(name)) continue;
    if (told.has(wanted) || isLoaded(project, module, wanted) || isLoaded(project, meaning.module, wanted))
      continue;
    if (isWithinPackage(module, wanted) || loadedByImports(project, module, wanted)) continue;
    told.add(wanted);
    yield {
      span: node,
      message: `'${object.text}.${name}' is the submodule ${wanted}, and only its package is imported here: AttributeError unless something else imported it before`,
    };
  }
}

function isLoaded(_project: ProjectFacts, module: ModuleFacts, wanted: string): boolean {
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
    const next: ModuleFacts[] = [];
    for (const at of open) {
      for (const facts of at.imports) {
        for (const name of [facts.target, facts.module]) {
          const imported = seen.has(name) ? undefined : project.moduleNamed(name);
          seen.add(name);
          if (!imported) continue;
          if (isLoaded(project, imported, wanted)) return true;
          next.push(imported);
        }
      }
    }
    open = next;
  }
  return false;
}
