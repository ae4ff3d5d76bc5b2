import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { pairsOf, stringValue } from "../module/syntax.ts";
import { valueAt } from "./value-at.ts";

/** The keys of a mapping that is written out; names that hold one for certain are followed if nothing adds to it. */
export function mappingKeys(module: ModuleFacts, node: SyntaxNode): readonly string[] | undefined {
  if (node.type === "identifier") {
    const value = valueAt(module, node);
    if (!value || isChanged(module, node)) return undefined;
    return value.type === "identifier" ? undefined : mappingKeys(module, value);
  }
  if (node.type === "call" && node.field("function")?.text === "dict") {
    const arguments_ = (node.field("arguments") ?? node).namedChildren;
    if (!arguments_.every(({ type }) => type === "keyword_argument")) return undefined;
    return arguments_.map((argument) => argument.field("name")?.text ?? "");
  }
  if (node.text === "locals()") return localNames(module, node);
  const keys: string[] = [];
  const pairs = node.type === "dictionary" ? pairsOf(node) : undefined;
  if (!pairs) return undefined;
  for (const pair of pairs) {
    const key = pair.field("key");
    const text = stringValue(key);
    // `{name: name}` for `{'name': name}`: the key is what the name holds, never its own spelling
    if (text === undefined && !(key?.type === "identifier" && key.text === pair.field("value")?.text))
      return undefined;
    if (text !== undefined) keys.push(text);
  }
  return keys;
}

/** The names that a function binds, those of the functions around it too: what `locals()` can hold there. */
function localNames(module: ModuleFacts, node: SyntaxNode): readonly string[] | undefined {
  const names: string[] = [];
  for (let facts = module.functionAround(node); facts; facts = facts.enclosing) {
    if (facts.scope.bindings.has("*")) return undefined;
    names.push(...facts.scope.bindings.keys());
  }
  return names.length > 0 ? names : undefined;
}

/** Whether the name's value is written to or handed on after it is made. */
function isChanged(module: ModuleFacts, name: SyntaxNode): boolean {
  const scope = module.scopeAt(name);
  return module.tree.ofType("identifier").some((other) => {
    if (other.text !== name.text || module.scopeAt(other) !== scope) return false;
    const parent = other.parent;
    if (parent?.type === "subscript" && parent.parent?.type.endsWith("assignment"))
      return parent.fieldName === "left";
    if (parent?.type === "attribute")
      return /^(update|setdefault|pop|clear)$/.test(parent.field("attribute")?.text ?? "");
    return false;
  });
}
