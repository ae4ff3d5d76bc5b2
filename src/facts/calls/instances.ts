import type { SyntaxNode } from "../../parse/tree.ts";
import type { Binding, ClassFacts, FunctionFacts, Scope } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { isTestPath } from "../module/module-names.ts";
import { memberIsMethod, memberValues } from "../tree/class-members.ts";
import type { Callee, Meaning, PlacedClass, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { meaningWithRegistry } from "../tree/registered-objects.ts";
import { overridesOf, subclassesOf } from "../tree/subclasses.ts";
import { pathsDefining } from "../tree/word-index.ts";
import { classOfOtherBinding } from "./bound-instances.ts";
import { databaseBackend, databaseFunction } from "./db-backends.ts";
import { itemsOf } from "./dictionary-items.ts";
import { importedClass, importedUnderName } from "./imported-class.ts";
import { classOfField } from "./object-fields.ts";
import { oneClass } from "./one-class.ts";
import { givesOwnInstance, returnsOf } from "./own-instances.ts";
import { providerOf } from "./providers.ts";

/** How far a search goes from one value to the one it was given. */
export const MAX_DEPTH = 9;

/**
 * The class that an expression's value is certainly an instance of, as far as assignments in the tree say.
 *
 * Every assignment of the name or attribute must agree; `None` stands in for "not yet" and is passed over.
 */
export function classOfValue(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  depth = 0,
): PlacedClass | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (depth > 0) return findClassOfValue(project, module, node, depth);
  // several rules ask for the values of one module after the other
  const known = project.latest(module, "classes of values", () => new Map<number, PlacedClass | undefined>());
  const key = keyOf(node);
  const held = known.get(key);
  if (held || known.has(key)) return held;
  const found = findClassOfValue(project, module, node, depth);
  known.set(key, found);
  return found;
}

/** One number for a place: no text is as long as the factor. */
function keyOf({ start, end }: SyntaxNode): number {
  return start * 2 ** 26 + (end - start);
}

function findClassOfValue(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  depth: number,
): PlacedClass | undefined {
  switch (node.type) {
    case "parenthesized_expression": {
      const inner = node.namedChildren[0];
      return inner && classOfValue(project, module, inner, depth + 1);
    }
    case "call":
      return classOfCall(project, module, node, depth);
    case "identifier":
      return classOfName(project, module, node.text, module.scopeAt(node), depth);
    case "attribute":
      return classOfAttribute(project, module, node, depth);
    case "subscript":
      return classOfItem(project, module, node, depth);
    case "boolean_operator":
      // what `and` gives may be its first part
      return node.field("operator")?.type === "or"
        ? agreeing(project, module, node.namedChildren.filter(isGiven), depth)
        : undefined;
    case "conditional_expression":
      return agreeing(
        project,
        module,
        [0, 2].flatMap((at) => node.namedChildren[at] ?? []).filter(isGiven),
        depth,
      );
    default:
      return undefined;
  }
}

function isGiven({ type }: SyntaxNode): boolean {
  return type !== "none";
}

/** Keeps an answer, unless it comes from so deep down that the search may have been cut short. */
export function heldWhenWhole<T>(
  project: ProjectFacts,
  about: ClassFacts | FunctionFacts,
  key: string,
  depth: number,
  compute: () => T,
): T {
  return depth > MAX_DEPTH / 2 ? compute() : project.onceFor(about, key, compute);
}

/** The class of all that a dictionary of an object holds: `{'filter': Table(), 'nat': Table()}`, and what is put in later. */
function classOfItem(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  depth: number,
): PlacedClass | undefined {
  const object = node.field("value");
  const holder = object?.type === "attribute" ? object.field("object") : null;
  const name = object?.field("attribute")?.text;
  const placed =
    holder && (receiverClass(project, module, holder) ?? classOfValue(project, module, holder, depth + 1));
  if (!placed || !name) return undefined;
  return heldWhenWhole(project, placed.class, `item ${name}`, depth, () => {
    const given = [...memberValues(project, placed, name)];
    if (given.length !== 1 || given[0]?.value?.type !== "dictionary") return undefined;
    const { module: home, value } = given[0];
    const items = itemsOf(home, name, value);
    return items.every((item) => item !== null) ? agreeing(project, home, items, depth + 1) : undefined;
  });
}

