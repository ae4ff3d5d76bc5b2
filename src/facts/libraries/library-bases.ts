import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { firstPart } from "../module/module-names.ts";
import { dottedName } from "../module/syntax.ts";
import { builtinExceptionBase } from "../names/builtin-names.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import { isSuperCall, methodAround, receiverClass } from "../tree/receiver.ts";
import { overridesOf, subclassesOf } from "../tree/subclasses.ts";
import type { LibraryClass } from "./library-class.ts";
import { libraryClassesOf } from "./library-classes-shelf.ts";

/** What a class of the tree inherits from libraries. */
export interface LibraryBases {
  /** The dotted names of those bases, as they are imported. */
  readonly names: readonly string[];
  readonly classes: readonly LibraryClass[];
  /** Whether there is no other base from outside of the tree but such as the language has. */
  readonly isComplete: boolean;
}

/** The classes of libraries from which some classes of the tree derive, a class and those above it. */
export function libraryBasesOf(project: ProjectFacts, order: readonly PlacedClass[]): LibraryBases {
  const names: string[] = [];
  const classes: LibraryClass[] = [];
  let isComplete = true;
  for (const { module, class: facts } of order)
    for (const base of facts.bases) {
      const name = externalBase(project, module, facts.scope.parent ?? module.scope, base);
      if (name === undefined) continue;
      const found =
        name === "?" || project.pathOf(firstPart(name)) !== undefined ? [] : libraryClassesOf(name);
      if (found.length === 0) isComplete = false;
      else names.push(name);
      classes.push(...found);
    }
  return { names, classes, isComplete };
}

/** The name of a base from outside; "?" where that is not known, `undefined` for one of the tree or of the language. */
function externalBase(
  project: ProjectFacts,
  module: ModuleFacts,
  scope: ModuleFacts["scope"],
  base: SyntaxNode,
): string | undefined {
  const written = dottedName(base);
  if (written === undefined) return "?";
  if (/^(object|(abc\.)?ABC|BaseException)$/.test(written)) return undefined;
  const meaning = project.meaningOf(module, written, scope);
  if (meaning.kind === "class") return undefined;
  if (meaning.kind === "external") return meaning.name;
  return builtinExceptionBase(written) === undefined ? "?" : undefined;
}

function basesOf(project: ProjectFacts, placed: PlacedClass): LibraryBases {
  return project.onceFor(placed.class, "bases of libraries", () =>
    libraryBasesOf(project, project.classOrder(placed).classes),
  );
}

/** Whether a class of the module derives from a library's, itself or by way of other classes. */
export function inheritsFromLibraries(project: ProjectFacts, module: ModuleFacts): boolean {
  return module.classes.some(
    (facts) => facts.bases.length > 0 && basesOf(project, { module, class: facts }).classes.length > 0,
  );
}

/** What an attribute of `self` or `super()` comes from. */
export interface Inherited extends LibraryBases {
  readonly isSuper: boolean;
}

/**
 * The library's class that has what is asked of `self` or `super()`, where no class of the tree has the name, and no way leads
 * to other classes.
 */
export function inheritedBy(
  project: ProjectFacts,
  module: ModuleFacts,
  attribute: SyntaxNode,
  name: string,
): Inherited | undefined {
  const object = attribute.field("object");
  if (!object) return undefined;
  const isSuper = isSuperCall(object);
  const holder = isSuper ? methodsClass(project, module, attribute) : receiverClass(project, module, object);
  if (!holder || !isOneLine(project, holder)) return undefined;
  const bases = basesOf(project, holder);
  if (!bases.isComplete || bases.names.length !== 1) return undefined;
  const own = project.classOrder(holder).classes.slice(isSuper ? 1 : 0);
  if (own.some(({ class: facts }) => facts.scope.bindings.has(name))) return undefined;
  if (isSuper && !isOfOwnClass(object, holder)) return undefined;
  if (!isSuper && overridesOf(project, holder, name).length > 0) return undefined;
  return { ...bases, isSuper };
}

/** The class of the method around a node. */
function methodsClass(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): PlacedClass | undefined {
  const method = methodAround(module, node);
  return method ? project.classAround(module, method.node) : undefined;
}

/** `super()`, or with the class itself. */
function isOfOwnClass(call: SyntaxNode, { class: facts }: PlacedClass): boolean {
  const [named] = call.field("arguments")?.namedChildren ?? [];
  return named === undefined || named.text === facts.name;
}

/** Whether the class and those above and below have one base each: `super()` of another way leads to others. */
function isOneLine(project: ProjectFacts, holder: PlacedClass): boolean {
  return [...project.classOrder(holder).classes, ...subclassesOf(project, holder)].every(
    ({ class: facts }) => facts.bases.length <= 1,
  );
}
