import {
  ancestorOf,
  type Finding,
  firstPart,
  type ImportFacts,
  isPackagePath,
  isWholeTree,
  lacksModule,
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
    if (!isWholeTree(project, wanted) || !lacksModule(project, wanted)) continue;
    told.add(imported.node.start);
    yield {
      span: imported.node,
      message: `there is no module ${wanted} in this tree: ImportError when this line runs`,
    };
  }
}

/** What an import asks the module's own package for and does not find: the first module on the way that is not there. */
function wantedModule(project: ProjectFacts, module: ModuleFacts, imported: ImportFacts): string | undefined {
  if (firstPart(imported.module) !== firstPart(module.name)) return undefined;
  if (project.pathOf(imported.module) === undefined) return imported.module;
  const name = imported.target.slice(imported.module.length + 1);
  if (imported.local === "*" || name === "" || name.includes(".")) return undefined;
  const isPackage = isPackagePath(project.pathOf(imported.module) ?? "");
  return isPackage && project.pathOf(imported.target) === undefined ? imported.target : undefined;
}

/** `try: import …`, and imports under a condition. */
function isGuarded({ node }: ImportFacts): boolean {
  return ancestorOf(node, "try_statement") !== undefined || ancestorOf(node, "if_statement") !== undefined;
}
