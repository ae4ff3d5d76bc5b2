import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { valueBefore } from "./value-before.ts";

/**
 * The value that a name has at a place: what a statement before it in the same block gave it, or its only value; `undefined` for what
 * is no name.
 */
export function valueAt(module: ModuleFacts, name: SyntaxNode): SyntaxNode | undefined {
  return name.type === "identifier" ? (valueBefore(name) ?? onlyValue(module, name)) : undefined;
}

/** The value of a name that is bound once, in the same block as far as the lookup goes. */
export function onlyValue(module: ModuleFacts, name: SyntaxNode): SyntaxNode | undefined {
  const found = module.lookup(name.text, module.scopeAt(name));
  const [only, ...more] = found?.bindings ?? [];
  return only?.kind === "assignment" && more.length === 0 ? (only.value ?? undefined) : undefined;
}
