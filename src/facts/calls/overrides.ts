import type { CallFacts } from "../module/calls.ts";
import type { Parameter } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { PlacedClass, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { isClassMethod, isStatic } from "../tree/receiver.ts";
import { subclassesOf } from "../tree/subclasses.ts";
import { accepts, passingOf } from "./call-fit.ts";
import { keepsSignature } from "./kept-signature.ts";

/** A method and the nearest method of the same name that it hides. */
export interface Override {
  readonly placed: PlacedClass;
  readonly method: PlacedFunction;
  readonly base: PlacedFunction;
  readonly baseClass: PlacedClass;
}

const SPECIAL = /^__\w+__$/;

/**
 * Every override of the module's classes whose own and whose base's parameters callers see as written.
 *
 * A method that its class has first hides one that a class below gets from another base too: `class Till(Coins, Base)`.
 */
export function overridesIn(project: ProjectFacts, module: ModuleFacts): readonly Override[] {
  return project.onceFor(module, "overrides", () => {
    const found: Override[] = [];
    for (const facts of module.classes) {
      const placed = { module, class: facts };
      const ancestors = facts.bases.length === 0 ? [] : project.classOrder(placed).classes.slice(1);
      for (const [name, method] of facts.methods) {
        if (SPECIAL.test(name) || facts.scope.bindings.get(name)?.length !== 1) continue;
        const baseClass = ancestors.find((ancestor) => ancestor.class.scope.bindings.has(name));
        const override = baseClass
          ? overrideOf(project, placed, { module, function: method }, baseClass)
          : hiddenBelow(project, placed, { module, function: method });
        if (override) found.push(override);
      }
    }
    return found;
  });
}

function overrideOf(
  project: ProjectFacts,
  placed: PlacedClass,
  method: PlacedFunction,
  baseClass: PlacedClass,
): Override | undefined {
  const { name } = method.function;
  const hidden = baseClass.class.methods.get(name);
  if (!hidden || baseClass.class.scope.bindings.get(name)?.length !== 1) return undefined;
  const base = { module: baseClass.module, function: hidden };
  if (receiverKind(method) !== receiverKind(base)) return undefined;
  const isPlain = keepsSignature(project, method) && keepsSignature(project, base);
  return isPlain ? { placed, method, base, baseClass } : undefined;
}

/** The method of another base that a class below hides by taking this one first. */
function hiddenBelow(
  project: ProjectFacts,
  placed: PlacedClass,
  method: PlacedFunction,
): Override | undefined {
  const { name } = method.function;
  for (const { child, others } of mixedIn(project, placed)) {
    const order = project.classOrder(child).classes;
    if (order.find(({ class: facts }) => facts.scope.bindings.has(name))?.class !== placed.class) continue;
    const baseClass = others.find(({ class: facts }) => facts.scope.bindings.has(name));
    if (baseClass) return overrideOf(project, child, method, baseClass);
  }
  return undefined;
}

interface Mixed {
  readonly child: PlacedClass;
  /** What comes behind the class in the order of the child, and is no base of its own. */
  readonly others: readonly PlacedClass[];
}

/** The classes below one that have other bases besides. */
function mixedIn(project: ProjectFacts, placed: PlacedClass): readonly Mixed[] {
  return project.onceFor(placed.class, "mixed in", () => {
    const own = project.classOrder(placed).classes;
    return subclassesOf(project, placed).flatMap((child) => {
      if (child.class.bases.length < 2) return [];
      const order = project.classOrder(child).classes;
      const at = order.findIndex(({ class: facts }) => facts === placed.class);
      const behind = at < 0 ? [] : order.slice(at + 1);
      const others = behind.filter(({ class: facts }) => !own.some((base) => base.class === facts));
      return others.length > 0 ? [{ child, others }] : [];
    });
  });
}

function receiverKind({ function: facts }: PlacedFunction): string {
  if (isStatic(facts)) return "static";
  return isClassMethod(facts) ? "class" : "instance";
}

/** The parameters that a call on an instance fills. */
export function calledParameters(method: PlacedFunction): readonly Parameter[] {
  return method.function.parameters.slice(isStatic(method.function) ? 0 : 1);
}

/** Whether a method can be called with what a call on an instance passes. */
export function takes(method: PlacedFunction, call: CallFacts): boolean {
  return accepts(calledParameters(method), passingOf(call));
}

/** Whether two parameters of both stand the other way round. */
export function isReordered(mine: readonly Parameter[], theirs: readonly Parameter[]): boolean {
  const places = theirs.flatMap(({ name, kind }) => {
    const at = mine.findIndex((own) => own.name === name && own.kind === "positional-or-keyword");
    return kind === "positional-or-keyword" && at >= 0 ? [at] : [];
  });
  return places.some((at, index) => at < (places[index - 1] ?? -1));
}

/** Whether some call could fit the base and not the override. */
export function isNarrower({ method, base }: Override): boolean {
  const mine = calledParameters(method);
  const theirs = calledParameters(base);
  const takesMore = mine.some(({ kind }) => kind === "var-positional");
  const takesNames = mine.some(({ kind }) => kind === "var-keyword");
  const count = (list: readonly Parameter[]) =>
    list.filter(({ kind }) => kind.startsWith("positional")).length;
  const needed = (list: readonly Parameter[]) =>
    list.filter(({ kind, defaultValue }) => !kind.startsWith("var-") && defaultValue === null);
  if (!takesMore && count(mine) < count(theirs)) return true;
  const names = new Set(mine.map(({ name }) => name));
  if (!takesNames && theirs.some(({ name, kind }) => !kind.startsWith("var-") && !names.has(name)))
    return true;
  const theirNeeded = new Set(needed(theirs).map(({ name }) => name));
  if (needed(mine).length > needed(theirs).length) return true;
  return needed(mine).some(({ name }) => !theirNeeded.has(name));
}

/** Whether a method only says what subclasses must do: abstract, or nothing but a docstring and `raise`/`pass`. */
export function isPromise({ function: method }: PlacedFunction): boolean {
  if (method.decorators.some(({ name }) => /abstract/.test(name ?? ""))) return true;
  const body = method.node.field("body");
  if (!body) return false;
  return body.namedChildren.every((statement) => {
    const inner = statement.namedChildren[0];
    if (statement.type === "raise_statement") return /NotImplemented/.test(statement.text);
    return (
      statement.type === "pass_statement" ||
      (statement.type === "expression_statement" && /string|ellipsis/.test(inner?.type ?? ""))
    );
  });
}
