import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { memberValues } from "../tree/class-members.ts";
import type { PlacedClass } from "../tree/project.ts";
import { receiverClass } from "../tree/receiver.ts";
import { type ClassSearch, MAX_DEPTH } from "./class-search.ts";
import { elementsPutInto } from "./list-elements.ts";
import { givesAsWritten, valuesReturned } from "./own-instances.ts";

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
    case "list_comprehension": {
      const body = list.field("body");
      return body ? search.next.classOf(module, body) : undefined;
    }
    case "identifier":
      return classInName(search, module, list);
    case "attribute":
      return classInMember(search, module, list);
    case "call":
      return classInResult(search, module, list);
    default:
      return undefined;
  }
}

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
    const [only, ...more] = (valuesReturned(called.function) ?? []).filter(
      ({ type, namedChildren }) => type !== "list" || namedChildren.length > 0,
    );
    return only && more.length === 0 ? classOfElements(search.next, called.module, only) : undefined;
  });
}
