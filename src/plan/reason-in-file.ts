import type { HunkReport } from "../match/state.ts";
import { mapLine } from "../text/map-line.ts";
import type { VirtualTree } from "./virtual-tree.ts";

/** Where a reason names lines: `… stands (line 12)`, `… twice: lines 3, 40`. */
const LINES = /(?<=\(line )\d+(?=\)$)|(?<=: lines )[\d, ]+$/;

/**
 * A hunk's reason with lines of the file as it is, which its reader has open. It was judged on a tree where other patches
 * are done, or taken out, in thought.
 */
export function reasonInFile(
  { path, reason }: Pick<HunkReport, "path" | "reason">,
  judgedOn: VirtualTree,
): string {
  const [judged, file] = path === null ? [null, null] : [judgedOn.text(path), judgedOn.original(path)];
  if (judged === null || file === null || judged === file) return reason;
  return reason.replace(LINES, (lines) =>
    lines.replace(/\d+/g, (line) => String(mapLine(judged, file, Number(line)))),
  );
}

/** Why a hunk holds its patch up, as a sentence. */
export function refusalOf(id: string, report: HunkReport, judgedOn: VirtualTree): string {
  return `${id}: ${report.name} is ${report.state}: ${reasonInFile(report, judgedOn)}`;
}
