import { comparedType, significantChildren, unwrap } from "../parse/significant.ts";
import type { SyntaxNode } from "../parse/tree.ts";
import { literalValue } from "./literal.ts";

/** Whether two nodes are the same code: layout, comments, quotes and redundant parentheses do not count. */
export function equalCode(first: SyntaxNode, second: SyntaxNode): boolean {
  const [a, b] = [unwrap(first), unwrap(second)];
  if (comparedType(a.type) !== comparedType(b.type)) return false;
  const value = literalValue(a);
  if (value !== null) return value === literalValue(b);
  const [left, right] = [significantChildren(a), significantChildren(b)];
  if (left.length !== right.length) return false;
  if (left.length === 0) return a.text === b.text;
  return left.every((child, at) => {
    const other = right[at];
    return other !== undefined && equalCode(child, other);
  });
}
