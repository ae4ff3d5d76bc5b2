import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { onlyValue } from "./message-text.ts";
import { readPercentFormat } from "./percent-format.ts";
import { valueBefore } from "./value-before.ts";

/** The value that a name has at a place: what a statement before it in the same block gave it, or its only value. */
export function valueAt(module: ModuleFacts, name: SyntaxNode): SyntaxNode | undefined {
  return valueBefore(name) ?? onlyValue(module, name);
}

/** The text that a name stands for, where no values could fill it; what does not fit is told where the two come together. */
export function brokenText(module: ModuleFacts, format: SyntaxNode, text: string): SyntaxNode | undefined {
  const isBroken = format.type === "identifier" && readPercentFormat(text).broken.length > 0;
  return isBroken ? valueAt(module, format) : undefined;
}
