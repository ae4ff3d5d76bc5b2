import {
  answerOf,
  type CallFacts,
  type Finding,
  freeNames,
  importsWithin,
  isPackagePath,
  type ModuleFacts,
  type ProjectFacts,
  python2Names,
  type Rule,
  type RuleContext,
  runsOnPython3,
  type SyntaxNode,
} from "../../src/rule.ts";

/** A name that is read and that nothing defines or imports. */
export const undefinedName: Rule = {
  id: "names/undefined-name",
  title: "name that nothing defines",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/executionmodel.html#resolution-of-names",
  mentions: [],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const found = answerOf(module.tree, freeNames);
  if (found.length === 0) return;
  const isOpen = hasOpenNames(project, module);
  const handed = handedByRunner(module, found);
  const unexplained = found.filter(({ text }) => !handed.has(text));
  if (isPart(module, unexplained)) return;
  for (const free of unexplained) {
    const name = free.text;
    if (isOpen && !(name === "self" && module.functionAround(free))) continue;
    if (isExplained(project, module, free)) continue;
    const why = python2Names.has(name) ? ", and Python 3 no longer has it" : "";
    yield {
      span: free,
      message: `the name '${name}' is neither defined nor imported here${why}: NameError when this line runs`,
    };
  }
}

/**
 * Whether the file is a part of another, to be filled into it: it imports nothing, and its first column asks for what only an import
 * gives, `sa.Enum(…)` and `sa.Table(…)`.
 */
function isPart(module: ModuleFacts, free: readonly SyntaxNode[]): boolean {
  if (module.imports.length > 0) return false;
  const asked = free.filter(
    (node) =>
      node.parent?.type === "attribute" && node.fieldName === "object" && !module.functionAround(node),
  );
  return asked.some(({ text }, at) => asked.findIndex((other) => other.text === text) < at);
}

/** Whether names may come from where they cannot be seen: star imports from outside, `exec`, written globals. */
function hasOpenNames(project: ProjectFacts, module: ModuleFacts): boolean {
  const stars = module.imports.filter(({ local }) => local === "*");
  if (stars.some((star) => project.moduleNamed(star.module) === undefined)) return true;
  if (/__builtins?__\.__dict__/.test(module.text)) return true;
  const { tree } = module;
  // `exec code in names`: the names go elsewhere
  if (tree.ofType("exec_statement").some(({ children }) => children.every(({ type }) => type !== "in")))
    return true;
  return module.calls.some((call) => isExec(call) || givesGlobals(call));
}

/** `exec(code)`; with a dictionary of its own the names go there, unless that is the module's under another name. */
function isExec({ name, arguments: given }: CallFacts): boolean {
  if (name !== "exec") return false;
  return (
    given.length < 2 || given.some(({ kind, value }) => kind !== "positional" || OWN_NAMES.test(value.text))
  );
}

const OWN_NAMES = /^locals\(\)$|__dict__$/;

/** `globals()` where it is passed on or filled, and not where a name is only looked up. */
function givesGlobals({ name, node }: CallFacts): boolean {
  if (name !== "globals" && name !== "vars") return false;
  const behind = node.parent;
  switch (behind?.type) {
    case "attribute":
      return /^(update|setdefault)$/.test(behind.field("attribute")?.text ?? "");
    case "subscript":
      return behind.fieldName === "left" && behind.parent?.type === "assignment";
    case "argument_list":
      return name === "globals" && !READS_NAMES.test(behind.parent?.field("function")?.text ?? "");
    case "comparison_operator":
    case "binary_operator":
      return false;
    default:
      return name === "globals";
  }
}

/** What looks at the names that it is given, or copies them. */
const READS_NAMES = /^(__import__|dict|eval|isinstance|len|list|sorted)$/;

/**
 * The names that whoever runs a module hands to it: one that cannot be imported by the name of its file, and whose very first
 * statement reads what it lacks, would never come any further by itself.
 */
function handedByRunner({ path, text, tree }: ModuleFacts, free: readonly SyntaxNode[]): ReadonlySet<string> {
  if (/(^|\/)[A-Za-z_]\w*\.py$/.test(path) || text.startsWith("#!")) return new Set();
  const first = tree.root.namedChildren.find((node) => !isPreamble(node));
  if (!first || COMPOUND.test(first.type)) return new Set();
  return new Set(
    free.filter(({ start, end }) => start >= first.start && end <= first.end).map(({ text }) => text),
  );
}

/** What waits for a call, or runs its own lines only sometimes. */
const COMPOUND = /_definition$|^(if|for|while|try|with|match)_statement$/;

function isPreamble(node: SyntaxNode): boolean {
  const [only] = node.namedChildren;
  return (
    /^comment$|import/.test(node.type) || (node.type === "expression_statement" && only?.type === "string")
  );
}

