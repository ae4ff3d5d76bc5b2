import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";

/**
 * What a module puts into lists under a name later on, `NAME.append(value)`; `null` stands for what cannot be read, as by
 * `extend()` and `+=`.
 */
export function elementsPutInto(module: ModuleFacts, name: string): readonly (SyntaxNode | null)[] {
  const put: (SyntaxNode | null)[] = [];
  if (module.text.includes(`${name}.`))
    for (const { callee, arguments: given } of module.calls) {
      if (callee.type !== "attribute" || callee.field("object")?.text !== name) continue;
      const method = callee.field("attribute")?.text ?? "";
      if (method === "append") put.push(given.length === 1 ? (given[0]?.value ?? null) : null);
      else if (/^(extend|insert|__iadd__)$/.test(method)) put.push(null);
    }
  const isSetByPart = (type: string) =>
    module.tree.ofType(type).some(({ text }) => text.startsWith(`${name} +=`) || text.startsWith(`${name}[`));
  if (module.text.includes(`${name} +=`) && isSetByPart("augmented_assignment")) put.push(null);
  if (module.text.includes(`${name}[`) && isSetByPart("assignment")) put.push(null);
  return put;
}
