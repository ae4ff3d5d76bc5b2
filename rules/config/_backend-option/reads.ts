import type { SyntaxNode } from "../../../src/rule.ts";

/** `safe_get("option")`. */
export const ASKED: RegExp = /\bsafe_get\(\s*['"]([a-z]\w*)['"]\s*\)/g;

/** `x` of `self.configuration.x`, and of `configuration.x` where that is no module. */
export function readFrom(node: SyntaxNode, isModule: boolean): string | undefined {
  if (node.type !== "attribute") return undefined;
  const holder = node.field("object")?.text.replace(/[\s\\]+/g, "");
  if (holder !== "self.configuration" && (holder !== "configuration" || isModule)) return undefined;
  const called = node.parent?.type === "call" && node.fieldName === "function";
  const written = node.fieldName === "left" && (node.parent?.type ?? "").includes("assignment");
  return called || written ? undefined : node.field("attribute")?.text;
}
