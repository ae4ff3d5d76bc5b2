import { statementsOf } from "../parse/significant.ts";
import type { SyntaxNode } from "../parse/tree.ts";
import type { NestPattern, Pattern } from "../smpl/pattern.ts";
import { type Bindings, bind } from "./binding.ts";
import type { Continue, Matcher, Row } from "./matcher.ts";
import { blocksBelow } from "./omissions.ts";

/** A nest in the place of an expression: it takes any, and finds its inner pattern below. */
export function matchNest(
  matcher: Matcher,
  pattern: NestPattern,
  target: SyntaxNode,
  bindings: Bindings | null,
  then: Continue,
): boolean {
  const each = occurrencesOf(matcher, pattern, [target], bindings);
  if (pattern.atLeastOne && each.length === 0) return matcher.fail(pattern, target, target);
  return then(bind(bindings, { pattern, nodes: [target], occurrences: { from: bindings, each } }));
}

/** All places below the nodes where the nest's inner pattern stands, in text order, none inside another. */
export function occurrencesOf(
  matcher: Matcher,
  nest: NestPattern,
  nodes: readonly SyntaxNode[],
  bindings: Bindings | null,
): readonly Bindings[] {
  const inner = nest.children[0];
  if (!inner) return [];
  if (nest.inner === "expression") {
    const expression = nest.scope === "expression" ? inner : (inner.children[0]?.children[0] ?? inner);
    return expressionsBelow(matcher, expression, nodes, bindings);
  }
  return statementsBelow(matcher, inner, nodes[0]?.parent ?? null, nodes, bindings);
}

function expressionsBelow(
  matcher: Matcher,
  expression: Pattern,
  nodes: readonly SyntaxNode[],
  bindings: Bindings | null,
): readonly Bindings[] {
  const found: Bindings[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.isNamed && matcher.quietly(() => matcher.node(expression, node, bindings, keepIn(found))))
      return;
    for (const child of node.children) visit(child);
  };
  for (const node of nodes) visit(node);
  return found;
}

function statementsBelow(
  matcher: Matcher,
  inner: Pattern,
  block: SyntaxNode | null,
  statements: readonly SyntaxNode[],
  bindings: Bindings | null,
): readonly Bindings[] {
  const start = block ? bind(bindings, { pattern: inner, nodes: [block] }) : bindings;
  const found: Bindings[] = [];
  for (let at = 0; at < statements.length; at++) {
    const statement = statements[at];
    if (!statement) break;
    const ways = found.length;
    const row: Row = { patterns: inner.children, siblings: statements, end: "open", within: statement };
    matcher.quietly(() => matcher.sequence(row, 0, at, start, keepIn(found)));
    if (found.length > ways) at += Math.max(0, inner.children.length - 1);
    else
      for (const inside of blocksBelow(statement))
        for (const way of statementsBelow(matcher, inner, inside, statementsOf(inside), bindings))
          found.push(way);
  }
  return found;
}

/** Keeps the first way of a match. */
function keepIn(found: Bindings[]): Continue {
  return (way) => {
    if (way) found.push(way);
    return true;
  };
}