function classOfCall(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  depth: number,
): PlacedClass | undefined {
  const callee = call.field("function");
  if (!callee) return undefined;
  const meaning = meaningWithRegistry(project, module, callee);
  if (meaning.kind === "class") return makesOwnInstances(project, meaning) ? meaning : undefined;
  for (const find of [importedClass, databaseBackend]) {
    const made = find(project, module, call);
    if (made.kind === "class") return made;
  }
  const imported = importedUnderName(project, module, callee);
  if (imported.kind === "class") return makesOwnInstances(project, imported) ? imported : undefined;
  if (meaning.kind !== "unknown")
    return classOfOwn(project, module, callee, meaning) ?? classReturned(project, meaning, depth);
  const method = callee.type === "attribute" ? calleeOfCall(project, module, callee, depth + 1) : undefined;
  if (!method?.class) return undefined;
  // a classmethod makes one of the class by whose name it is called
  if (callee.field("object")?.text !== "self" && !isMadeByClass(method) && givesOwnInstance(project, method))
    return method.class;
  // a class below may answer in its stead
  return overridesOf(project, method.class, method.function.name).length === 0
    ? classReturned(project, { kind: "function", module: method.module, function: method.function }, depth)
    : undefined;
}

/** The class by whose name a method is called, if that is what it gives an instance of: `Coin.get_by_name()`. */
function classOfOwn(
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode,
  meaning: Meaning,
): PlacedClass | undefined {
  const object = callee.type === "attribute" ? callee.field("object") : null;
  // what goes by `cls` may be a class below
  if (meaning.kind !== "function" || !meaning.function.owner || !object || object.text === "cls")
    return undefined;
  if (!givesOwnInstance(project, meaning)) return undefined;
  const holder = meaningWithRegistry(project, module, object);
  return holder.kind === "class" && makesOwnInstances(project, holder) ? holder : undefined;
}

function isMadeByClass({ function: { decorators } }: PlacedFunction): boolean {
  return decorators.some(({ name }) => /classmethod$/.test(name ?? ""));
}

/** The class of everything that a function of a module returns, `None` left out. */
function classReturned(project: ProjectFacts, meaning: Meaning, depth: number): PlacedClass | undefined {
  if (meaning.kind !== "function" || depth > MAX_DEPTH) return undefined;
  const { module, function: facts } = meaning;
  if (facts.enclosing || facts.isAsync || !facts.decorators.every(({ name }) => isPlainMethod(name)))
    return undefined;
  return heldWhenWhole(project, facts, "class returned", depth, () => {
    const values = returnsOf(facts);
    return values && agreeing(project, module, values, depth + 1);
  });
}

function isPlainMethod(decorator: string | undefined): boolean {
  return decorator === "staticmethod" || decorator === "classmethod";
}

/** Whether `C()` gives an instance of `C`: no `__new__` and no metaclass that could give anything else. */
export function makesOwnInstances(project: ProjectFacts, placed: PlacedClass): boolean {
  return project.classOrder(placed).classes.every(({ class: facts }) => {
    if (facts.methods.has("__new__")) return false;
    const metaclass = (facts.node.field("superclasses") ?? facts.node).namedChildren.find(
      (child) => child.type === "keyword_argument" && child.field("name")?.text === "metaclass",
    );
    const named = metaclass?.field("value")?.text ?? metaclassBelow(facts.scope);
    return named === undefined || /(^|\.)(ABCMeta|type)$/.test(named);
  });
}

function metaclassBelow(scope: Scope): string | undefined {
  const binding = scope.bindings.get("__metaclass__")?.[0];
  return binding?.kind === "assignment" ? binding.value?.text : undefined;
}

function classOfName(
  project: ProjectFacts,
  module: ModuleFacts,
  name: string,
  scope: Scope,
  depth: number,
): PlacedClass | undefined {
  const found = module.lookup(name, scope);
  if (!found) return undefined;
  let only: PlacedClass | undefined;
  for (const binding of [...found.bindings, ...globalBindings(module, name, found.scope)]) {
    if (binding.kind === "import" && found.bindings.length > 1) return undefined;
    if (binding.kind === "other" && isGlobalStatement(binding.node))
      return classOfName(project, module, name, module.scope, depth + 1);
    // None stands in for what comes later
    if (binding.kind === "assignment" && binding.value?.type === "none") continue;
    const placed = classBound(project, module, binding, found.scope, depth);
    if (!placed || (only && only.class !== placed.class)) return undefined;
    only = placed;
  }
  return only;
}

