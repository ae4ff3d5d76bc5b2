import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";

/**
 * What a dictionary holds that a name or attribute is given, by what is written out in it and what its module puts in later with
 * `NAME[key] = value` and `thing.NAME.update({…})`; `null` stands for what cannot be read.
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
  if (!module.text.includes(`${name}[`)) return [];
  return module.tree
    .ofType("assignment")
    .filter(
      (node) => node.field("left")?.type === "subscript" && isNamed(node.field("left")?.field("value"), name),
    )
    .map((node) => node.field("right"));
}

function updated(module: ModuleFacts, name: string): readonly (SyntaxNode | null)[] {
  if (!module.text.includes(`${name}.`)) return [];
  return module.calls
    .filter(
      ({ callee }) =>
        isNamed(callee.field("object"), name) &&
        /^(update|setdefault)$/.test(callee.field("attribute")?.text ?? ""),
    )
    .flatMap(({ callee, arguments: [first, ...more] }) => {
      if (callee.field("attribute")?.text === "setdefault") return [more[0]?.value ?? null];
      return first?.value.type === "dictionary" && more.length === 0 ? writtenOut(first.value) : [null];
    });
}

function isNamed(node: SyntaxNode | null | undefined, name: string): boolean {
  const last = node?.type === "attribute" ? node.field("attribute") : node;
  return last?.type === "identifier" && last.text === name;
}
