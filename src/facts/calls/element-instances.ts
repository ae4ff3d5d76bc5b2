import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentsOf } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { memberValues } from "../tree/class-members.ts";
import type { PlacedClass } from "../tree/project.ts";
import { receiverClass } from "../tree/receiver.ts";
import { type ClassSearch, MAX_DEPTH } from "./class-search.ts";
import { itemsOf } from "./dictionary-items.ts";
import { elementsPutInto } from "./list-elements.ts";
import { givesAsWritten, valuesReturned, valuesYielded } from "./own-instances.ts";

/**
 * The class of all that a list holds, as far as the tree shows what is put in: written out, made by a comprehension, appended
 * under the name that holds it, or given by a function that makes such lists.
 */
export function classOfElements(
  search: ClassSearch,
  module: ModuleFacts,
  list: SyntaxNode,
): PlacedClass | undefined {
  if (search.depth > MAX_DEPTH) return undefined;
  switch (list.type) {
    case "list":
    case "tuple":
      return search.classOfAll(module, list.namedChildren);
    case "list_comprehension":
    case "generator_expression": {
      const body = list.field("body");
      return body ? search.next.classOf(module, body) : undefined;
    }
    case "identifier":
      return classInName(search, module, list);
    case "attribute":
      return classInMember(search, module, list);
    case "call": {
      const same = givenTo(list, SAME_ELEMENTS);
      if (same) return classOfElements(search.next, module, same);
      const dictionary = givenTo(list, /^six\.itervalues$/) ?? askedOf(list, /^(iter)?values$/);
      return dictionary ? classOfItems(search.next, module, dictionary) : classInResult(search, module, list);
    }
    default:
      return undefined;
  }
}

/** Functions of the language that give what holds the same as their first argument. */
const SAME_ELEMENTS = /^(list|tuple|set|frozenset|sorted|reversed|iter)$/;

/** Of a name that holds lists of the function's own making. */
function classInName(search: ClassSearch, module: ModuleFacts, name: SyntaxNode): PlacedClass | undefined {
  const bindings = module.lookup(name.text, module.scopeAt(name))?.bindings ?? [];
  const values = bindings.map((binding) => (binding.kind === "assignment" ? binding.value : null));
  return classInAll(search, module, name.text, values);
}

/** Of `self.doors`, by all that its class and those above give it. */
function classInMember(search: ClassSearch, module: ModuleFacts, node: SyntaxNode): PlacedClass | undefined {
  const object = node.field("object");
  const name = node.field("attribute")?.text;
  const holder =
    object && (receiverClass(search.project, module, object) ?? search.next.classOf(module, object));
  if (!holder || !name) return undefined;
  return search.onceWhenWhole(holder.class, `elements of ${name}`, () => {
    const given = [...memberValues(search.project, holder, name)];
    const home = given[0]?.module;
    if (!home || given.some((one) => one.module !== home)) return undefined;
    return classInAll(
      search,
      home,
      `self.${name}`,
      given.map(({ value }) => value),
    );
  });
}

function classInAll(
  search: ClassSearch,
  module: ModuleFacts,
  name: string,
  values: readonly (SyntaxNode | null)[],
): PlacedClass | undefined {
  const lists = values.filter((value) => value?.type !== "none");
  const [only] = lists;
  // a list that somebody else made
  if (only && lists.length === 1 && /^(call|list_comprehension)$/.test(only.type))
    return elementsPutInto(module, name).length === 0
      ? classOfElements(search.next, module, only)
      : undefined;
  const elements: (SyntaxNode | null)[] = [...elementsPutInto(module, name)];
  for (const list of lists) elements.push(...(list?.type === "list" ? list.namedChildren : [null]));
  const known = elements.filter((element) => element !== null);
  return known.length === elements.length ? search.classOfAll(module, known) : undefined;
}

/** Of what a function gives, where no class below has another. */
function classInResult(search: ClassSearch, module: ModuleFacts, call: SyntaxNode): PlacedClass | undefined {
  const callee = call.field("function");
  const called = callee ? search.next.calleeOf(module, callee) : undefined;
  if (!called || !givesAsWritten(search.project, called)) return undefined;
  return search.onceWhenWhole(called.function, "elements given", () => {
    const yielded = valuesYielded(called.function);
    if (yielded.length > 0) return search.classOfAll(called.module, yielded);
    const [only, ...more] = (valuesReturned(called.function) ?? []).filter(
      ({ type, namedChildren }) => type !== "list" || namedChildren.length > 0,
    );
    return only && more.length === 0 ? classOfElements(search.next, called.module, only) : undefined;
  });
}

/** The class of all values of a dictionary: `{'filter': Table(), 'nat': Table()}`, and what is put in later. */
export function classOfItems(
  search: ClassSearch,
  module: ModuleFacts,
  dictionary: SyntaxNode,
): PlacedClass | undefined {
  const name = dictionary.field("attribute")?.text;
  const object = dictionary.field("object");
  const holder =
    object && (receiverClass(search.project, module, object) ?? search.next.classOf(module, object));
  if (holder && name)
    return search.onceWhenWhole(holder.class, `item ${name}`, () => {
      const [only, ...more] = [...memberValues(search.project, holder, name)];
      return only && more.length === 0 ? classInside(search, only.module, name, only.value) : undefined;
    });
  if (dictionary.type === "dictionary") return classInside(search, module, "", dictionary);
  const meaning = search.project.meaning(module, dictionary);
  if (meaning.kind === "assignment")
    return classInside(search, meaning.module, meaning.assignment.name, meaning.assignment.value);
  const [only, ...more] = module.lookup(dictionary.text, module.scopeAt(dictionary))?.bindings ?? [];
  return only?.kind === "assignment" && more.length === 0
    ? classInside(search, module, only.name, only.value)
    : undefined;
}

function classInside(
  search: ClassSearch,
  module: ModuleFacts,
  name: string,
  value: SyntaxNode | null,
): PlacedClass | undefined {
  if (value?.type !== "dictionary") return undefined;
  const items = itemsOf(module, name, value);
  const known = items.filter((item) => item !== null);
  return known.length === items.length ? search.classOfAll(module, known) : undefined;
}

/** `doors` of `enumerate(doors)`. */
export function givenTo(call: SyntaxNode, callee: RegExp): SyntaxNode | undefined {
  const [only] = callee.test(call.field("function")?.text ?? "") ? argumentsOf(call) : [];
  return only?.kind === "positional" ? only.value : undefined;
}

/** `doors` of `doors.values()`. */
export function askedOf(call: SyntaxNode, method: RegExp): SyntaxNode | undefined {
  const callee = call.type === "call" && argumentsOf(call).length === 0 ? call.field("function") : null;
  if (callee?.type !== "attribute" || !method.test(callee.field("attribute")?.text ?? "")) return undefined;
  return callee.field("object") ?? undefined;
}
