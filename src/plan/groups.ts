import type { HunkState } from "../match/state.ts";
import type { EvaluatedHunk } from "./evaluate-patch.ts";

/** Applied for certain: code that was right as it is says nothing about whether its group is. */
function isDone({ report, verdict }: EvaluatedHunk): boolean {
  if (report.state === "applied-elsewhere") return true;
  return report.state === "applied" && !(verdict?.state === "applied" && verdict.neutral);
}

/** Hunks of one group stand or fall together. */
export function settleGroups(hunks: readonly EvaluatedHunk[]): readonly EvaluatedHunk[] {
  return hunks.map((one) => {
    const group = one.hunk?.group;
    if (group === undefined) return one;
    const others = hunks.filter((other) => other !== one && other.hunk?.group === group);
    const has = (...states: HunkState[]): EvaluatedHunk | undefined =>
      others.find((other) => states.includes(other.report.state));
    const as = (state: HunkState, reason: string): EvaluatedHunk => ({
      ...one,
      report: { ...one.report, state, reason },
    });
    if (one.report.state !== "applicable") return one;
    const missing = has("absent", "obsolete");
    if (missing)
      return as(
        "absent",
        `group "${group}" is atomic and ${missing.report.name} is ${missing.report.state}: ${missing.report.reason}`,
      );
    const done = others.find((other) => isDone(other));
    if (done)
      return as(
        "inconsistent",
        `group "${group}" is half applied: ${done.report.name} is applied, this hunk is not`,
      );
    return one;
  });
}
