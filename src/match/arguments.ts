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
  const [keywords, positional] = partition(wanted, isKeyword);
  const [givenKeywords, givenPositional] = partition(given, (child) => child.type === "keyword_argument");
  const list: ArgumentList = { pattern, target, keywords, takesMore: positional.some(isRun) };
  return inOrder(positional, givenPositional, (next) =>
    matchKeywords(matcher, list, 0, givenKeywords, next, then),
  );
}

interface ArgumentList {
  readonly pattern: CodePattern;
  readonly target: SyntaxNode;
  readonly keywords: readonly Pattern[];
  /** Whether dots take what the pattern does not name. */
  readonly takesMore: boolean;
}

/** Matches the keywords from `at` on with what is left of the target's, in every order. */
function matchKeywords(
  matcher: Matcher,
  list: ArgumentList,
  at: number,
  left: readonly SyntaxNode[],
  bindings: Bindings | null,
  then: Continue,
): boolean {
  const keyword = list.keywords[at];
  if (!keyword) {
    const surplus = list.takesMore ? undefined : left[0];
    if (!surplus) return then(bindings);
    return matcher.failAtSurplus(list.keywords.at(-1) ?? list.pattern, surplus, list.target);
  }
  if (left.length === 0) return matcher.fail(keyword, null, list.target);
  return left.some((candidate) => {
    const rest = left.filter((other) => other !== candidate);
    return matcher.node(keyword, candidate, bindings, (next) =>
      matchKeywords(matcher, list, at + 1, rest, next, then),
    );
  });
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): readonly [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

function isKeyword(pattern: Pattern): boolean {
  return pattern.kind === "code" && pattern.type === "keyword_argument";
}
