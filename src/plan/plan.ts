import type { HunkReport, HunkState } from "../match/state.ts";
import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import type { VirtualTree } from "./virtual-tree.ts";

/** A file before and after, as decoded text; null where it does not exist. */
export interface FileChange {
  /** From the tree's root, with `/`. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a patch is on a tree, as reports say it. */
export interface PatchReport {
  readonly id: string;
  /** The worst of the hunks' states. */
  readonly state: HunkState;
  readonly hunks: readonly HunkReport[];
  /** Sentences about the patch as a whole: why it is absent, what must come with it. */
  readonly notes: readonly string[];
}

/** What one semantic patch does to a tree on which the steps before it are done. */
export interface PatchStep {
  readonly patch: SemanticPatch;
  readonly report: PatchReport;
  /** The tree that it was judged on, and that the report's lines count in: the patches before it are done there. */
  readonly on: VirtualTree;
  /** Empty when the patch is applied already or does not apply. Ordered by path. */
  readonly changes: readonly FileChange[];
}

/** All steps of a series on one tree. Nothing is written by making it. */
export interface TreePlan {
  readonly direction: "apply" | "revert";
  readonly steps: readonly PatchStep[];
  /** The steps' changes joined: from the tree as it is to the tree as it will be. Ordered by path. */
  readonly changes: readonly FileChange[];
  /** Why nothing may be written although there are changes: a check after the rewrite failed, or a conflict. */
  readonly refusals: readonly string[];
}
