import {
  ancestorOf,
  checkedCallsOf,
  type Finding,
  type ImportFacts,
  isPutIntoText,
  isShadowed,
  literally,
  type ModuleFacts,
  openParameters,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  selfAssignments,
} from "../../src/rule.ts";
import { builtinsAsValues } from "./_module-as-value/builtins.ts";
import { isNamedValue, nameFor } from "./_module-as-value/named-values.ts";

/** `get_all(context)` where `context` is the imported module, and the local value goes by another name. */
export const moduleAsValue: Rule = {
  id: "names/module-as-value",
  title: "module or builtin function passed where a value is meant",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/b3db10f0ed",
  mentions: [["import ", "id"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const imported = new Set(module.imports.map(({ local }) => local));
  const told = new Set<number>();
  for (const { callee, fit, shown } of checkedCallsOf(project, module)) {
    for (const [argument, parameter] of fit.filled) {
      const { value } = argument;
      if (value.type !== "identifier" || !imported.has(value.text)) continue;
      if (!saysTheSame(value.text, parameter.name) || !openParameters(callee).includes(parameter)) continue;
      // reports ask for the module of a version
      if (value.text === "version" && !isGoneThrough(callee.function.node, value.text)) continue;
      const target = moduleNamed(project, module, value);
      if (target === undefined || isModuleTaker(project, callee.function.node, parameter.name, target))
        continue;
      told.add(value.start);
      yield {
        span: value,
        message: `'${value.text}' is the module ${target} here, and ${shown}() gets it as '${parameter.name}'`,
      };
    }
  }
  yield* builtinsAsValues(module);
  for (const use of valuesOf(module)) {
    if (!imported.has(use.text) || told.has(use.start)) continue;
    if (!isNamedValue(use) && !isContextBeside(module, use) && !isOwnBeside(module, use)) continue;
    const target = moduleNamed(project, module, use);
    if (target === undefined) continue;
    told.add(use.start);
    yield {
      span: use,
      message: `'${use.text}' is the module ${target} here, not the value that ${nameFor(use) ?? "the call"} asks for`,
    };
  }
  for (const use of module.tree.ofType("identifier")) {
    if (!imported.has(use.text) || told.has(use.start) || !isPutIntoText(module, use)) continue;
    const target = moduleNamed(project, module, use);
    if (target !== undefined)
      yield {
        span: use,
        message: `'${use.text}' is the module ${target} here, and the message says so: '<module …>'`,
      };
  }
}

/** The names that are passed by keyword, stand in a dictionary, or go by `context` or by that of an object's own into a call. */
function* valuesOf(module: ModuleFacts): Generator<SyntaxNode> {
  for (const type of ["keyword_argument", "pair"])
    for (const node of module.tree.ofType(type)) {
      const value = node.field("value");
      if (value?.type === "identifier") yield value;
    }
  const names = new Set(["context", ...importedNamesOfOwn(module)]);
  if (![...names].some((name) => new RegExp(`[(,]\\s*${literally(name)}\\s*[,)]`).test(module.text))) return;
  for (const { arguments: given } of module.calls)
    for (const { kind, value } of given)
      if (kind === "positional" && value.type === "identifier" && names.has(value.text)) yield value;
}

/** `for part in version`, `version[0]`, `len(version)`: what no module can do. */
function isGoneThrough({ text }: SyntaxNode, name: string): boolean {
  return new RegExp(
    `\\bin ${literally(name)}\\b|(?<![.\\w])${literally(name)}\\[|\\b(len|list|tuple|map|sorted)\\((\\w+, )?${literally(name)}\\)`,
  ).test(text);
}

/** `context` for `context` and `ctxt`, `host` for `host`. */
function saysTheSame(name: string, parameter: string): boolean {
  if (/^(context|ctxt)$/.test(name)) return /^(context|ctxt|ctx)$/.test(parameter);
  return name === parameter;
}

/** `get_all(context)` in a function that has a `ctxt` of its own: the module goes where the value is to go. */
function isContextBeside(module: ModuleFacts, use: SyntaxNode): boolean {
  if (use.text !== "context" || use.parent?.type !== "argument_list") return false;
  const scope = module.scopeAt(use);
  const callee = use.parent.parent?.field("function");
  return (
    scope.kind === "function" &&
    callee?.type === "attribute" &&
    ["ctxt", "ctx"].some((name) => scope.bindings.has(name))
  );
}

/** The names of imports that objects here have attributes by, too: `self.target = …`. */
function importedNamesOfOwn(module: ModuleFacts): readonly string[] {
  return module.imports.map(({ local }) => local).filter((name) => selfAssignments(module, name).length > 0);
}

/** `send(target, message)` in a method of a class that sets `self.target`, and hands that on elsewhere. */
function isOwnBeside(module: ModuleFacts, use: SyntaxNode): boolean {
  const callee = use.parent?.type === "argument_list" ? use.parent.parent?.field("function") : null;
  if (callee?.type !== "attribute" || use.text.length < 4) return false;
  const owner = module.classAround(use);
  const isSet = selfAssignments(module, use.text).some(
    ({ target }) => module.classAround(target.node) === owner,
  );
  return (
    owner !== undefined &&
    isSet &&
    new RegExp(`[(,]\\s*self\\.${literally(use.text)}\\s*[,)]`).test(module.text)
  );
}

/** The module that a name stands for, if it stands for nothing else. */
function moduleNamed(project: ProjectFacts, module: ModuleFacts, name: SyntaxNode): string | undefined {
  const bindings = module.lookup(name.text, module.scopeAt(name))?.bindings ?? [];
  const imports = bindings.filter((binding): binding is ImportFacts => binding.kind === "import");
  const [first] = imports;
  if (!first || imports.length !== bindings.length || isShadowed(name, name.text)) return undefined;
  // what a function imports for itself it may well hand on as a module
  if (ancestorOf(first.node, "function_definition")) return undefined;
  const meaning = project.meaning(module, name);
  if (meaning.kind === "module") return meaning.module.name;
  return meaning.kind === "external" && first.target === first.module && STANDARD.has(first.target)
    ? first.target
    : undefined;
}

/** Modules of the standard library whose names are those of values, too. */
const STANDARD = new Set([
  "uuid",
  "time",
  "string",
  "copy",
  "random",
  "json",
  "socket",
  "signal",
  "datetime",
  "math",
]);

/**
 * A function that asks its argument for functions takes a module on purpose; so does one that uses nothing of it but what the
 * module has.
 */
function isModuleTaker(
  project: ProjectFacts,
  definition: SyntaxNode,
  parameter: string,
  target: string,
): boolean {
  const used = [...definition.text.matchAll(new RegExp(`(?<![\\w.])${literally(parameter)}\\.(\\w+)`, "g"))];
  const names = project.moduleNamed(target)?.scope.bindings;
  if (names && used.length > 0 && used.every(([, name = ""]) => names.has(name))) return true;
  return new RegExp(
    `\\b(getattr|hasattr|setattr|dir|vars|isinstance)\\(\\s*${literally(parameter)}\\b|\\b${literally(parameter)}\\.[A-Z_]{2,}\\b`,
  ).test(definition.text);
}
