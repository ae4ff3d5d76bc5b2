import type { SyntaxNode } from "../../parse/tree.ts";
import { hasWord } from "../../text/places.ts";

/** Whether a name is, at a node, the own variable of a comprehension or lambda around it. */
export function isShadowed(node: SyntaxNode, name: string): boolean {
  return shadowingClause(node, name) !== undefined;
}

/** What gives a name a value of its own around a node: the `for_in_clause` of a comprehension, the `lambda_parameters`. */
export function shadowingClause(node: SyntaxNode, name: string): SyntaxNode | undefined {
  // neither holds statements, so that the search ends with the first one
  for (let at = node.parent; at && !/(_statement|_definition|block|module)$/.test(at.type); at = at.parent) {
    const clauses = at.children.filter(
      ({ type }) => type === "for_in_clause" || type === "lambda_parameters",
    );
    const own = clauses.find((clause) => hasWord((clause.field("left") ?? clause).text, name));
    if (own) return own;
  }
  return undefined;
}
