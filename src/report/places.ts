import type { SliceMiss } from "../match/state.ts";
import type { TreeOutcome } from "../plan/outcome.ts";
import type { PatchStep } from "../plan/plan.ts";
import type { Position } from "../text/lines.ts";
import { mapLine } from "../text/map-line.ts";

/**
 * A position of a step's report as one of the file on disk: a step is judged on the tree with the patches before it,
 * whose lines may stand elsewhere there.
 */
export function onDisk(tree: TreeOutcome, step: PatchStep, path: string, at: Position): Position {
  const disk = tree.source.text(path);
  const judged = step.on.text(path);
  if (disk === null || judged === null || disk === judged) return at;
  return { line: mapLine(judged, disk, at.line), column: at.column };
}

/** Lines of the judged text around a miss, with their numbers there and on disk. */
export interface Excerpt {
  readonly rows: readonly { readonly line: number; readonly text: string; readonly isMiss: boolean }[];
}

/** The source frame of a nearest miss: the line itself and two before it. */
export function excerptOf(tree: TreeOutcome, step: PatchStep, path: string, miss: SliceMiss): Excerpt {
  const lines = (step.on.text(path) ?? "").split(/\r\n|\n|\r/);
  const shift = onDisk(tree, step, path, miss.at).line - miss.at.line;
  const first = Math.max(1, miss.at.line - 2);
  const rows = lines.slice(first - 1, miss.at.line).map((text, at) => ({
    line: first + at + shift,
    text,
    isMiss: first + at === miss.at.line,
  }));
  return { rows };
}
