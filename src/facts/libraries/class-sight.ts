import type { SyntaxNode } from "../../parse/tree.ts";
import { firstPart } from "../module/module-names.ts";
import { hasMember } from "../tree/class-members.ts";
import { baseMeaning, hasBaseOutside } from "../tree/class-order.ts";
import { addsNoNames, isGivenByMetaclass } from "../tree/metaclass.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import { subclassesOf } from "../tree/subclasses.ts";
import { hasBuiltinClassMember, isBuiltinClass } from "./builtin-classes.ts";
import { keepsMembers } from "./class-decorators.ts";
import { libraryName } from "./libraries.ts";
import { areClosed, isGivenByLibrary, libraryClassesOf, memberIn } from "./library-classes-shelf.ts";
import { wantsOther } from "./other-release.ts";
import {
  DECLARATIVE,
  KIND_OF_FIELD,
  OF_VERSIONED,
  OUTSIDE,
  VERSIONED,
  WITH_FIELDS,
} from "./outside-classes.ts";

/**
 * - `whole`: all members can be seen, those of the bases too; `hasSeenMember` knows them
 * - `names`: there may be more (fields, slots, what a decorator or metaclass adds), but under names that the tree says somewhere
 * - `private`: what begins with an underscore has such names; others may be asked of another object
 * - `part`: anything may come from elsewhere
 */
export type ClassSight = "whole" | "names" | "private" | "part";

/** How much of what a class and its objects have can be seen. */
export function classSight(project: ProjectFacts, placed: PlacedClass): ClassSight {
  return project.onceFor(placed.class, "sight", () => {
    const { classes, complete } = project.classOrder(placed);
    const knowsBases = (isKnown: (name: string) => boolean) =>
      complete || classes.every((known) => hasKnownBases(project, known, isKnown));
    const isKnown = (name: string) => isKnownOutside(project, name);
    const isOpen = classes.some((one) => makesNames(one, isVersioned(project, placed)));
    if (!isOpen && classes.every((one) => isPlain(project, one)) && knowsBases(isKnown)) return "whole";
    if (!knowsBases((name) => isKnown(name) || WITH_FIELDS.test(name))) return "part";
    if (!isOpen) return "names";
    return classes.some(makesPrivateNames) ? "part" : "private";
  });
}

/**
 * Whether a class that is seen as a whole has the member, by itself or by a base, also by one of those from outside
 * that are listed.
 */
export function hasSeenMember(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  return (
    hasMember(project, placed, name) ||
    isFromOutside(project, placed, name) ||
    project.classOrder(placed).classes.some((one) => isGivenByMetaclass(project, one, name))
  );
}

/** Whether neither the class nor one above or below it has the member, all of which are seen as a whole. */
export function familyLacks(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  return [placed, ...subclassesOf(project, placed)].every(
    (one) => classSight(project, one) === "whole" && !hasSeenMember(project, one, name),
  );
}

/**
 * The same of a name that the tree says nowhere else: what fields, slots, decorators and metaclasses add has names that it says.
 */
export function familyLacksUnsaid(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  return [placed, ...subclassesOf(project, placed)].every(
    (one) => makesNoneUnsaid(project, one, name) && !hasSeenMember(project, one, name),
  );
}

/** Whether the class makes no member of a name that nothing else in the tree says. */
export function makesNoneUnsaid(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  const sight = classSight(project, placed);
  return sight !== "part" && (sight !== "private" || /^_[^_]/.test(name));
}

