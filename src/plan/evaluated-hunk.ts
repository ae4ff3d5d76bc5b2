import type { Verdict } from "../match/evaluate.ts";
import type { HunkReport, HunkState } from "../match/state.ts";
import type { Hunk, Section } from "../smpl/semantic-patch.ts";
import type { Target } from "./target.ts";

/** A hunk, where it was looked for, and what was found. */
export interface EvaluatedHunk {
  readonly hunk: Hunk | null;
  readonly section: Section;
  readonly path: string | null;
  readonly target: Target | null;
  readonly verdict: Verdict | null;
  readonly report: HunkReport;
}

/** Whether the hunk found code that is right as it is: it says nothing about whether its patch is applied. */
export function isNeutral({ verdict }: EvaluatedHunk): boolean {
  return verdict?.state === "applied" && verdict.neutral;
}

/** Whether the code that the hunk brings is in the tree for certain. */
export function isIn(one: EvaluatedHunk): boolean {
  return one.report.state === "applied" && !isNeutral(one);
}

/** Whether what the hunk is for is done for certain: by its own code or by an equivalent elsewhere. */
export function isDone(one: EvaluatedHunk): boolean {
  return one.report.state === "applied-elsewhere" || isIn(one);
}

/** Whether nothing can be done about the hunk: it does not fit, or it is half of something whose other half has no place. */
export function isStuckHunk({ report, verdict }: EvaluatedHunk): boolean {
  if (report.state !== "inconsistent") return report.state === "conflict" || report.state === "ambiguous";
  return verdict?.state !== "inconsistent" && verdict?.state !== "applicable";
}

/** The same hunk in another state, since others decide about it too. */
export function withState(one: EvaluatedHunk, state: HunkState, reason: string): EvaluatedHunk {
  return { ...one, report: { ...one.report, state, reason } };
}
