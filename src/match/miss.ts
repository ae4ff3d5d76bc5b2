import type { SyntaxTree } from "../parse/tree.ts";
import type { CompiledHunk, CompiledVariant } from "../smpl/compile.ts";
import { type Pattern, type SlicePattern, walkPattern } from "../smpl/pattern.ts";
import type { Match } from "./binding.ts";
import type { Verdict } from "./evaluate.ts";
import type { Miss } from "./matcher.ts";
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

/** Neither slice matches: a conflict where the code in question is there, else absent. */
export function judgeMiss(hunk: CompiledHunk, sightings: readonly Sighting[], tree: SyntaxTree): Verdict {
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
