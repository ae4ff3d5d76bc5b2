import { argumentsOf, type SyntaxNode, stringValue } from "../../../src/rule.ts";

/** What a dictionary is asked for by its name: `name['key']`, `name.get('key')`, and no key by what changes nothing; `undefined` for all else. */
export function askedFor(
  name: SyntaxNode,
): { readonly node: SyntaxNode; readonly key: string | undefined } | undefined {
  const { parent } = name;
  if (parent?.type === "comparison_operator") return { node: parent, key: undefined };
  if (parent?.type === "subscript" && name.fieldName === "value") {
    const within = parent.parent?.type ?? "";
    // `table['a'], table['b'] = …`, and the like in heads of loops
    const isRead =
      parent.fieldName !== "left" &&
      !/^(delete_statement|pattern_list|tuple_pattern|list_pattern|list_splat_pattern)$/.test(within);
    return isRead ? { node: parent, key: stringValue(parent.field("subscript")) } : undefined;
  }
  const call = parent?.type === "attribute" && name.fieldName === "object" ? parent.parent : null;
  if (call?.type !== "call") return undefined;
  const method = parent?.field("attribute")?.text ?? "";
  if (/^(keys|values|items)$/.test(method)) return { node: call, key: undefined };
  return method === "get" ? { node: call, key: stringValue(argumentsOf(call)[0]?.value) } : undefined;
}
