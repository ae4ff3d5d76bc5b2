import type { SyntaxNode } from "../../parse/tree.ts";

/** Whether a name is, at a node, the own variable of a comprehension or lambda around it. */
export function isShadowed(node: SyntaxNode, name: string): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === "function_definition" || at.type === "class_definition") return false;
    const own = at.children.filter(({ type }) => type === "for_in_clause" || type === "lambda_parameters");
    if (own.some((clause) => new RegExp(`\\b${name}\\b`).test((clause.field("left") ?? clause).text)))
      return true;
  }
  return false;
}
