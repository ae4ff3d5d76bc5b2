import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
import { placesOfWord } from "../../text/places.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import { functionsNamed } from "../module/named-in.ts";
import { nodeAt, stringValue } from "../module/syntax.ts";
import type { PlacedClass, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { isSuperCall } from "../tree/receiver.ts";
import { subclassesOf } from "../tree/subclasses.ts";
import { pathsDefining, pathsWithClass, pathsWithWord } from "../tree/word-index.ts";
import { calledName, callsEndingIn, type NamedCall } from "./named-calls.ts";

/** A call, or `undefined` for a use of the function of which nobody sees whom it lets call. */
type Use = NamedCall | undefined;

/**
 * Every call in the tree that can run the function, tests left out, and at last `undefined` where it is also named in a way that
 * is no call (a callback, a text), so that who calls it is not to be seen.
 *
 * It goes by names: with several functions of one name, each call must say which it is for. Who has seen enough stops asking.
 */
export function* allCallsOf(project: ProjectFacts, placed: PlacedFunction): Generator<Use> {
  const { function: facts } = placed;
  const isPlain = !facts.enclosing && facts.decorators.every(({ name }) => PLAIN.test(name ?? ""));
  if (!isPlain) yield undefined;
  else yield* facts.name === "__init__" ? usesOfClass(project, placed) : usesOfName(project, placed);
}

/** Decorators that do not make the function known to somebody else. */
const PLAIN = /^(staticmethod|classmethod)$|(^|\.)(synchronized|trace|trace_method|log_method_call)$/;

function* usesOfName(project: ProjectFacts, placed: PlacedFunction): Generator<Use> {
  const { module, function: facts } = placed;
  const { name, owner } = facts;
  const isOwn = name.startsWith("_") && !owner;
  const homes = isOwn ? [module.path] : pathsDefining(project, name);
  const isOnly = homes.length === 1 && functionsNamed(module, name).length === 1;
  const isAnybodys =
    homes.length > MOST_NAMESAKES ||
    (owner && !isOnly && isInherited(project, { module, class: owner }, name));
  if (name.startsWith("__") || isAnybodys) {
    yield undefined;
    return;
  }
  const paths = isOwn ? homes : pathsWithWord(project, name);
  if (paths.length > MOST_PLACES) yield undefined;
  for (const use of callsNamed(project, paths, name)) {
    const called = isOnly ? facts : project.calleeOf(use.module, use.call.callee)?.function;
    if (called === undefined) yield undefined;
    else if (called === facts) yield use;
  }
  const isSeen = () => isNamedPlainly(project, paths, name, isPlainUse);
  if (!project.onceFor(facts, "named plainly", isSeen)) yield undefined;
}

/** More functions of one name than calls are told apart for. */
const MOST_NAMESAKES = 3;

/** More files with a name than are looked through for what one parameter is. */
const MOST_PLACES = 8;

/** Whether a class above has the method too, whose calls may come to the one of the class below. */
function isInherited(project: ProjectFacts, owner: PlacedClass, name: string): boolean {
  const [, ...above] = project.classOrder(owner).classes;
  return above.some(({ class: facts }) => facts.scope.bindings.has(name));
}

/** The calls of a class and of those below it that leave its `__init__` as it is, and what those that have one hand on. */
function* usesOfClass(project: ProjectFacts, { module, function: init }: PlacedFunction): Generator<Use> {
  if (!init.owner) return;
  const placed = { module, class: init.owner };
  yield* usesOfMaker(project, placed);
  for (const below of subclassesOf(project, placed)) {
    const own = below.class.methods.get("__init__");
    yield* own ? handedUp(below, own) : usesOfMaker(project, below);
  }
}

function* usesOfMaker(project: ProjectFacts, { module, class: facts }: PlacedClass): Generator<Use> {
  const { name } = facts;
  const homes = name.startsWith("_") ? [module.path] : pathsWithClass(project, name);
  const isOnly = homes.length === 1 && module.classes.filter((one) => one.name === name).length === 1;
  if (!isOnly || isNamedInSetup(project, name)) {
    yield undefined;
    return;
  }
  const paths = name.startsWith("_") ? homes : pathsWithWord(project, name);
  if (paths.length > MOST_PLACES) yield undefined;
  yield* callsNamed(project, paths, name);
  // what makes instances of whatever class it is
  const isSeen = () =>
    !/\b(cls|self\.__class__|type\(self\))\(/.test(facts.node.text) &&
    isNamedPlainly(project, paths, name, (use) => isPlainUse(use) || isUseOfClass(use));
  if (!project.onceFor(facts, "named plainly", isSeen)) yield undefined;
}

/** Whether a class is loaded by its name. */
function isNamedInSetup(project: ProjectFacts, name: string): boolean {
  const texts = project.onceOfTexts("texts of setup", () =>
    ["setup.cfg", "setup.py", "pyproject.toml"].map((file) => project.sources.read(file) ?? "").join("\n"),
  );
  return texts.includes(name) && new RegExp(`[:.]${literally(name)}\\b`).test(texts);
}

/** `super().__init__(…)` in a class' own; with several bases it may be another one's. */
function* handedUp({ module, class: facts }: PlacedClass, init: FunctionFacts): Generator<Use> {
  const calls = callsEndingIn(module, "__init__").filter(
    ({ callee, node }) =>
      callee.type === "attribute" && init.node.start <= node.start && node.end <= init.node.end,
  );
  for (const call of calls) {
    const isPlain = isSuperCall(call.callee.field("object"));
    yield isPlain && facts.bases.length === 1 ? { module, call } : undefined;
  }
}

function* callsNamed(project: ProjectFacts, paths: readonly string[], name: string): Generator<NamedCall> {
  for (const path of paths) {
    if (!mayCall(project, path, name)) continue;
    const module = project.module(path);
    for (const call of module ? callsEndingIn(module, name) : []) if (module) yield { module, call };
  }
}

/** Asked once for each parameter of a function: whether a text has such a call. */
function mayCall(project: ProjectFacts, path: string, name: string): boolean {
  const known = project.onceOfTexts(`who calls ${name}`, () => new Map<string, boolean>());
  let may = known.get(path);
  if (may === undefined) {
    may = project.text(path)?.includes(`${name}(`) ?? false;
    known.set(path, may);
  }
  return may;
}

/** Whether all other uses of the name are plain. */
function isNamedPlainly(
  project: ProjectFacts,
  paths: readonly string[],
  name: string,
  isPlain: (use: SyntaxNode) => boolean,
): boolean {
  return paths.every((path) => {
    const module = project.module(path);
    if (!module || module.tree.errors.length > 0) return false;
    const called = new Set(callsEndingIn(module, name).map(({ callee }) => calledName(callee)?.start));
    for (const at of placesOfWord(module.text, name))
      if (!called.has(at) && !isPlain(nodeAt(module.tree.root, at))) return false;
    return true;
  });
}

/** A definition, an import, a keyword, a comment, a longer text. */
function isPlainUse(use: SyntaxNode): boolean {
  const { parent } = use;
  if (use.type !== "identifier") {
    const text = /^string/.test(use.type) ? stringValue(use.type === "string" ? use : use.parent) : undefined;
    return text === undefined ? use.type === "comment" || /^string/.test(use.type) : /\s/.test(text);
  }
  if (use.fieldName === "name" && /^(function|class)_definition$|^keyword_argument$/.test(parent?.type ?? ""))
    return true;
  return parent?.type === "dotted_name" && parent.parent?.type !== "aliased_import";
}

/** `isinstance(x, Name)`, `except Name`, a base, `super(Name, self)`, an annotation, a constant `Name.SIZE`. */
function isUseOfClass(use: SyntaxNode): boolean {
  const whole = use.fieldName === "attribute" && use.parent?.type === "attribute" ? use.parent : use;
  const parent = whole.parent;
  if (parent?.type === "type" || parent?.type === "except_clause") return true;
  if (parent?.type === "attribute") return parent.field("attribute")?.text !== "__init__";
  if (parent?.type !== "argument_list") return false;
  if (parent.parent?.type === "class_definition") return true;
  return /^(isinstance|issubclass|super)$/.test(parent.parent?.field("function")?.text ?? "");
}
