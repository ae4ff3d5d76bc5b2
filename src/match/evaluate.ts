import type { SyntaxTree } from "../parse/tree.ts";
import { type CompiledHunk, type CompiledVariant, isNeutral } from "../smpl/compile.ts";
import type { Difference } from "../smpl/difference.ts";
import { type Pattern, type SlicePattern, walkPattern } from "../smpl/pattern.ts";
import type { Match } from "./binding.ts";
import type { Miss } from "./matcher.ts";
import { type SearchResult, searchSlice, searchThoroughly } from "./search.ts";

/** Which way a match's rewriting goes: everything, or only taking out what stands beside its replacement. */
export interface Rewriting {
  readonly variant: CompiledVariant;
  readonly match: Match;
  readonly part: "whole" | "deletions";
}

/** What a hunk is on one parsed file. Group and patch concerns come later. */
export type Verdict =
  | {
      readonly state: "applied";
      readonly match: Match;
      /** An alternative of the hunk says that this code is right as it is: nothing was or will be written. */
      readonly neutral: boolean;
    }
  | { readonly state: "applicable"; readonly rewritings: readonly Rewriting[]; readonly match: Match }
  | {
      readonly state: "inconsistent";
      readonly rewritings: readonly Rewriting[];
      readonly match: Match;
      readonly why: string;
    }
  | { readonly state: "ambiguous"; readonly matches: readonly Match[]; readonly why: string }
  | { readonly state: "conflict"; readonly misses: readonly SliceAttempt[]; readonly gaveUp: boolean }
  /** The code to patch is there, but a setting that the patch writes has no value. */
  | { readonly state: "conflict"; readonly unset: readonly string[]; readonly match: Match }
  | { readonly state: "absent"; readonly missing: string | undefined };

export interface SliceAttempt {
  readonly slice: SlicePattern;
  readonly miss: Miss;
}

/** What one variant finds in the file. */
interface Sighting {
  readonly variant: CompiledVariant;
  readonly minus: SearchResult;
  readonly plus: SearchResult;
  /** Minus matches that hold code the patch takes out (all, where it takes none out). */
  readonly old: readonly Match[];
  /** Plus matches that hold code the patch brings in (all, where it brings none in). */
  readonly new: readonly Match[];
}

/**
 * Decides the state of a change hunk on a file.
 *
 * @param canWrite whether a variant may be used for rewriting: its settings have values
 */
export function evaluateHunk(
  hunk: CompiledHunk,
  tree: SyntaxTree,
  canWrite: (variant: CompiledVariant) => boolean,
): Verdict {
  const all = hunk.variants.map((variant) => sight(variant, tree));
  const right = findNeutral(all);
  if (right) return { state: "applied", match: right, neutral: true };
  const sightings = all.filter((sighting) => !isNeutral(sighting.variant));
  if (hunk.hunk.all) return judgeAll(sightings, canWrite);
  const deletes = hunk.variants.some((variant) => variant.forward.deleted.length > 0);
  const inserts = hunk.variants.some((variant) => variant.forward.inserted.length > 0);
  const oldSeen = sightings.find(
    (sighting) => sighting.variant.forward.deleted.length > 0 && sighting.old.length > 0,
  );
  const newSeen = sightings.find(
    (sighting) => sighting.variant.forward.inserted.length > 0 && sighting.new.length > 0,
  );
  // A hunk that only inserts still matches its minus slice once applied, one that only deletes matched its plus slice
  // before: such a slice speaks only when the other is silent.
  const applicable =
    oldSeen ??
    (newSeen || !inserts
      ? undefined
      : sightings.find(
          (one) => canWrite(one.variant) && one.variant.forward.deleted.length === 0 && one.old.length > 0,
        ));
  const applied =
    newSeen ??
    (oldSeen || !deletes
      ? undefined
      : sightings.find((one) => one.variant.forward.inserted.length === 0 && one.new.length > 0));
  if (applicable && applied) return judgeBoth(applicable, applied);
  if (applied) return deletes ? judgeApplied(applied) : judgeTwins(applied, sightings);
  if (applicable) return judgeApplicable(sightings, applicable, canWrite);
  const unwritable = sightings.find((one) => !canWrite(one.variant) && one.old.length > 0);
  return unwritable ? judgeUnset(unwritable) : judgeMiss(hunk, sightings, tree);
}