function isExplained(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): boolean {
  const name = node.text;
  if (name === "_" || name === "__") return installsGettext(project) || name === "__";
  if (name.startsWith("__") && name.endsWith("__")) return true;
  if (/^(WindowsError|reveal_type|undefined|profile)$/.test(name)) return true;
  if (isProbed(module, node.start) || isKnownToAuthor(module, node)) return true;
  if (isOwnSubmodule(module, name)) return true;
  if (python2Names.has(name))
    return (
      isVendored(module) ||
      (!isPython3Only(project) && (isForBoth(project, module, node) || !runsOnPython3(project, module)))
    );
  // no module gives others a `self`
  if (name === "self") return false;
  for (const star of module.imports.filter(({ local }) => local === "*"))
    if (project.resolve(`${star.module}.${name}`).kind !== "unknown" || bindsStar(project, star.module, name))
      return true;
  return false;
}

/** `# noqa`, or what other checkers want to read, on the line: who wrote it knows. */
function isKnownToAuthor({ text }: ModuleFacts, { start }: SyntaxNode): boolean {
  const end = text.indexOf("\n", start);
  const line = text.slice(start, end < 0 ? text.length : end);
  return /#.*(\bnoqa\b(?!:(?!.*\bF8\d\d))|undefined-variable|name-defined)/i.test(line);
}

/** `from .wall import paint` in a package's own module gives it the name `wall` as well. */
function isOwnSubmodule(module: ModuleFacts, name: string): boolean {
  return isPackagePath(module.path) && importsWithin(module, `${module.name}.${name}`);
}

/**
 * Code that asks for the version, or a module that was never moved to Python 3, which the packaging does not name either:
 * `raw_input` alone is never kept on purpose.
 */
function isForBoth(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): boolean {
  if (asksForVersion(module, node) || module.tree.errors.length > 0) return true;
  return node.text !== "raw_input" && !namesPython3(project);
}

/** Whether the function around asks for the version, or a condition over it; outside of functions, whether the module does. */
function asksForVersion(module: ModuleFacts, node: SyntaxNode): boolean {
  if (!VERSION.test(module.text)) return false;
  const around = module.functionAround(node)?.node;
  if (!around || VERSION.test(around.text)) return true;
  for (let at = around.parent; at; at = at.parent)
    if (VERSION.test(at.type === "function_definition" ? at.text : (at.field("condition")?.text ?? "")))
      return true;
  return false;
}

const VERSION = /version_info|\bPY[23]\b/;

/** Whether the packaging says that Python 3 is served, be it beside Python 2. */
function namesPython3(project: ProjectFacts): boolean {
  return project.onceOfTexts("names: python 3 too", () =>
    ["setup.cfg", "setup.py", "pyproject.toml"].some((path) =>
      /Python\s*::\s*3/.test(project.text(path) ?? ""),
    ),
  );
}

/** What the tree only keeps a copy of says elsewhere which Python it is for. */
function isVendored({ path }: ModuleFacts): boolean {
  return /(^|\/)(third_?party|_?vendor(ed)?)\//.test(path);
}

function bindsStar(project: ProjectFacts, name: string, wanted: string): boolean {
  const module = project.moduleNamed(name);
  if (!module) return true;
  if (module.scope.bindings.has(wanted)) return true;
  const inner = module.imports.filter(({ local }) => local === "*");
  return inner.some((star) => project.moduleNamed(star.module) === undefined);
}

/** `try: unicode` / `except NameError`: the code asks whether the name is there. */
function isProbed(module: ModuleFacts, at: number): boolean {
  return module.tree.ofType("try_statement").some((statement) => {
    if (at < statement.start || statement.end < at) return false;
    return statement.children.some(
      (clause) => clause.type === "except_clause" && /\bNameError\b/.test(clause.text.split(":")[0] ?? ""),
    );
  });
}

/** Old trees put `_` among the builtins, and neutron does so for all that is loaded with it. */
function installsGettext(project: ProjectFacts): boolean {
  return project.onceOfTexts("names: gettext is installed", () => {
    if (project.pathOf("neutron") === undefined && importsNeutron(project)) return true;
    for (const path of project.pathsMentioning(
      "gettext.install(",
      "gettextutils.install(",
      "i18n.install(",
      "builtins",
    ))
      if (
        !BESIDE.test(path) &&
        /(gettext|gettextutils|i18n)\.install\(|builtins?(__)?(\.__dict__\[['"]_['"]\]|\._)\s*=/.test(
          project.text(path) ?? "",
        )
      )
        return true;
    return false;
  });
}

/** What no process of the program loads: how the documentation is built, and other projects' tests. */
const BESIDE = /(^|\/)(docs?|[a-z]+_tests?)\//;

function importsNeutron(project: ProjectFacts): boolean {
  const imported = /^[ \t]*(?:from|import)\s+neutron[.\s]/m;
  return project
    .pathsMentioning("from neutron", "import neutron")
    .some((path) => imported.test(project.text(path) ?? ""));
}

/** Whether the packaging says that Python 2 is not served: by the version it asks for, or by naming Python 3 alone. */
function isPython3Only(project: ProjectFacts): boolean {
  return project.once("names: python 3 only", () => {
    const text = ["setup.cfg", "pyproject.toml"].map((path) => project.text(path) ?? "").join("\n");
    if (/requires-python\s*=\s*["']?\s*>=?\s*3|python[-_]requires\s*=\s*>=?\s*3/.test(text)) return true;
    return /Python :: 3/.test(text) && !/Python :: 2|\bpy2\d/.test(text + (project.text("tox.ini") ?? ""));
  });
}
