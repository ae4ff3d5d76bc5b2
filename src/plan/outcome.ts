import type { GitFacts } from "../checkout/git-facts.ts";
import type { ReadProblem } from "../checkout/source-file.ts";
import type { Tree } from "../checkout/tree.ts";
import type { Detection } from "../detect/detect-project.ts";
import type { HunkState } from "../match/state.ts";
import type { Profile, Series } from "../smpl/series.ts";
import type { PairingWarning } from "./pairing.ts";
import type { PatchStep, TreePlan } from "./plan.ts";
import type { TextSource } from "./virtual-tree.ts";
import { worstOf } from "./worst-state.ts";

/** Why the trees of a call stay as they are although something was to be done. */
export interface Refusal {
  /**
   * `code`: a patch and the tree's code do not fit; `check`: a check after the rewrite failed; `uncommitted`: git has
   * no copy of a file to be changed; `profile`: the tree has another profile; `write`: a file cannot be written.
   */
  readonly kind: "code" | "check" | "uncommitted" | "profile" | "write";
  /** The tree as the user called it. */
  readonly tree: string;
  /** One sentence. */
  readonly message: string;
  readonly hint?: string;
}

/** One tree of a call: what it is, and what the series is on it. */
export interface TreeOutcome {
  /** The tree as the user called it. */
  readonly label: string;
  readonly tree: Tree;
  /** The texts as they were read, before anything was written. */
  readonly source: TextSource;
  readonly project: string;
  readonly detection: Detection;
  readonly git: GitFacts;
  /** The files that the user named, from the tree's root; empty for a whole tree. */
  readonly focus: readonly string[];
  readonly profile: Profile;
  /** The profile was found in the tree and is not the one that a new tree would get. */
  readonly profileFound: boolean;
  /** Steps of the chosen patches only. */
  readonly plan: TreePlan;
  /** Ids of chosen patches that were left out because they do not fit (`--keep-going`). */
  readonly leftOut: readonly string[];
  /** Target files that are there and could not be read. */
  readonly problems: readonly ReadProblem[];
  /** Sentences beside those of the detection. */
  readonly warnings: readonly string[];
}

/** What became of the files of a call. `planned`: nothing was to be written, because only the plan was asked for. */
export type Writing = "written" | "nothing to do" | "planned" | "refused";

/** The trees of a call, judged together. */
export interface RunOutcome {
  /** What the writing did beside its purpose, as sentences. */
  readonly sideEffects: readonly string[];
  readonly series: Series;
  readonly trees: readonly TreeOutcome[];
  /** Trees of known projects for which the series has no patches. */
  readonly passedOver: readonly { readonly label: string; readonly project: string }[];
  readonly pairing: readonly PairingWarning[];
  readonly refusals: readonly Refusal[];
  readonly writing: Writing;
}

/** The worst state of a tree's chosen patches; absent when there are none. */
export function stateOf(tree: TreeOutcome): HunkState {
  return tree.plan.steps.length === 0 ? "absent" : worstOf(tree.plan.steps.map((step) => step.report.state));
}

/** Whether a state asks for a person: the code is neither patched nor patchable. */
export function isStuck(state: HunkState): boolean {
  return state === "conflict" || state === "ambiguous" || state === "inconsistent";
}

/** Whether a patch will be in the tree once the plan's changes are made. */
export function isInAfter(step: PatchStep, plan: TreePlan): boolean {
  const changes = step.changes.length > 0;
  return plan.direction === "apply"
    ? changes || step.report.state === "applied"
    : step.report.state === "applied" && !changes;
}
