import type { SyntaxNode, SyntaxTree } from "../parse/tree.ts";

/** The named nodes of a tree by type, in text order; looked for once, however many rules ask. */
export function nodesOfType(tree: SyntaxTree, type: string): readonly SyntaxNode[] {
  return tree.ofType(type);
}
