import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { PlacedClass } from "../tree/project.ts";
import type { ClassSearch } from "./class-search.ts";
import { askedOf, classOfElements, classOfItems, givenTo } from "./element-instances.ts";
import { classInList } from "./object-fields.ts";

/**
 * The class of what `for … in` gives a name, a loop's or a comprehension's: that of what the list holds, be it one of versioned
 * objects, or of a dictionary's values.
 *
 * @param clause the loop, or the `for_in_clause`
 */
export function classGoneThrough(
  search: ClassSearch,
  module: ModuleFacts,
  clause: SyntaxNode,
  name: string,
): PlacedClass | undefined {
  const given = clause.field("right");
  const target = clause.field("left");
  if (!given || !target) return undefined;
  if (target.text === name) return classOfEach(search, module, given);
  const [, second, ...more] = /^(pattern_list|tuple_pattern)$/.test(target.type) ? target.namedChildren : [];
  if (second?.text !== name || more.length > 0) return undefined;
  const counted = givenTo(given, /^enumerate$/);
  if (counted) return classOfEach(search, module, counted);
  const dictionary = givenTo(given, /^six\.iteritems$/) ?? askedOf(given, /^(iter)?items$/);
  return dictionary && classOfItems(search, module, dictionary);
}

function classOfEach(search: ClassSearch, module: ModuleFacts, list: SyntaxNode): PlacedClass | undefined {
  const object = list.field("object");
  const holder = object && search.next.classOf(module, object);
  const placed = search.next.classOf(module, list);
  return (
    (holder && classInList(search.project, holder, list.field("attribute")?.text)) ??
    (placed && classInList(search.project, placed)) ??
    classOfElements(search.next, module, list)
  );
}
