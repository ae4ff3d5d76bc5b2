import type { HunkState } from "../match/state.ts";
import { type EvaluatedHunk, isDone, withState } from "./evaluated-hunk.ts";

/** Hunks of one group stand or fall together. */
export function settleGroups(hunks: readonly EvaluatedHunk[]): readonly EvaluatedHunk[] {
  return hunks.map((one) => {
    const group = one.hunk?.group;
    if (group === undefined || one.report.state !== "applicable") return one;
    const others = hunks.filter((other) => other !== one && other.hunk?.group === group);
    const has = (...states: HunkState[]): EvaluatedHunk | undefined =>
      others.find((other) => states.includes(other.report.state));
    const missing = has("absent", "obsolete");
    if (missing)
      return withState(
        one,
        "absent",
        `group "${group}" is atomic and ${missing.report.name} is ${missing.report.state}: ${missing.report.reason}`,
      );
    const done = others.find(isDone);
    if (!done) return one;
    return withState(
      one,
      "inconsistent",
      `group "${group}" is half applied: ${done.report.name} is applied, this hunk is not`,
    );
  });
}