/** Whether a match-only slice stands in the file, and where. */
export function findReport(hunk: CompiledHunk, tree: SyntaxTree): readonly Match[] {
  for (const variant of hunk.variants) {
    const { matches } = searchSlice(variant.minus, tree);
    if (matches.length > 0) return onePerPlace(matches);
  }
  return [];
}

/** The match of a variant that changes nothing, unless a variant before it has found something to change. */
function findNeutral(sightings: readonly Sighting[]): Match | undefined {
  const first = sightings.find((sighting) => sighting.old.length > 0 || sighting.new.length > 0);
  return first && isNeutral(first.variant) ? first.old[0] : undefined;
}

function sight(variant: CompiledVariant, tree: SyntaxTree): Sighting {
  const minus = searchSlice(variant.minus, tree);
  const plus = searchSlice(variant.plus, tree);
  return {
    variant,
    minus,
    plus,
    old: minus.matches.filter((match) => holds(match, variant.forward.deleted)),
    new: plus.matches.filter((match) => holds(match, variant.forward.inserted)),
  };
}

/** Whether a match has found the code in question, be it inside a nest. Nothing in question is always found. */
function holds(match: Match, code: readonly Pattern[]): boolean {
  if (code.length === 0) return true;
  return [...match.scopes()].some((scope) => code.some((pattern) => scope.nodeOf(pattern) !== undefined));
}

function judgeApplied(sighting: Sighting): Verdict {
  const places = onePerWay(sighting.new, sighting.variant.backward);
  const [match, other] = places;
  if (match && !other) return { state: "applied", match, neutral: false };
  return { state: "ambiguous", matches: places, why: "the patched code stands more than once" };
}

/** An insertion that is done in one place while its context stands, without it, in another. */
function judgeTwins(applied: Sighting, sightings: readonly Sighting[]): Verdict {
  const done = new Set(applied.new.map(placeOf));
  const twin = sightings.flatMap((sighting) => sighting.old).find((match) => !done.has(placeOf(match)));
  if (!twin) return judgeApplied(applied);
  return {
    state: "ambiguous",
    matches: [...applied.new, twin],
    why: "the context stands more than once, patched and unpatched",
  };
}

function judgeApplicable(
  sightings: readonly Sighting[],
  first: Sighting,
  canWrite: (variant: CompiledVariant) => boolean,
): Verdict {
  const usable = canWrite(first.variant)
    ? first
    : sightings.find((one) => canWrite(one.variant) && one.old.length > 0);
  if (!usable) return judgeUnset(first);
  const places = onePerWay(usable.old, usable.variant.forward);
  const [match, other] = places;
  if (match && !other)
    return { state: "applicable", match, rewritings: [{ variant: usable.variant, match, part: "whole" }] };
  return { state: "ambiguous", matches: places, why: "the code to patch stands more than once" };
}

function judgeUnset({ variant, old }: Sighting): Verdict {
  const [match] = old;
  if (!match) throw new Error("a sighting without matches was judged");
  return { state: "conflict", unset: variant.settings, match };
}

/** Old and new code stand side by side. Where that is at one place, taking out the old completes it. */
function judgeBoth(applicable: Sighting, applied: Sighting): Verdict {
  const old = onePerWay(applicable.old, applicable.variant.forward);
  const [match, other] = old;
  const done = applied.new[0];
  if (!match || !done) throw new Error("a sighting without matches was judged");
  if (other)
    return {
      state: "ambiguous",
      matches: old,
      why: "the code to patch stands more than once, and so does the patched code",
    };
  const together = placeOf(match) === placeOf(done);
  return {
    state: "inconsistent",
    match,
    rewritings: together ? [{ variant: applicable.variant, match, part: "deletions" }] : [],
    why: together
      ? "the old and the new code stand side by side"
      : "the new code stands at one place and the old at another",
  };
}

