import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { hasMember, memberValues } from "../tree/class-members.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import { isProperty } from "../tree/properties.ts";
import { receiverClass } from "../tree/receiver.ts";
import { overridesOf, subclassesOf } from "../tree/subclasses.ts";
import { type ClassSearch, MAX_DEPTH } from "./class-search.ts";
import { isOptional } from "./handed-instances.ts";
import { classOfName } from "./named-instances.ts";
import { classOfField } from "./object-fields.ts";
import { oneClass } from "./one-class.ts";
import { makesOwnInstances, valuesReturned } from "./own-instances.ts";
import { providerOf } from "./providers.ts";
import { classOfRequestAttribute } from "./request-attributes.ts";

/** The class of `holder.name`: of what the holder's class is given under that name, makes by it, or has as a field. */
export function classOfAttribute(
  search: ClassSearch,
  module: ModuleFacts,
  node: SyntaxNode,
): PlacedClass | undefined {
  const { project } = search;
  const object = node.field("object");
  const name = node.field("attribute")?.text;
  if (!object || !name) return undefined;
  const holder = receiverClass(project, module, object) ?? search.next.classOf(module, object);
  if (holder)
    return (
      classOfMember(search.next, holder, name) ??
      classOfProperty(search.next, holder, name) ??
      classOfField(project, holder, name) ??
      classProvided(project, holder, name)
    );
  const meaning = project.meaning(module, node);
  if (meaning.kind === "unknown" && /(^|\.)PROVIDERS$/.test(object.text)) return providerOf(project, name);
  if (meaning.kind === "external") return classOfRequestAttribute(search, meaning.name);
  if (meaning.kind !== "assignment") return undefined;
  return classOfName(search.next, meaning.module, meaning.assignment.name, meaning.module.scope);
}

/** Undefined for what a class holds as a descriptor: its `__get__()` gives what the object seems to have. */
function classOfMember(search: ClassSearch, holder: PlacedClass, name: string): PlacedClass | undefined {
  const { project } = search;
  if (search.depth > MAX_DEPTH) return undefined;
  return search.onceWhenWhole(holder.class, `member ${name}`, () => {
    const values = [...memberValues(project, holder, name)];
    const isMadeByOwn = values.some(({ value }) => value && classOfOwnMaker(project, holder, value));
    const given = values.filter(
      ({ module, value }) => value?.type !== "none" && !(isMadeByOwn && isOptional(module, value)),
    );
    const classOf = ({ module, value }: (typeof given)[number]) =>
      value && (classOfOwnMaker(project, holder, value) ?? search.next.classOf(module, value));
    const one = oneClass(given, classOf);
    return one && project.findMethod(one, "__get__") === undefined ? one : undefined;
  });
}

/**
 * The class of `self.builder_class()`, where the holder or a class above it says `builder_class = Builder`, and none
 * below it.
 */
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

/** The class of what a property gives, where no class below has another. */
function classOfProperty(search: ClassSearch, holder: PlacedClass, name: string): PlacedClass | undefined {
  const { project } = search;
  const method = search.depth > MAX_DEPTH ? undefined : project.findMethod(holder, name);
  if (!method || !isProperty(method)) return undefined;
  if (overridesOf(project, holder, name).length > 0) return undefined;
  return search.onceWhenWhole(method.function, "class of property", () => {
    const values = valuesReturned(method.function);
    return values && search.next.classOfAll(method.module, values);
  });
}

/** What a registry puts into an attribute that no assignment of the class gives a value. */
function classProvided(project: ProjectFacts, holder: PlacedClass, name: string): PlacedClass | undefined {
  return hasMember(project, holder, name) ? undefined : providerOf(project, name);
}
