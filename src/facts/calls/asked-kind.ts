import type { SyntaxNode } from "../../parse/tree.ts";
import { ancestorOf, isTried } from "../module/syntax.ts";

/**
 * Whether the code around asks of what kind a value is, or goes on where it is of another.
 *
 * @param caught a handler that goes on
 */
export function isKindAsked(node: SyntaxNode, value: SyntaxNode, caught: RegExp): boolean {
  if (isTried(node, caught)) return true;
  const around = ancestorOf(node, "function_definition", "class_definition")?.text ?? "";
  return ["isinstance(", "hasattr(", "type("].some((word) => around.includes(`${word}${value.text}`));
}