/** The class of the value that one binding gives a name. */
function classBound(
  project: ProjectFacts,
  module: ModuleFacts,
  binding: Binding,
  scope: Scope,
  depth: number,
): PlacedClass | undefined {
  if (binding.kind === "import") return classImported(project, binding.target, depth);
  if (binding.kind === "assignment" && binding.value)
    return classOfValue(project, module, binding.value, depth + 1);
  return classOfOtherBinding(project, module, binding, scope, depth);
}

function classImported(project: ProjectFacts, target: string, depth: number): PlacedClass | undefined {
  const meaning = project.resolve(target);
  return meaning.kind === "assignment" && meaning.assignment.value
    ? classOfName(project, meaning.module, meaning.assignment.name, meaning.module.scope, depth + 1)
    : undefined;
}

function isGlobalStatement(node: SyntaxNode): boolean {
  return node.parent?.type === "global_statement";
}

/** Assignments that functions make under `global NAME`. */
function globalBindings(module: ModuleFacts, name: string, scope: Scope): readonly Binding[] {
  if (scope.kind !== "module") return [];
  return module.tree
    .ofType("global_statement")
    .filter((statement) => statement.namedChildren.some((child) => child.text === name))
    .flatMap((statement) => module.scopeAt(statement).bindings.get(name) ?? [])
    .filter((binding) => binding.kind === "assignment");
}

/** The one class of all values; `undefined` where one is not known, or of another. */
export function agreeing(
  project: ProjectFacts,
  module: ModuleFacts,
  values: readonly SyntaxNode[],
  depth: number,
): PlacedClass | undefined {
  return oneClass(values, (value) => classOfValue(project, module, value, depth + 1));
}

function classOfAttribute(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  depth: number,
): PlacedClass | undefined {
  const object = node.field("object");
  const name = node.field("attribute")?.text;
  if (!object || !name) return undefined;
  const holder = receiverClass(project, module, object) ?? classOfValue(project, module, object, depth + 1);
  if (holder)
    return (
      classOfMember(project, holder, name, depth + 1) ??
      classOfProperty(project, holder, name, depth + 1) ??
      classOfField(project, holder, name) ??
      classProvided(project, holder, name)
    );
  const meaning = project.meaning(module, node);
  if (meaning.kind === "unknown" && /(^|\.)PROVIDERS$/.test(object.text)) return providerOf(project, name);
  if (meaning.kind !== "assignment" || !meaning.assignment.value) return undefined;
  return classOfName(project, meaning.module, meaning.assignment.name, meaning.module.scope, depth + 1);
}

/** The class of what a property gives, where no class below has another. */
function classOfProperty(
  project: ProjectFacts,
  holder: PlacedClass,
  name: string,
  depth: number,
): PlacedClass | undefined {
  const method = depth > MAX_DEPTH ? undefined : project.findMethod(holder, name);
  const [only, ...more] = method?.function.decorators ?? [];
  if (!method || more.length > 0 || !/^((functools\.)?cached_)?property$/.test(only?.name ?? ""))
    return undefined;
  if (!isOnlyBinding(method) || overridesOf(project, holder, name).length > 0) return undefined;
  return heldWhenWhole(project, method.function, "class of property", depth, () => {
    const values = returnsOf(method.function);
    return values && agreeing(project, method.module, values, depth + 1);
  });
}

function isOnlyBinding({ function: { name, owner } }: PlacedFunction): boolean {
  return owner?.scope.bindings.get(name)?.length === 1;
}

/** What a registry puts into an attribute that no assignment of the class gives a value. */
function classProvided(project: ProjectFacts, holder: PlacedClass, name: string): PlacedClass | undefined {
  const provider = providerOf(project, name);
  if (!provider) return undefined;
  const isOwn = project.classOrder(holder).classes.some(({ class: facts }) => facts.scope.bindings.has(name));
  return isOwn || [...memberValues(project, holder, name)].length > 0 ? undefined : provider;
}

/** The class around a method when the node is that method's `self`. */
export function receiverClass(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
): PlacedClass | undefined {
  if (node.type !== "identifier") return undefined;
  let method: FunctionFacts | null = module.functionAround(node);
  while (method && !method.owner) {
    if (method.scope.bindings.has(node.text)) return undefined;
    method = method.enclosing;
  }
  if (!method?.owner || method.parameters[0]?.name !== node.text) return undefined;
  if (method.decorators.some(({ name }) => name === "staticmethod")) return undefined;
  if (method.scope.bindings.get(node.text)?.length !== 1) return undefined;
  // not the class around the name itself: that may be one inside of the method
  return project.classAround(module, method.node);
}

