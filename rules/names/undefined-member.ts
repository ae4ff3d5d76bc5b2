import {
  ancestorOf,
  anyWord,
  argumentsOf,
  databaseLayer,
  type Finding,
  hasPathBeginning,
  importsWithin,
  isGuestIn,
  isSetFromOutside,
  isShadowed,
  type ModuleFacts,
  makesNames,
  mayBeMissing,
  membersOfImports,
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
  yield* backendLacks(module, project);
  const told = new Set<string>();
  for (const { node, object, root } of membersOfImports(project, module)) {
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
    if (isShadowed(node, root) || mayBeMissing(module, node, name)) continue;
    if (told.has(`${object.text}.${name}`)) continue;
    told.add(`${object.text}.${name}`);
    yield {
      span: node,
      message: `${meaning.module.name} has no '${name}': AttributeError when '${object.text}.${name}' is reached`,
    };
  }
}

/** `IMPL.door_get(…)` where the only module of the database layer has no such function. */
function* backendLacks(module: ModuleFacts, project: ProjectFacts): Generator<Finding> {
  if (!module.text.includes("IMPL.")) return;
  const told = new Set<string>();
  for (const { callee } of module.calls) {
    const object = callee.type === "attribute" ? callee.field("object") : null;
    const name = callee.field("attribute")?.text ?? "";
    if (object?.text !== "IMPL" || told.has(name)) continue;
    const layer = databaseLayer(project, module, object);
    if (!layer || project.onceFor(layer, `has ${name}`, () => hasMember(project, layer, name))) continue;
    if (mayBeMissing(module, callee, name)) continue;
    told.add(name);
    yield {
      span: callee,
      message: `${layer.name} has no '${name}': AttributeError when '${callee.text}' is reached`,
    };
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
const THEIRS = anyWord(String.raw`
  InvalidSortKey DbMigrationError RetryRequest BackendNotAvailable ProcessExecutionError
  \w*ArgumentError HTTP\w+ Integrity\w+ Operational\w+ NoSuch\w+ NoMatch\w*
`);

function isStore(node: SyntaxNode): boolean {
  return node.parent?.type === "assignment" && node.fieldName === "left";
}

function hasMember(project: ProjectFacts, module: ModuleFacts, name: string, depth = 0): boolean {
  if (depth > 8 || name.startsWith("__") || module.scope.bindings.has(name)) return true;
  if (module.tree.errors.length > 0 || makesNames(module.text) || declaresGlobal(module, name)) return true;
  for (const star of module.imports.filter(({ local }) => local === "*")) {
    const other = project.moduleNamed(star.module);
    if (!other || hasMember(project, other, name, depth + 1)) return true;
  }
  // last: it reads modules from all over the tree
  return isSetFromOutside(project, module.name, name) || isFilledWith(project, module, name);
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

/**
 * Whether any module imports a submodule, or says its full name for others to import, or the package itself loads
 * modules by name.
 */
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

/** A folder beside the package, or a file, that holds generated or compiled code of that name. */
function isSuite(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  const folder = module.path.replace(/__init__\.py$/, "");
  return (
    folder !== module.path &&
    [".", "/"].some((end) => hasPathBeginning(project.sources, `${folder}${name}${end}`))
  );
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