/** The same of a class itself: what is put into its objects is not asked of it. */
export function classMakesNoneUnsaid(project: ProjectFacts, placed: PlacedClass): boolean {
  if (classSight(project, placed) === "whole") return true;
  const { classes } = project.classOrder(placed);
  const isKnown = (name: string) =>
    isKnownOutside(project, name) || WITH_FIELDS.test(name) || KIND_OF_FIELD.test(name);
  return classes.every(
    (one) =>
      hasKnownBases(project, one, isKnown) &&
      !isHidden(one) &&
      !/\bsetattr\(\s*cls\b|\bcls\.__dict__/.test(one.class.node.text),
  );
}

/** Whether the class or one above it derives from a versioned object of the library, which makes an attribute of each field. */
export function isVersioned(project: ProjectFacts, placed: PlacedClass): boolean {
  return hasBaseOutside(project, placed, VERSIONED);
}

/** Whether objects of versioned classes and lists have the member from their library. */
export function isOfVersioned(name: string): boolean {
  return OF_VERSIONED.test(name);
}

/** Whether the class gets members under names that are worked out, or that its broken text hides; fields have names that are said. */
function makesNames(placed: PlacedClass, hasFields: boolean): boolean {
  const { node, scope, methods } = placed.class;
  // a copy has what its original has
  const copying = methods.get("__setstate__")?.node.text;
  const text = copying === undefined ? node.text : node.text.replace(copying, "");
  if (isHidden(placed) || scope.bindings.has("__getattr__")) return true;
  if (/__dict__|vars\(self/.test(text) && MAKES_ANY.test(text)) return true;
  return !hasFields && SETS_ANY.test(text);
}

/** The same for names that begin with an underscore: who stands for another object does not ask it for these. */
function makesPrivateNames(placed: PlacedClass): boolean {
  return isHidden(placed) || MAKES_PRIVATE.test(placed.class.node.text);
}

/** `[key] = value`, ` = values`, `.update(values)`; a key that is written out is said. */
const WRITTEN = String.raw`\s*(?:(?:\[(?!['"]\w+['"]\])[^\]]*\]\s*)?=(?!=)|\.(?:update|setdefault)\()`;

/**
 * Names that a class gives its objects by data, in ways that no word of the tree shows. Who reads `self.__dict__` makes none; under
 * another name it may be written to.
 */
const MAKES_ANY = new RegExp(
  [
    String.raw`(?:self\.__dict__|vars\(self\))${WRITTEN}`,
    String.raw`\b(?<other>\w+) = (?:self\.__dict__|vars\(self\))\s[^]*\b\k<other>${WRITTEN}`,
    // handed to another function
    String.raw`\((?:self\.__dict__|vars\(self\))\s*,`,
    String.raw`self\.__class__\.__dict__`,
  ].join("|"),
);

/** The same by `setattr()`, which versioned objects do with their fields. */
const SETS_ANY = /setattr\(\s*(?:self|cls)\b(?!\s*,\s*(?:['"]\w+['"]|[A-Z_]+)\s*,)/;

/** Data that comes from outside of the tree has no names with an underscore before them, unless that is put there. */
const MAKES_PRIVATE = /attr\(\s*(self|cls)\s*,[^)]*['"]_|__dict__\[[^\]]*['"]_/;

function isHidden({ module, class: { methods, scope } }: PlacedClass): boolean {
  const asked = methods.get("__getattribute__");
  // one that ends with what the object has makes no names
  const asksElsewhere = asked !== undefined && !/\breturn object\.__getattribute__\(/.test(asked.node.text);
  return module.tree.errors.length > 0 || asksElsewhere || scope.bindings.has("*");
}

/** Whether nothing but the class block makes members: no decorator, metaclass, slots or base that is made by a call. */
function isPlain(project: ProjectFacts, placed: PlacedClass): boolean {
  const { node, bases, methods } = placed.class;
  return (
    !methods.has("__getattribute__") &&
    keepsMembers(project, placed) &&
    addsNoNames(project, placed) &&
    !bases.some((base) => base.type === "call" || /[Tt]est|namedtuple/.test(base.text)) &&
    !/__slots__/.test(node.text)
  );
}

/** Whether every base of the class is in the tree, the language's own, or known by its name. */
function hasKnownBases(
  project: ProjectFacts,
  placed: PlacedClass,
  isKnown: (name: string) => boolean,
): boolean {
  return placed.class.bases.every((base) => {
    if (/^(object|(abc\.)?ABC)$/.test(base.text) || builtinBase(placed, base) !== undefined) return true;
    const meaning = baseMeaning(project, placed, base);
    // `Base = declarative_base()`: what its classes get beside their columns is said as text
    if (meaning.kind === "assignment" && /\bdeclarative_base\(/.test(meaning.assignment.value?.text ?? ""))
      return isKnown(DECLARATIVE);
    return meaning.kind === "class" || (meaning.kind === "external" && isKnown(meaning.name));
  });
}

/** The class of the language that a base names, if the module means nothing else by the name. */
function builtinBase({ module, class: facts }: PlacedClass, base: SyntaxNode): string | undefined {
  if (!isBuiltinClass(base.text)) return undefined;
  return module.lookup(base.text, facts.scope.parent ?? module.scope) === undefined ? base.text : undefined;
}

/** Whether all members of a class from outside of the tree are known: of a listed one, and of a library's. */
function isKnownOutside(project: ProjectFacts, name: string): boolean {
  if (OUTSIDE.has(name)) return true;
  const held = project.pathOf(firstPart(name)) === undefined ? libraryClassesOf(name) : [];
  const home = areClosed(held) ? libraryName(held[0]?.name ?? "")?.module : undefined;
  return home !== undefined && !wantsOther(project, home);
}

/** Whether a class derives from an exception of the language, or a class outside of the tree, that is known to have the name. */
function isFromOutside(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  return project.classOrder(placed).classes.some((known) =>
    known.class.bases.some((base) => {
      const builtin = builtinBase(known, base);
      if (builtin !== undefined) return hasBuiltinClassMember(builtin, name);
      const meaning = baseMeaning(project, known, base);
      if (meaning.kind !== "external") return false;
      return OUTSIDE.get(meaning.name)?.test(name) === true || mayLibraryHave(meaning.name, name);
    }),
  );
}

/** Whether a library's class has the member, hides it from others (`_Door__key`), or is given it by its library. */
function mayLibraryHave(dotted: string, name: string): boolean {
  const held = libraryClassesOf(dotted);
  if (held.length === 0) return false;
  return (
    /^_[A-Za-z]\w*?__\w/.test(name) || memberIn(held, name).members.length > 0 || isGivenByLibrary(held, name)
  );
}
