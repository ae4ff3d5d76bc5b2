import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { stringValue } from "../module/syntax.ts";
import type { PlacedClass } from "../tree/project.ts";
import type { ClassSearch } from "./class-search.ts";
import { classOfElements, classOfItems } from "./element-instances.ts";
import { classOfEnvironItem } from "./environ-items.ts";

/** The class of `tables['nat']`, `doors[0]`, and of what a request carries: that of all that the dictionary or list holds. */
export function classOfItem(
  search: ClassSearch,
  module: ModuleFacts,
  node: SyntaxNode,
): PlacedClass | undefined {
  const carried = classOfEnvironItem(search, node);
  const object = node.field("value");
  const key = node.field("subscript");
  if (carried || !object || !key || key.type === "slice") return carried;
  const placed = classOfItems(search, module, object);
  return (
    placed ?? (stringValue(key) === undefined ? classOfElements(search.next, module, object) : undefined)
  );
}
