import type { SyntaxNode, SyntaxTree } from "../parse/tree.ts";

const indexes = new WeakMap<SyntaxTree, ReadonlyMap<string, readonly SyntaxNode[]>>();

/**
 * The named nodes of a tree by type, each list in text order.
 *
 * One walk serves every rule that asks for the tree; the lists live as long as the tree.
 */
export function nodesOfType(tree: SyntaxTree, type: string): readonly SyntaxNode[] {
  let index = indexes.get(tree);
  if (!index) {
    index = indexNodes(tree.root);
    indexes.set(tree, index);
  }
  return index.get(type) ?? [];
}

function indexNodes(root: SyntaxNode): ReadonlyMap<string, readonly SyntaxNode[]> {
  const index = new Map<string, SyntaxNode[]>();
  const visit = (node: SyntaxNode): void => {
    const held = index.get(node.type);
    if (held) held.push(node);
    else index.set(node.type, [node]);
    for (const child of node.children) if (child.isNamed) visit(child);
  };
  visit(root);
  return index;
}
