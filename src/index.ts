export type { Detection } from "./detect/detect-project.ts";
export type { HunkReport, HunkState, SliceMiss } from "./match/state.ts";
export type { Refusal, RunOutcome, TreeOutcome, Writing } from "./plan/outcome.ts";
export type { PairingWarning } from "./plan/pairing.ts";
export type { FileChange, PatchReport, PatchStep, TreePlan } from "./plan/plan.ts";
export { loadSeries, type RunRequest, run } from "./run.ts";
export type { SemanticPatch } from "./smpl/semantic-patch.ts";
export type { Profile, Series } from "./smpl/series.ts";
export { UserError } from "./text/user-error.ts";
