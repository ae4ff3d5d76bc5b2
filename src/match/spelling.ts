import { isCommaSeparated } from "../parse/significant.ts";
import type { SyntaxNode } from "../parse/tree.ts";
import { literalValue } from "./literal.ts";
import type { Matcher } from "./matcher.ts";
import { hasTrailingComma } from "./omissions.ts";

/** Whether two strings are the same, in what of their spelling counts. */
export function sameString(matcher: Matcher, pattern: SyntaxNode, target: SyntaxNode): boolean {
  if (!matcher.holds("implicit-concatenation") && pattern.type !== target.type) return false;
  return matcher.holds("quotes")
    ? literalValue(pattern) === literalValue(target)
    : pattern.text === target.text;
}

/** Whether two nodes agree in what only disabled isomorphisms would overlook. */
export function sameSpelling(matcher: Matcher, pattern: SyntaxNode, target: SyntaxNode): boolean {
  if (
    !matcher.holds("trailing-comma") &&
    isCommaSeparated(pattern.type) &&
    hasTrailingComma(pattern) !== hasTrailingComma(target)
  )
    return false;
  const right = (node: SyntaxNode): string | undefined => node.field("right")?.type;
  return (
    matcher.holds("percent-tuple") ||
    pattern.type !== "binary_operator" ||
    (right(pattern) === "tuple") === (right(target) === "tuple")
  );
}
