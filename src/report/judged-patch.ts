import type { HunkReport, HunkState, SliceMiss } from "../match/state.ts";
import type { PatchStep } from "../plan/plan.ts";
import { reasonInFile, refusalOf } from "../plan/reason-in-file.ts";
import type { TextSource } from "../plan/virtual-tree.ts";
import type { Position } from "../text/lines.ts";
import { mapLine } from "../text/map-line.ts";
import { type UnifiedDiff, unifiedDiff } from "../text/unified-diff.ts";

/** A source line with its number in the file as it is. */
export interface FrameLine {
  readonly line: number;
  readonly text: string;
}

interface JudgedMiss extends SliceMiss {
  /** Source around the place, from two lines above it. */
  readonly frame: readonly FrameLine[];
}

/** What a hunk is on one combination of files, with the source around it. */
export interface JudgedHunk {
  readonly name: string;
  readonly state: HunkState;
  readonly path: string | null;
  /** In the file as it is; line and column from 1. */
  readonly at: Position | null;
  readonly reason: string;
  readonly nearestMiss: readonly JudgedMiss[];
  /** Source from two lines above the place to two below it; empty where the diff shows it. */
  readonly frame: readonly FrameLine[];
}

interface JudgedFile {
  readonly path: string;
  readonly change: "created" | "changed" | "removed";
  readonly added: number;
  readonly deleted: number;
  /** From the first `@@` on. */
  readonly diff: string;
}

/** What a patch is on one combination of files: all that any report says of it, without a tree to look into. */
export interface JudgedPatch {
  readonly patch: string;
  /** `error`: osfix broke down here, which is a bug of its own. */
  readonly state: HunkState | "error";
  readonly notes: readonly string[];
  readonly hunks: readonly JudgedHunk[];
  /** What applying it does, on the tree with the patches before it. */
  readonly files: readonly JudgedFile[];
}

/** The longest source line that is kept; a file of one endless line is nothing to look at. */
const LONGEST = 400;

/** Works each difference of two texts out once, as profiles share most of theirs. */
export class DiffMemory {
  private readonly known = new Map<string, Map<string, UnifiedDiff>>();

  of(before: string, after: string): UnifiedDiff {
    let diffs = this.known.get(before);
    if (diffs === undefined) {
      diffs = new Map();
      this.known.set(before, diffs);
    }
    let diff = diffs.get(after);
    if (diff === undefined) {
      diff = unifiedDiff(before, after);
      diffs.set(after, diff);
    }
    return diff;
  }
}

/** @param refusals sentences of the plan, some of which may be about this patch */
export function judgePatch(
  step: PatchStep,
  source: TextSource,
  refusals: readonly string[],
  diffs: DiffMemory = new DiffMemory(),
): JudgedPatch {
  const { patch, report } = step;
  const own = refusals.filter((refusal) => refusal.startsWith(patch.id));
  const known = new Set(report.hunks.map((hunk) => refusalOf(patch.id, hunk, step.on)));
  return {
    patch: patch.id,
    state: report.state,
    notes: [...report.notes, ...own.filter((refusal) => !known.has(refusal))],
    hunks: report.hunks.map((hunk) => judgeHunk(hunk, step, source)),
    files: step.changes.map(({ path, before, after }) => {
      const { added, deleted, hunks } = diffs.of(before ?? "", after ?? "");
      const change = before === null ? "created" : after === null ? "removed" : "changed";
      return { path, change, added, deleted, diff: hunks };
    }),
  };
}

/** What a patch is where osfix itself broke down. */
export function failedPatch(patch: string, message: string): JudgedPatch {
  return { patch, state: "error", notes: [message], hunks: [], files: [] };
}

function judgeHunk(hunk: HunkReport, step: PatchStep, source: TextSource): JudgedHunk {
  const { path } = hunk;
  const judged = path === null ? null : step.on.text(path);
  const disk = path === null ? null : source.text(path);
  const lineOf = (line: number): number =>
    judged === null || disk === null ? line : mapLine(judged, disk, line);
  const place = (at: Position): Position => ({ line: lineOf(at.line), column: at.column });
  const frameAt = (at: Position, after: number): readonly FrameLine[] =>
    frameOf(judged ?? "", at.line, after, lineOf(at.line) - at.line);
  return {
    name: hunk.name,
    state: hunk.state,
    path,
    at: hunk.at && place(hunk.at),
    reason: reasonInFile(hunk, step.on),
    nearestMiss: hunk.nearestMiss.map((miss) => ({
      ...miss,
      at: place(miss.at),
      frame: frameAt(miss.at, 0),
    })),
    frame: hunk.at && hunk.state !== "applicable" && judged !== null ? frameAt(hunk.at, 2) : [],
  };
}

function frameOf(text: string, line: number, after: number, shift: number): readonly FrameLine[] {
  const first = Math.max(1, line - 2);
  return text
    .split(/\r\n|\n|\r/)
    .slice(first - 1, line + after)
    .map((each, at) => ({ line: first + at + shift, text: each.slice(0, LONGEST) }));
}