function classOfMember(
  project: ProjectFacts,
  holder: PlacedClass,
  name: string,
  depth: number,
): PlacedClass | undefined {
  if (depth > MAX_DEPTH) return undefined;
  return heldWhenWhole(project, holder.class, `member ${name}`, depth, () => {
    const values = [...memberValues(project, holder, name)];
    const isMadeByOwn = values.some(({ value }) => value && classOfOwnMaker(project, holder, value));
    const given = values.filter(
      ({ module, value }) => value?.type !== "none" && !(isMadeByOwn && isOptional(module, value)),
    );
    const classOf = ({ module, value }: (typeof given)[number]) =>
      value && (classOfOwnMaker(project, holder, value) ?? classOfValue(project, module, value, depth + 1));
    return oneClass(given, classOf);
  });
}

/** A parameter that is None unless somebody says more: what is handed in stands in for what the class makes by itself. */
function isOptional(module: ModuleFacts, value: SyntaxNode | null): boolean {
  const bindings =
    value?.type === "identifier" ? module.lookup(value.text, module.scopeAt(value))?.bindings : undefined;
  const [only, ...more] = bindings ?? [];
  return only?.kind === "other" && more.length === 0 && only.node.field("value")?.type === "none";
}

/** The class of `self.builder_class()`, where the holder or a class above it says `builder_class = Builder`, and none below it. */
function classOfOwnMaker(
  project: ProjectFacts,
  holder: PlacedClass,
  value: SyntaxNode,
): PlacedClass | undefined {
  const name =
    value.type === "call" ? /^self\.(\w+)$/.exec(value.field("function")?.text ?? "")?.[1] : undefined;
  if (name === undefined) return undefined;
  const [given, ...more] = [...memberValues(project, holder, name)].filter(
    ({ value: one }) => one?.type !== "none",
  );
  const meaning = given?.value && more.length === 0 ? project.meaning(given.module, given.value) : undefined;
  if (meaning?.kind !== "class" || !makesOwnInstances(project, meaning)) return undefined;
  const isSaidBelow = subclassesOf(project, holder).some(({ class: facts }) =>
    facts.scope.bindings.has(name),
  );
  return isSaidBelow ? undefined : meaning;
}

/** The function that a call runs: as `ProjectFacts.callee`, and methods of values whose class is certain. */
export function calleeOfCall(
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode,
  depth = 0,
): Callee | undefined {
  if (depth > 0) return findCalleeOfCall(project, module, callee, depth);
  // several rules ask for the calls of one module after the other
  const known = project.latest(module, "callees", () => new Map<number, Callee | undefined>());
  const key = keyOf(callee);
  const held = known.get(key);
  if (held || known.has(key)) return held;
  const found = findCalleeOfCall(project, module, callee, depth);
  known.set(key, found);
  return found;
}

function findCalleeOfCall(
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode,
  depth: number,
): Callee | undefined {
  const direct = project.calleeOf(module, callee);
  if (direct || callee.type !== "attribute") return direct;
  const object = callee.field("object");
  const name = callee.field("attribute")?.text;
  if (!object || !name || !isDefinedSomewhere(project, module, name)) return undefined;
  const holder = meaningWithRegistry(project, module, object);
  if (holder.kind === "class") {
    const method = project.findMethod(holder, name);
    if (!method) return undefined;
    const bound = method.function.decorators.some((d) => /(^|\.|_)classmethod$/.test(d.name ?? ""));
    return { ...method, bound, class: { module: holder.module, class: holder.class } };
  }
  if (receiverClass(project, module, object)) return undefined;
  const ofDatabase = databaseFunction(project, module, object, name);
  if (ofDatabase) return { ...ofDatabase, bound: false, class: null };
  const placed = classOfValue(project, module, object, depth);
  if (!placed || !memberIsMethod(project, placed, name)) return undefined;
  const method = project.findMethod(placed, name);
  if (!method) return undefined;
  const bound = !method.function.decorators.some((decorator) => decorator.name === "staticmethod");
  return { ...method, bound, class: placed };
}

/** Whether any function can have the name: most methods that code calls are those of lists, dicts and libraries. */
function isDefinedSomewhere(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  // the definitions of tests are in no index
  return pathsDefining(project, name).length > 0 || isTestPath(module.path);
}
