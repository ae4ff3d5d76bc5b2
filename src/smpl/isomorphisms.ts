/**
 * Spellings that mean the same, as Coccinelle's `standard.iso` has them for C: the one list of those built in.
 *
 * A hunk switches one off with `@@ disable NAME @@`. Blank lines, comments, wrapping and redundant parentheses are no
 * isomorphisms: they are not part of the syntax and never matter.
 */
export const ISOMORPHISMS = {
  quotes: "quote style, escapes and the `u` and `r` prefixes of a string literal: only its value counts",
  "implicit-concatenation": '`"a" "b"` is `"ab"`',
  "keyword-order": "keyword arguments may stand in any order",
  "trailing-comma": "a comma behind the last element does not count",
  "percent-tuple": '`"%s" % (x,)` is `"%s" % x`',
} as const;

/** The name of an isomorphism. */
export type Isomorphism = keyof typeof ISOMORPHISMS;

/** The names, for messages. */
export const ISOMORPHISM_NAMES: readonly string[] = Object.keys(ISOMORPHISMS);

/** Whether a word names an isomorphism. */
export function isIsomorphism(name: string): name is Isomorphism {
  return name in ISOMORPHISMS;
}
