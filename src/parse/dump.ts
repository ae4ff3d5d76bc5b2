import type { SyntaxNode } from "./tree.ts";

/**
 * The tree as an S-expression with fields, offsets and the text of leaves, one node a line: for tests and for
 * looking at a tree. Every property of every node is in it.
 */
export function dumpTree(node: SyntaxNode): string {
  const lines: string[] = [];
  dumpNode(node, 0, lines);
  return `${lines.join("\n")}\n`;
}

function dumpNode(node: SyntaxNode, depth: number, lines: string[]): void {
  const field = node.fieldName === null ? "" : `${node.fieldName}: `;
  const type = node.isNamed ? node.type : JSON.stringify(node.type);
  const missing = node.isMissing ? " MISSING" : "";
  const leaf = node.children.length === 0 && node.isNamed ? ` ${JSON.stringify(node.text)}` : "";
  lines.push(`${"  ".repeat(depth)}${field}(${type}${missing} ${node.start}-${node.end}${leaf})`);
  for (const child of node.children) dumpNode(child, depth + 1, lines);
}
