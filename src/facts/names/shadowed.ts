import type { SyntaxNode } from "../../parse/tree.ts";
import { hasWord } from "../../text/places.ts";

/** Whether a name is, at a node, the own variable of a comprehension or lambda around it. */
export function isShadowed(node: SyntaxNode, name: string): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === "function_definition" || at.type === "class_definition") return false;
    const own = at.children.filter(({ type }) => type === "for_in_clause" || type === "lambda_parameters");
    if (own.some((clause) => hasWord((clause.field("left") ?? clause).text, name))) return true;
  }
  return false;
}
