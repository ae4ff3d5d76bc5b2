import { significantChildren } from "../parse/significant.ts";
import type { SyntaxNode } from "../parse/tree.ts";
import { type CodePattern, isRun, type Pattern } from "../smpl/pattern.ts";
import type { Bindings } from "./binding.ts";
import type { Continue, Matcher } from "./matcher.ts";

/**
 * Arguments: positional ones in order, keyword ones in any order.
 *
 * Dots absorb whatever is left of both. With an `expression list` the whole list is taken in the order it is written,
 * because the metavariable stands for a run of the source text.
 */
export function matchArguments(
  matcher: Matcher,
  pattern: CodePattern,
  target: SyntaxNode,
  bindings: Bindings | null,
  then: Continue,
): boolean {
  const wanted = pattern.children.filter((child) => child.node.isNamed);
  const given = significantChildren(target).filter((child) => child.isNamed);
  const inOrder = (patterns: readonly Pattern[], siblings: readonly SyntaxNode[], next: Continue): boolean =>
    matcher.sequence({ patterns, siblings, end: "whole", within: target }, 0, 0, bindings, next);
  if (!matcher.holds("keyword-order") || wanted.some((child) => child.kind === "meta" && isRun(child)))
    return inOrder(wanted, given, then);
  const keywords = wanted.filter(isKeyword);
  const positional = wanted.filter((child) => !isKeyword(child));
  const hasDots = positional.some(isRun);
  const givenKeywords = given.filter((child) => child.type === "keyword_argument");
  const givenPositional = given.filter((child) => child.type !== "keyword_argument");
  const all = (at: number, left: readonly SyntaxNode[], next: Bindings | null): boolean => {
    const keyword = keywords[at];
    if (!keyword) {
      const surplus = left[0];
      return !surplus || hasDots
        ? then(next)
        : matcher.failAtSurplus(keywords.at(-1) ?? pattern, surplus, target);
    }
    for (const candidate of left)
      if (
        matcher.node(keyword, candidate, next, (more) =>
          all(
            at + 1,
            left.filter((other) => other !== candidate),
            more,
          ),
        )
      )
        return true;
    return left.length === 0 ? matcher.fail(keyword, null, target) : false;
  };
  return inOrder(positional, givenPositional, (next) => all(0, givenKeywords, next));
}

function isKeyword(pattern: Pattern): boolean {
  return pattern.kind === "code" && pattern.type === "keyword_argument";
}
