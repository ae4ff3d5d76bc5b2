import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { onlyValue } from "./message-text.ts";
import { valueBefore } from "./value-before.ts";

/** The value that a name has at a place: what a statement before it in the same block gave it, or its only value. */
export function valueAt(module: ModuleFacts, name: SyntaxNode): SyntaxNode | undefined {
  return valueBefore(name) ?? onlyValue(module, name);
}
