import { neverComesBack, ownNodes, type SyntaxNode, withoutParentheses } from "../../../src/rule.ts";

/** How many names a target has; `undefined` for one name, or with a starred one. */
export function countOf(target: SyntaxNode): number | undefined {
  if (!/^(pattern_list|tuple_pattern|list_pattern)$/.test(target.type)) return undefined;
  const names = target.namedChildren;
  return names.some(({ type }) => type === "list_splat_pattern") ? undefined : names.length;
}

/** The `return` statements of a function itself. */
export function returnsIn(definition: SyntaxNode): readonly SyntaxNode[] {
  return [...ownNodes(definition)].filter(({ type }) => type === "return_statement");
}

/** The length of the tuples that a function returns, if all its returns are tuples of one length. */
export function returnedCount(definition: SyntaxNode): number | undefined {
  let count: number | undefined;
  for (const node of ownNodes(definition)) {
    if (node.type.startsWith("yield")) return undefined;
    if (node.type !== "return_statement") continue;
    const value = node.namedChildren[0];
    const inner = value && withoutParentheses(value);
    if (!inner || !/^(tuple|expression_list)$/.test(inner.type)) return undefined;
    const values = inner.namedChildren;
    if (values.some(({ type }) => type === "list_splat")) return undefined;
    if (count !== undefined && count !== values.length) return undefined;
    count = values.length;
  }
  return neverComesBack(definition) ? undefined : count;
}
