import { ownNodes, type SyntaxNode, withoutParentheses } from "../../../src/rule.ts";

/** The names of a target; `undefined` for one name, or with a starred one. */
export function namesOf(target: SyntaxNode): readonly SyntaxNode[] | undefined {
  if (!/^(pattern_list|tuple_pattern|list_pattern)$/.test(target.type)) return undefined;
  const names = target.namedChildren;
  return names.some(({ type }) => type === "list_splat_pattern") ? undefined : names;
}

/** The `return` statements of a function itself. */
export function returnsIn(definition: SyntaxNode): readonly SyntaxNode[] {
  return [...ownNodes(definition)].filter(({ type }) => type === "return_statement");
}

/** The tuples that a function returns, if it returns nothing but tuples of one length. */
export function returnedRows(definition: SyntaxNode): readonly (readonly SyntaxNode[])[] | undefined {
  const rows: (readonly SyntaxNode[])[] = [];
  for (const node of ownNodes(definition)) {
    if (node.type.startsWith("yield")) return undefined;
    if (node.type !== "return_statement") continue;
    const value = node.namedChildren[0];
    const inner = value && withoutParentheses(value);
    if (!inner || !/^(tuple|expression_list)$/.test(inner.type)) return undefined;
    const values = inner.namedChildren;
    if (values.some(({ type }) => type === "list_splat")) return undefined;
    if (rows[0] && rows[0].length !== values.length) return undefined;
    rows.push(values);
  }
  return rows.length === 0 ? undefined : rows;
}