function judgeAll(sightings: readonly Sighting[], canWrite: (variant: CompiledVariant) => boolean): Verdict {
  const rewritings: Rewriting[] = [];
  const taken = new Set<number>();
  for (const sighting of sightings) {
    if (!canWrite(sighting.variant)) continue;
    const inserts = sighting.variant.forward.deleted.length === 0;
    const done = new Set(inserts ? sighting.new.map(placeOf) : []);
    for (const match of onePerPlace(sighting.old)) {
      const place = placeOf(match);
      if (taken.has(place) || done.has(place)) continue;
      taken.add(place);
      rewritings.push({ variant: sighting.variant, match, part: "whole" });
    }
  }
  const [first] = rewritings;
  const applied = sightings.flatMap((sighting) =>
    sighting.variant.forward.inserted.length > 0 ? sighting.new : [],
  )[0];
  if (first) return { state: "applicable", rewritings, match: first.match };
  if (applied) return { state: "applied", match: applied, neutral: false };
  return { state: "absent", missing: undefined };
}

function judgeMiss(hunk: CompiledHunk, sightings: readonly Sighting[], tree: SyntaxTree): Verdict {
  const gaveUp = sightings.some((sighting) => sighting.minus.gaveUp || sighting.plus.gaveUp);
  const furthest = (side: "minus" | "plus"): SliceAttempt | undefined => {
    let best: SliceAttempt | undefined;
    let bestAt = -1;
    for (const sighting of sightings) {
      // Where a name is missing the search was not even tried; how far it gets is asked only now.
      const miss = sighting[side].miss ?? searchThoroughly(sighting.variant[side], tree).miss;
      const at = miss ? miss.pattern.line.line * 1000 + miss.pattern.column : -1;
      if (miss && at > bestAt) {
        best = { slice: sighting.variant[side], miss };
        bestAt = at;
      }
    }
    return best;
  };
  const misses = [furthest("minus"), furthest("plus")].flatMap((attempt) => (attempt ? [attempt] : []));
  const anchor = hunk.variants[0] && anchorOf(hunk.variants[0].minus);
  const reached = misses.some((attempt) => {
    const own = anchorOf(attempt.slice);
    return own !== undefined && attempt.miss.pattern.node.start > own.node.start;
  });
  if (reached || gaveUp) return { state: "conflict", misses, gaveUp };
  return { state: "absent", missing: anchor?.node.text };
}

/**
 * What must be there for a mismatch to be a conflict: the name of the function a slice is about, else the left side of
 * its first assignment. Undefined for free-standing code, whose absence means nothing.
 */
function anchorOf(slice: SlicePattern): Pattern | undefined {
  let anchor: Pattern | undefined;
  for (const part of walkPattern(slice.root)) {
    if (part.kind !== "definition") continue;
    anchor = part.name;
    if (part.type === "function_definition") return anchor;
  }
  if (anchor) return anchor;
  const first = slice.root.children.find((child) => child.kind === "code");
  const assignment = first?.children[0];
  return assignment?.kind === "code" && assignment.type === "assignment" ? assignment.children[0] : undefined;
}

/** The outermost node a match stands on, by offset. */
function placeOf(match: Match): number {
  let start = Number.POSITIVE_INFINITY;
  for (let at = match.bindings; at; at = at.rest) {
    const { pattern, nodes } = at.pairing;
    const node = nodes[0];
    if (node && pattern.node.type !== "module") start = Math.min(start, node.start);
  }
  return start;
}

function onePerPlace(matches: readonly Match[]): readonly Match[] {
  return distinct(matches, (match) => String(placeOf(match)));
}

/** Matches that would be rewritten alike count once: dots may be drawn in several ways around the same edits. */
function onePerWay(matches: readonly Match[], difference: Difference): readonly Match[] {
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

function footprint(match: Match, difference: Difference): string {
  const parts: string[] = [];
  const note = (scope: Match, pattern: Pattern | null): void => {
    const nodes = pattern ? (scope.pairingOf(pattern)?.nodes ?? []) : [];
    parts.push(pattern && nodes[0] ? `${nodes[0].start}-${nodes.at(-1)?.end}` : "_");
  };
  for (const scope of match.scopes())
    for (const change of difference.changes) {
      if (change.kind === "replace") note(scope, change.minus);
      else {
        for (const item of change.minus)
          note(scope, "pattern" in item ? item.pattern : "node" in item ? item : null);
        for (const neighbour of [change.previous, change.next])
          note(scope, neighbour && neighbour.kind !== "dots" ? neighbour : null);
        note(
          scope,
          change.kind === "statements"
            ? change.block
            : change.kind === "elements"
              ? change.list
              : change.definition,
        );
      }
    }
  return parts.join(",");
}
