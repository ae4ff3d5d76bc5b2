import type { SyntaxNode } from "../parse/tree.ts";
import { anchorOf, type Change, codeOf, type Difference } from "../smpl/difference.ts";
import type { Pattern } from "../smpl/pattern.ts";
import type { Span } from "../text/span.ts";
import type { Match } from "./binding.ts";

/** The first node of a match, leaving out the block that merely holds it. */
export function firstNodeOf(match: Match): SyntaxNode | undefined {
  let first: SyntaxNode | undefined;
  for (let at = match.bindings; at; at = at.rest) {
    const { pattern, nodes } = at.pairing;
    const node = nodes[0];
    if (node && pattern.node.type !== "module" && (!first || node.start < first.start)) first = node;
  }
  return first;
}

/** From the first to the last node of a match, leaving out the block that merely holds it. */
export function extentOf(match: Match): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (let at = match.bindings; at; at = at.rest) {
    const { pattern, nodes } = at.pairing;
    const [first, last] = [nodes[0], nodes.at(-1)];
    if (!first || !last || pattern.node.type === "module") continue;
    start = Math.min(start, first.start);
    end = Math.max(end, last.end);
  }
  return { start, end };
}

/** The outermost node a match stands on, by offset. */
export function placeOf(match: Match): number {
  return firstNodeOf(match)?.start ?? Number.POSITIVE_INFINITY;
}

/** The first match of each place. */
export function onePerPlace(matches: readonly Match[]): readonly Match[] {
  return distinct(matches, (match) => String(placeOf(match)));
}

/** Matches that would be rewritten alike count once: dots may be drawn in several ways around the same edits. */
export function onePerWay(matches: readonly Match[], difference: Difference): readonly Match[] {
  return distinct(matches, (match) => footprint(match, difference));
}

function distinct(matches: readonly Match[], keyOf: (match: Match) => string): readonly Match[] {
  const byKey = new Map<string, Match>();
  for (const match of matches) {
    const key = keyOf(match);
    if (!byKey.has(key)) byKey.set(key, match);
  }
  return [...byKey.values()];
}

/** Where the code that a rewriting would touch stands. */
function footprint(match: Match, difference: Difference): string {
  const touched = difference.changes.flatMap(touchedBy);
  const places = [...match.scopes()].flatMap((scope) => touched.map((pattern) => placeIn(scope, pattern)));
  return places.join(",");
}

/** The patterns whose places decide where a change is made; null for what binds no place. */
function touchedBy(change: Change): readonly (Pattern | null)[] {
  if (change.kind === "replace") return [anchorOf(change)];
  const neighbours = [change.previous, change.next].map((one) => (one?.kind === "dots" ? null : one));
  return [...codeOf(change, "minus"), ...neighbours, anchorOf(change)];
}

function placeIn(scope: Match, pattern: Pattern | null): string {
  const nodes = pattern ? scope.pairingOf(pattern)?.nodes : undefined;
  return nodes?.[0] ? `${nodes[0].start}-${nodes.at(-1)?.end}` : "_";
}
