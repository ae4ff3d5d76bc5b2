import {
  ancestorOf,
  argumentsOf,
  type Finding,
  firstName,
  hasPathBeginning,
  importsWithin,
  isGuestIn,
  isShadowed,
  type ModuleFacts,
  type ProjectFacts,
  pathsWithWord,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `module.NAME` where the module is in the tree and has no such name. */
export const undefinedMember: Rule = {
  id: "names/undefined-member",
  title: "name that the imported module does not have",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/import.html",
  mentions: [["import "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const told = new Set<string>();
  for (const { node, object, root } of membersOfImports(module)) {
    const name = node.field("attribute")?.text ?? "";
    const meaning = project.meaning(module, object);
    const ours = meaning.kind === "external" ? ownException(project, module, meaning.name, node) : undefined;
    if (ours !== undefined)
      yield {
        span: node,
        message: `${object.text} is a module from outside, which has no '${name}': '${ours}.${name}' is meant, and this raises AttributeError`,
      };
    if (meaning.kind !== "module" || meaning.module.scope.bindings.has(name)) continue;
    if (isStore(node) || isPackageOf(project, meaning.module, name)) continue;
    if (importsWithin(module, `${meaning.module.name}.${name}`) && isGuestIn(project, root)) continue;
    if (project.onceFor(meaning.module, `has ${name}`, () => hasMember(project, meaning.module, name)))
      continue;
    if (isShadowed(node, root) || isOptional(module, node, name)) continue;
    if (told.has(`${object.text}.${name}`)) continue;
    told.add(`${object.text}.${name}`);
    yield {
      span: node,
      message: `${meaning.module.name} has no '${name}': AttributeError when '${object.text}.${name}' is reached`,
    };
  }
}

/** `a.b.name` where `a` is imported, and nothing else. */
interface Member {
  readonly node: SyntaxNode;
  /** `a.b` */
  readonly object: SyntaxNode;
  /** `a` */
  readonly root: string;
}

function* membersOfImports(module: ModuleFacts): Generator<Member> {
  const imported = new Set(module.imports.map(({ local }) => local));
  for (const node of module.tree.ofType("attribute")) {
    // the text says it sooner than the tree: most attributes are those of `self` and of variables
    if (!imported.has(wordAt(module.text, node.start))) continue;
    const object = node.field("object");
    const root = object ? firstName(object) : undefined;
    if (!object || root === undefined || !imported.has(root)) continue;
    const bindings = module.lookup(root, module.scopeAt(node))?.bindings ?? [];
    // `import a.b` and `import a.c` bind `a` twice to one package
    const isTwice = bindings.length > 1 && object.type === "identifier";
    if (!isTwice && bindings.every(({ kind }) => kind === "import")) yield { node, object, root };
  }
}

/**
 * The name under which the module imports one of the tree's own modules that has the exception which is raised, or waited
 * for, as one of a library.
 */
function ownException(
  project: ProjectFacts,
  module: ModuleFacts,
  library: string,
  node: SyntaxNode,
): string | undefined {
  const name = node.field("attribute")?.text ?? "";
  if (!WITHOUT_OURS.test(library) || !/^[A-Z][a-z]+[A-Z]/.test(name) || THEIRS.test(name)) return undefined;
  if (!ancestorOf(node, "raise_statement", "except_clause", "block")?.type.match(/raise|except/))
    return undefined;
  return module.imports.find(({ target }) => {
    const held = project.moduleNamed(target);
    return held?.classes.some(
      (one) => one.name === name && !one.bases.some(({ text }) => text.endsWith(name)),
    );
  })?.local;
}

/** Libraries whose exceptions are named otherwise than those of services. */
const WITHOUT_OURS =
  /^(oslo_(utils|concurrency|log|serialization|config|db)|webob|six|stevedore|sqlalchemy)(\.|$)/;

/** Names that one of them and a service may both have. */
const THEIRS =
  /^(InvalidSortKey|DbMigrationError|RetryRequest|BackendNotAvailable|ProcessExecutionError|\w*ArgumentError|HTTP\w+|Integrity\w+|Operational\w+|NoSuch\w+|NoMatch\w*)$/;

/** The name that begins at an offset; empty where none does. */
function wordAt(text: string, offset: number): string {
  WORD.lastIndex = offset;
  return WORD.exec(text)?.[0] ?? "";
}

const WORD = /[\w\u0080-\uffff]+/y;

function isStore(node: SyntaxNode): boolean {
  return node.parent?.type === "assignment" && node.fieldName === "left";
}

/** `hasattr(m, 'x')` or `except AttributeError` around: the code knows that it may be missing. */
function isOptional(module: ModuleFacts, node: SyntaxNode, name: string): boolean {
  const object = node.field("object")?.text ?? "";
  if (['"', "'"].some((quote) => module.text.includes(`hasattr(${object}, ${quote}${name}`))) return true;
  for (let at = node.parent; at; at = at.parent)
    if (at.type === "try_statement" && /except[^:]*AttributeError/.test(at.text)) return true;
  return false;
}

/** What gives a module names that it does not spell, also `fields.generate(__name__)` in its first column. */
const OPEN =
  /^def __getattr__|^[\w.]+\(__name__\)|sys\.modules\[[^\]]*\](\.__dict__|\s*=)|globals\(\)(\[|\.update)|[(,=]\s*globals\(\)\s*[,)]|setattr\(\s*(sys\.modules\[__name__\]|module\b|mod\b|this\b|me\b)|^[ \t]*exec[ (]|lazy_load|_LazyModule|\b(\w+) = sys\.modules\[__name__\]\s(?:.*\n){0,20}?.*\bsetattr\(\s*\4\b/m;

function hasMember(project: ProjectFacts, module: ModuleFacts, name: string, depth = 0): boolean {
  if (depth > 8 || name.startsWith("__") || module.scope.bindings.has(name)) return true;
  if (module.tree.errors.length > 0 || OPEN.test(module.text) || declaresGlobal(module, name)) return true;
  for (const star of module.imports.filter(({ local }) => local === "*")) {
    const other = project.moduleNamed(star.module);
    if (!other || hasMember(project, other, name, depth + 1)) return true;
  }
  // last: it reads modules from all over the tree
  return isSetFromOutside(project, module, name) || isFilledWith(project, module, name);
}

function declaresGlobal(module: ModuleFacts, name: string): boolean {
  return module.tree
    .ofType("global_statement")
    .some((node) => node.children.some(({ text }) => text === name));
}

/** A submodule is a matter of its own where anything imports it: it is there from then on. Object packages fill themselves. */
function isPackageOf(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  if (project.pathOf(`${module.name}.${name}`) !== undefined) return mayBeImported(project, module, name);
  return /(^|\/)objects\/__init__\.py$/.test(module.path) || isSuite(project, module, name);
}

/** Whether any module imports a submodule, or says its full name for others to import, or the package itself loads modules by name. */
function mayBeImported(
  project: ProjectFacts,
  { name: home, text, path }: ModuleFacts,
  name: string,
): boolean {
  const wanted = `${home}.${name}`;
  return project.once(`imported ${wanted}`, () => {
    if (!path.endsWith("/__init__.py") || LOADS.test(text)) return true;
    const isSaid = new RegExp(`\\b(from|import)\\b[^\\n]*\\b${name}\\b|[(,]\\s*${name}\\b\\s*[,)]`);
    return pathsWithWord(project, name).some((from) => {
      const said = project.text(from) ?? "";
      if (said.includes(wanted)) return true;
      const importing = isSaid.test(said) ? project.module(from) : undefined;
      return importing?.imports.some(({ target }) => `${target}.`.startsWith(`${wanted}.`)) === true;
    });
  });
}

/** What loads modules that no import names. */
const LOADS =
  /__import__|import_module|import_object|import_class|pkgutil|iter_modules|walk_packages|listdir|glob|lazy/i;

/** A folder beside the package that holds generated or compiled code of that name. */
function isSuite(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  const folder = module.path.replace(/__init__\.py$/, "");
  return folder !== module.path && hasPathBeginning(project.sources, `${folder}${name}`);
}

const FILLS =
  /\bsetattr\(\s*[A-Za-z_][\w.]*\s*,\s*(?!['"])|\b[\w.]+\.__dict__\.update\(|\bvars\([\w.]+\)\.update\(/;

/** Whether another module gives this one names that no attribute spells: `setattr(module, key, value)` in a loop. */
function isFilledWith(project: ProjectFacts, { path }: ModuleFacts, name: string): boolean {
  const filled = project.once("modules filled from outside", () => filledModules(project));
  return (filled.get(path) ?? []).some((names) => names === "any" || names.has(name));
}

function filledModules(project: ProjectFacts): ReadonlyMap<string, readonly ("any" | ReadonlySet<string>)[]> {
  const filled = new Map<string, ("any" | ReadonlySet<string>)[]>();
  for (const path of project.pathsMentioning("setattr(", "__dict__.update(", "vars(")) {
    const module = FILLS.test(project.text(path) ?? "") ? project.module(path) : undefined;
    for (const { node, callee } of module?.calls ?? []) {
      const target =
        module && /(?:setattr|update)$/.test(callee.text) && FILLS.test(node.text)
          ? filledBy(node)
          : undefined;
      const meaning = module && target && project.meaning(module, target);
      if (meaning?.kind !== "module" || !module) continue;
      const held = filled.get(meaning.module.path) ?? [];
      filled.set(meaning.module.path, [...held, namesGiven(module, node)]);
    }
  }
  return filled;
}

/** The names of `for key in names: setattr(module, key, …)` where `names` is a dictionary that is filled beside it. */
function namesGiven(module: ModuleFacts, call: SyntaxNode): "any" | ReadonlySet<string> {
  const key = argumentsOf(call)[1]?.value;
  const within = module.functionAround(call)?.node;
  const loop = ancestorOf(call, "for_statement");
  const source = /^(\w+)(\.(items|keys)\(\))?$/.exec(loop?.field("right")?.text ?? "")?.[1];
  if (key?.type !== "identifier" || !within || source === undefined) return "any";
  if (!new RegExp(`^\\(?${key.text}\\b`).test(loop?.field("left")?.text ?? "")) return "any";
  const made = new RegExp(`^[ \\t]*${source} = (.*)`, "gm");
  const isPlain = [...within.text.matchAll(made)].every(([, value]) => value?.startsWith("{"));
  const isHandedOn = new RegExp(`\\b${source}\\.update\\(|[(,] *${source} *[,)]`).test(within.text);
  const isOwn = module
    .functionAround(call)
    ?.scope.bindings.get(source)
    ?.every(({ kind }) => kind === "assignment");
  if (!isPlain || isHandedOn || !isOwn) return "any";
  return new Set([...within.text.matchAll(/['"](\w+)['"]/g)].map(([, name]) => name ?? ""));
}

/** The object that a call gives names: `x` of `setattr(x, …)`, `x.__dict__.update(…)`, `vars(x).update(…)`. */
function filledBy(call: SyntaxNode): SyntaxNode | undefined {
  const callee = call.field("function");
  if (callee?.text === "setattr") return argumentsOf(call)[0]?.value;
  const held = callee?.field("object");
  if (held?.type === "call") return argumentsOf(held)[0]?.value;
  return held?.field("object") ?? undefined;
}

/** `module.NAME = …` or `setattr(module, 'NAME', …)` anywhere outside of tests. */
function isSetFromOutside(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  const short = module.name.split(".").at(-1) ?? "";
  const pattern = new RegExp(`\\b${name}\\s*=[^=]|['"]${name}['"]`);
  return pathsWithWord(project, name).some((path) => {
    const text = project.text(path) ?? "";
    return (
      text.includes(short) &&
      pattern.test(text) &&
      new RegExp(`\\.${name}\\s*=[^=]|setattr\\([^)]*['"]${name}['"]`).test(text)
    );
  });
}
