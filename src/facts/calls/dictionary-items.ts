import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";

/**
 * What a dictionary holds that an attribute is given, by what is written out in it and what its module puts in later with
 * `thing.NAME[key] = value` and `thing.NAME.update({…})`; `null` stands for what cannot be read.
 */
export function itemsOf(
  module: ModuleFacts,
  name: string,
  dictionary: SyntaxNode,
): readonly (SyntaxNode | null)[] {
  return [...writtenOut(dictionary), ...assigned(module, name), ...updated(module, name)];
}

function writtenOut(dictionary: SyntaxNode): readonly (SyntaxNode | null)[] {
  return dictionary.namedChildren.map((pair) => pair.field("value"));
}

function assigned(module: ModuleFacts, name: string): readonly (SyntaxNode | null)[] {
  if (!module.text.includes(`.${name}[`)) return [];
  return module.tree
    .ofType("assignment")
    .filter(
      (node) =>
        node.field("left")?.type === "subscript" && isAttribute(node.field("left")?.field("value"), name),
    )
    .map((node) => node.field("right"));
}

function updated(module: ModuleFacts, name: string): readonly (SyntaxNode | null)[] {
  if (!module.text.includes(`.${name}.`)) return [];
  return module.calls
    .filter(
      ({ callee }) =>
        isAttribute(callee.field("object"), name) &&
        /^(update|setdefault)$/.test(callee.field("attribute")?.text ?? ""),
    )
    .flatMap(({ arguments: [only, ...more] }) =>
      only?.value.type === "dictionary" && more.length === 0 ? writtenOut(only.value) : [null],
    );
}

function isAttribute(node: SyntaxNode | null | undefined, name: string): boolean {
  return node?.type === "attribute" && node.field("attribute")?.text === name;
}
