import type { SyntaxTree } from "../parse/tree.ts";
import type { CompiledHunk, CompiledVariant } from "../smpl/compile.ts";
import { type Pattern, type SlicePattern, walkPattern } from "../smpl/pattern.ts";
import type { Match } from "./binding.ts";
import type { Effort } from "./effort.ts";
import type { Verdict } from "./evaluate.ts";
import type { Miss } from "./furthest-miss.ts";
import { type SearchResult, searchThoroughly } from "./search.ts";

/** How far a slice got. */
export interface SliceAttempt {
  readonly slice: SlicePattern;
  readonly miss: Miss;
}

/** What one variant finds in the file. */
export interface Sighting {
  readonly variant: CompiledVariant;
  readonly minus: SearchResult;
  readonly plus: SearchResult;
  /** Minus matches that hold code the patch takes out (all, where it takes none out). */
  readonly old: readonly Match[];
  /** Plus matches that hold code the patch brings in (all, where it brings none in). */
  readonly new: readonly Match[];
}

/** Whether it is not known what else stands in the file. */
export function isGivenUp({ minus, plus }: Sighting): boolean {
  return minus.gaveUp || plus.gaveUp;
}

/** How far the ways got that were tried before the search was given up. */
export function judgeGivenUp(sightings: readonly Sighting[]): Verdict {
  const misses = SIDES.flatMap((side) => furthest(sightings, side, ({ miss }) => miss) ?? []);
  return { state: "conflict", misses, gaveUp: true };
}

/** Neither slice matches: a conflict where the code in question is there, else absent. */
export function judgeMiss(
  hunk: CompiledHunk,
  sightings: readonly Sighting[],
  tree: SyntaxTree,
  effort: Effort,
): Verdict {
  let gaveUp = false;
  // Where a name is missing the search was not even tried; how far it gets is asked only now.
  const missOf = ({ miss }: SearchResult, slice: SlicePattern): Miss | undefined => {
    if (miss) return miss;
    const result = searchThoroughly(slice, tree, effort);
    gaveUp ||= result.gaveUp;
    return result.miss;
  };
  const misses = SIDES.flatMap((side) => furthest(sightings, side, missOf) ?? []);
  const anchor = hunk.variants[0] && anchorOf(hunk.variants[0].minus);
  const reached = misses.some((attempt) => {
    const own = anchorOf(attempt.slice);
    return own !== undefined && attempt.miss.pattern.node.start > own.node.start;
  });
  if (reached || gaveUp) return { state: "conflict", misses, gaveUp };
  return { state: "absent", missing: anchor?.node.text };
}

/** How far the original code got that does not stand in the file; undefined where nothing of it does. */
export function furthestMiss(
  sightings: readonly Sighting[],
  tree: SyntaxTree,
  effort: Effort,
): SliceAttempt | undefined {
  return furthest(
    sightings,
    "minus",
    ({ miss }, slice) => miss ?? searchThoroughly(slice, tree, effort).miss,
  );
}

const SIDES = ["minus", "plus"] as const;

function furthest(
  sightings: readonly Sighting[],
  side: "minus" | "plus",
  missOf: (result: SearchResult, slice: SlicePattern) => Miss | undefined,
): SliceAttempt | undefined {
  let best: SliceAttempt | undefined;
  let bestAt = -1;
  for (const sighting of sightings) {
    const slice = sighting.variant[side];
    const miss = missOf(sighting[side], slice);
    const at = miss ? miss.pattern.line.line * 1000 + miss.pattern.column : -1;
    if (miss && at > bestAt) {
      best = { slice, miss };
      bestAt = at;
    }
  }
  return best;
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
