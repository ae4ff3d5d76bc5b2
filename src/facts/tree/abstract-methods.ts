import type { SyntaxNode } from "../../parse/tree.ts";
import { metaclassOf } from "./metaclass.ts";
import type { PlacedClass, PlacedFunction, ProjectFacts } from "./project.ts";
import { runsOnPython3 } from "./python-version.ts";

/**
 * The abstract methods for which Python refuses to make an object of the class: declared by it or above it, and defined by nothing
 * on the way. None where an ancestor is unknown, or nothing makes Python look.
 */
export function abstractMethodsOf(project: ProjectFacts, placed: PlacedClass): readonly PlacedFunction[] {
  return project.onceFor(placed.class, "abstract methods", () => findAbstract(project, placed));
}

function findAbstract(project: ProjectFacts, placed: PlacedClass): readonly PlacedFunction[] {
  const { classes, complete } = project.classOrder(placed);
  if (!complete || classes.some((one) => isMadeOtherwise(one))) return [];
  const names = new Set(classes.flatMap(({ class: { methods } }) => [...methods.keys()]));
  return [...names].flatMap((name) => {
    const holder = classes.find(({ class: { scope } }) => scope.bindings.has(name));
    const [only, ...more] = holder?.class.scope.bindings.get(name) ?? [];
    // a class that ABCMeta did not make keeps no list of its abstract methods for those below
    if (!holder || !isWatched(project, project.classOrder(holder).classes)) return [];
    if (only?.kind !== "function" || more.length > 0) return [];
    const isDeclared = only.decorators.some(({ expression }) => isAbstract(project, holder, expression));
    return isDeclared ? [{ module: holder.module, function: only }] : [];
  });
}

function isAbstract(project: ProjectFacts, { module }: PlacedClass, decorator: SyntaxNode): boolean {
  return ABSTRACT.test(project.qualifiedName(module, decorator) ?? "");
}

const ABSTRACT = /^abc\.abstract(method|property|classmethod|staticmethod)$/;

/** `ABCMeta` in one of the ways that the tree's Python knows, and no other metaclass. */
function isWatched(project: ProjectFacts, classes: readonly PlacedClass[]): boolean {
  const metaclasses = classes.flatMap(({ module, class: facts }) => {
    if (facts.bases.some(({ text }) => /^(abc\.)?ABC$/.test(text))) return "ABCMeta";
    // only Python 2 reads it
    if (facts.scope.bindings.has("__metaclass__") && runsOnPython3(project, module)) return [];
    return metaclassOf(facts)?.text ?? [];
  });
  return metaclasses.length > 0 && metaclasses.every((name) => /^(abc\.)?ABCMeta$/.test(name));
}

/** Whether `object.__new__`, which looks for abstract methods, may not be what makes the object, or finds others. */
function isMadeOtherwise({ module, class: facts }: PlacedClass): boolean {
  return (
    facts.methods.has("__new__") ||
    facts.bases.some(({ text }) => /^(Base)?Exception$/.test(text)) ||
    // one that makes the class anew, with what it adds
    facts.decorators.some(
      ({ name }) => !/(^|\.)add_metaclass$|interface|regist|track|trace/.test(name ?? ""),
    ) ||
    module.tree.errors.length > 0 ||
    module.text.includes("__abstractmethods__")
  );
}
