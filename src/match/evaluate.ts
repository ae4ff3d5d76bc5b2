import type { SyntaxNode, SyntaxTree } from "../parse/tree.ts";
import { type CompiledHunk, type CompiledVariant, isNeutral } from "../smpl/compile.ts";
import type { Pattern } from "../smpl/pattern.ts";
import { overlaps } from "../text/span.ts";
import type { Match } from "./binding.ts";
import { Effort } from "./effort.ts";
import {
  furthestMiss,
  isGivenUp,
  judgeGivenUp,
  judgeMiss,
  type Sighting,
  type SliceAttempt,
} from "./miss.ts";
import { extentOf, onePerPlace, onePerWay, placeOf } from "./place.ts";
import { type SearchResult, searchSlice, searchThoroughly } from "./search.ts";
import { takenName } from "./taken-name.ts";

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
  /** The code to patch is there, but what the patch brings in has the name of something else: where that is. */
  | {
      readonly state: "conflict";
      readonly misses: readonly SliceAttempt[];
      readonly taken: SyntaxNode;
    }
  /** The code to patch is there, but a setting that the patch writes has no value. */
  | { readonly state: "conflict"; readonly unset: readonly string[]; readonly match: Match }
  | { readonly state: "absent"; readonly missing: string | undefined };

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
  const effort = new Effort(hunk.variants.length);
  const all = sightAll(hunk, tree, effort);
  // What is not known of one way may be a second place, or the other half: nothing is certain then.
  if (all.some(isGivenUp)) return judgeGivenUp(all);
  const right = findNeutral(all);
  if (right) return { state: "applied", match: right, neutral: true };
  const sightings = all.filter((sighting) => !isNeutral(sighting.variant));
  if (hunk.hunk.all) return judgeAll(sightings, canWrite);
  const { applicable, applied } = speakersOf(hunk, sightings, canWrite);
  if (applicable && applied) return judgeBoth(applicable, applied);
  if (applied) return deletes(hunk) ? judgeApplied(applied) : judgeTwins(applied, sightings);
  if (applicable) return judgeApplicable(sightings, applicable, tree, effort, canWrite);
  const unwritable = sightings.find((one) => !canWrite(one.variant) && one.old.length > 0);
  return unwritable ? judgeUnset(unwritable) : judgeMiss(hunk, sightings, tree, effort);
}

/**
 * The sightings that say that the old code stands in the file, and that the new code does.
 *
 * A hunk that only inserts still matches its minus slice once applied, one that only deletes matched its plus slice
 * before: such a slice speaks only when the other is silent.
 */
function speakersOf(
  hunk: CompiledHunk,
  sightings: readonly Sighting[],
  canWrite: (variant: CompiledVariant) => boolean,
): { readonly applicable: Sighting | undefined; readonly applied: Sighting | undefined } {
  const oldSeen = sightings.find(({ variant, old }) => variant.forward.deleted.length > 0 && old.length > 0);
  const newSeen = sightings.find((one) => one.variant.forward.inserted.length > 0 && one.new.length > 0);
  const before = ({ variant, old }: Sighting): boolean =>
    canWrite(variant) && variant.forward.deleted.length === 0 && old.length > 0;
  const after = (one: Sighting): boolean => one.variant.forward.inserted.length === 0 && one.new.length > 0;
  return {
    applicable: oldSeen ?? (newSeen || !inserts(hunk) ? undefined : sightings.find(before)),
    applied: newSeen ?? (oldSeen || !deletes(hunk) ? undefined : sightings.find(after)),
  };
}

function deletes({ variants }: CompiledHunk): boolean {
  return variants.some((variant) => variant.forward.deleted.length > 0);
}

function inserts({ variants }: CompiledHunk): boolean {
  return variants.some((variant) => variant.forward.inserted.length > 0);
}

/** Where a hunk stands that only looks for code; without matches where the search was given up. */
type Found = Pick<SearchResult, "matches" | "gaveUp">;

/** Where the first way to read a match-only hunk stands that stands in the file at all. */
export function findReport(hunk: CompiledHunk, tree: SyntaxTree): Found {
  const effort = new Effort(hunk.variants.length);
  for (const { minus } of hunk.variants) {
    const { matches, gaveUp } = searchSlice(minus, tree, effort);
    if (gaveUp || matches.length > 0) return { matches: onePerPlace(matches), gaveUp };
  }
  return { matches: [], gaveUp: false };
}

/** As `findReport`, for every way to read the hunk: places that several ways find count once. */
export function findReports(hunk: CompiledHunk, tree: SyntaxTree): Found {
  const effort = new Effort(hunk.variants.length);
  const found = hunk.variants.map(({ minus }) => searchSlice(minus, tree, effort));
  const gaveUp = found.some((one) => one.gaveUp);
  return { matches: gaveUp ? [] : onePerPlace(found.flatMap(({ matches }) => matches)), gaveUp };
}

/** How far the original code of a hunk gets in a file in which it does not stand; undefined where nothing of it does. */
export function nearestMissOf(hunk: CompiledHunk, tree: SyntaxTree): SliceAttempt | undefined {
  const effort = new Effort(hunk.variants.length);
  return furthestMiss(sightAll(hunk, tree, effort), tree, effort);
}

/** The match of a variant that changes nothing, unless a variant before it has found something to change. */
function findNeutral(sightings: readonly Sighting[]): Match | undefined {
  const first = sightings.find((sighting) => sighting.old.length > 0 || sighting.new.length > 0);
  return first && isNeutral(first.variant) ? first.old[0] : undefined;
}

/** What each way to read a hunk finds; none after one whose search was given up. */
function sightAll(hunk: CompiledHunk, tree: SyntaxTree, effort: Effort): readonly Sighting[] {
  const sightings: Sighting[] = [];
  for (const variant of hunk.variants) {
    const sighting = sight(variant, tree, effort);
    sightings.push(sighting);
    if (isGivenUp(sighting)) break;
  }
  return sightings;
}

function sight(variant: CompiledVariant, tree: SyntaxTree, effort: Effort): Sighting {
  const minus = searchSlice(variant.minus, tree, effort);
  const plus = searchSlice(variant.plus, tree, effort);
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
  const done = applied.new.map(extentOf);
  const twin = sightings
    .flatMap((sighting) => sighting.old)
    .find((match) => !done.some((extent) => overlaps(extent, extentOf(match))));
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
  tree: SyntaxTree,
  effort: Effort,
  canWrite: (variant: CompiledVariant) => boolean,
): Verdict {
  const usable = canWrite(first.variant)
    ? first
    : sightings.find((one) => canWrite(one.variant) && one.old.length > 0);
  if (!usable) return judgeUnset(first);
  const places = onePerWay(usable.old, usable.variant.forward);
  const [match, other] = places;
  if (!match || other)
    return { state: "ambiguous", matches: places, why: "the code to patch stands more than once" };
  const { variant } = usable;
  const taken = takenName(variant, match);
  if (!taken) return { state: "applicable", match, rewritings: [{ variant, match, part: "whole" }] };
  const { miss } = searchThoroughly(variant.plus, tree, effort);
  return { state: "conflict", misses: miss ? [{ slice: variant.plus, miss }] : [], taken };
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
