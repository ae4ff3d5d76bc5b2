import {
  type Finding,
  type ImportFacts,
  importsOfLibraries,
  isSaidElsewhere,
  isSetFromOutside,
  isShadowed,
  isTried,
  type LibraryModule,
  lacksName,
  libraryName,
  literally,
  type ModuleFacts,
  mayBeMissing,
  membersOfImports,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  wantsOther,
} from "../../src/rule.ts";

/** `timeutils.utcnow_tz`, `from oslo_utils import timeutil`: a name that no release of the library has there. */
export const noSuchLibraryName: Rule = {
  id: "names/no-such-library-name",
  title: "name that no release of the library has",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/import.html",
  mentions: [["import "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const imports = importsOfLibraries(project, module);
  if (imports.length === 0) return;
  yield* missingImports(project, module, imports);
  yield* missingMembers(project, module, new Set(imports.map(({ local }) => local)));
}

function* missingImports(
  project: ProjectFacts,
  module: ModuleFacts,
  imports: readonly ImportFacts[],
): Generator<Finding> {
  const told = new Set<string>();
  for (const imported of imports) {
    const lacking =
      lackingIn(project, module, imported.module) ??
      (imported.local === "*" ? undefined : lackingIn(project, module, imported.target));
    if (lacking === undefined || told.has(`${imported.node.start} ${lacking}`) || isGuarded(imported.node))
      continue;
    told.add(`${imported.node.start} ${lacking}`);
    yield { span: imported.node, message: `${lacking}: ImportError when this line runs` };
  }
}

/** What is said of a dotted name of which a known module lacks a part; `undefined` where it may be there. */
function lackingIn(project: ProjectFacts, { path }: ModuleFacts, dotted: string): string | undefined {
  const asked = libraryName(dotted);
  const [name] = asked?.rest ?? [];
  if (!asked || name === undefined || !lacksName(asked.module, name)) return undefined;
  return isElsewhere(project, asked.module, name, path) ? undefined : lackOf(asked.module, name);
}

function* missingMembers(
  project: ProjectFacts,
  module: ModuleFacts,
  roots: ReadonlySet<string>,
): Generator<Finding> {
  for (const { node, object, root } of membersOfImports(project, module)) {
    if (!roots.has(root)) continue;
    const meaning = project.meaning(module, object);
    const asked = meaning.kind === "external" ? libraryName(meaning.name) : undefined;
    const name = node.field("attribute")?.text ?? "";
    if (!asked || asked.rest.length > 0 || !lacksName(asked.module, name)) continue;
    // config/no-such-option-type tells of these
    if (asked.module.name === "oslo_config.cfg" && /(?<!Config)[oO]pts?$/.test(name)) continue;
    if (isBound(module, object, name) || isShadowed(node, root) || isGuarded(node)) continue;
    if (mayBeMissing(module, node, name) || isElsewhere(project, asked.module, name, module.path)) continue;
    yield {
      span: node,
      message: `${lackOf(asked.module, name)}: AttributeError when '${object.text}.${name}' is reached`,
    };
  }
}

/** Whether the tree tells that its library has the name all the same, or that another module puts it there. */
function isElsewhere(project: ProjectFacts, module: LibraryModule, name: string, path: string): boolean {
  return (
    wantsOther(project, module) ||
    isSetFromOutside(project, module.name, name) ||
    isSaidElsewhere(project, module, name, path)
  );
}

function lackOf({ library, name: module }: LibraryModule, name: string): string {
  return `${module} has no '${name}' in any release up to ${library}`;
}

/** What the module itself sets. */
function isBound(module: ModuleFacts, object: SyntaxNode, name: string): boolean {
  return new RegExp(`\\b${literally(object.text)}\\.${literally(name)}\\s*=[^=]`).test(module.text);
}

/** `try: … except ImportError`, and code for one release of several or for type checkers. */
function isGuarded(node: SyntaxNode): boolean {
  if (isTried(node, /except[^:]*(ImportError|ModuleNotFoundError)|except:/)) return true;
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === "if_statement" && /TYPE_CHECKING|version|PY[23]/i.test(at.field("condition")?.text ?? ""))
      return true;
  }
  return false;
}
