import type { Position } from "../text/lines.ts";

/**
 * What a hunk is on a tree, decided by structure and never by a version string.
 *
 * The table with the meaning of each state is in docs/language.md.
 */
export type HunkState =
  | "applied"
  | "applicable"
  | "applied-elsewhere"
  | "inconsistent"
  | "ambiguous"
  | "conflict"
  | "absent"
  | "obsolete";

/** How far a slice got before the target differed. */
export interface SliceMiss {
  readonly slice: "minus" | "plus";
  /** What the pattern wanted at the point of difference, in words, and where that stands in the patch file. */
  readonly expected: string;
  readonly patternLine: number;
  /** The target's code at that point, and where it stands; null when the target ended. */
  readonly found: string | null;
  readonly at: Position;
  /** The last code that still matched, for orientation; null when nothing did. */
  readonly lastMatched: string | null;
}

/** What a hunk is on a tree, as reports say it. */
export interface HunkReport {
  readonly name: string;
  readonly group: string | undefined;
  readonly state: HunkState;
  /** The target file, from the tree's root; null when no candidate exists. */
  readonly path: string | null;
  /** Where the hunk matched, or where its function stands. */
  readonly at: Position | null;
  /** One sentence that says why the state is what it is. */
  readonly reason: string;
  readonly nearestMiss: readonly SliceMiss[];
  /** Further matches of an ambiguous hunk. */
  readonly others: readonly Position[];
}
