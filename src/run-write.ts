import { recoverTree } from "./emit/recovery.ts";
import type { WriteOutcome } from "./emit/work-tree.ts";
import { writeChanges } from "./emit/write-changes.ts";
import type { Refusal, RunOutcome, TreeOutcome } from "./plan/outcome.ts";
import type { FoundOrLone } from "./run-trees.ts";
import { UserError } from "./text/user-error.ts";

/** How far a call may go. */
export interface WritingRequest {
  readonly direction: "apply" | "revert";
  readonly until: "look" | "plan" | "write";
  readonly allowDirty?: boolean;
}

/** Reasons not to touch trees that could be changed. */
export function precautions(request: WritingRequest, trees: readonly TreeOutcome[]): readonly Refusal[] {
  const profiles = trees
    .filter((tree) => tree.profileFound && request.direction === "apply" && request.until !== "look")
    .map(
      (tree): Refusal => ({
        kind: "profile",
        tree: tree.label,
        message: `it is patched with profile "${tree.profile.name}"`,
        hint: `Take it out first (osfix revert --profile ${tree.profile.name} ${tree.label}), or name it with --profile.`,
      }),
    );
  if (request.until !== "write" || request.direction === "revert" || request.allowDirty) return profiles;
  return [...profiles, ...trees.flatMap(uncommitted)];
}

function uncommitted(tree: TreeOutcome): readonly Refusal[] {
  if (tree.git.kind !== "work-tree") return [];
  const touched = new Set(tree.plan.changes.map((change) => change.path));
  return tree.git.dirty
    .filter((file) => touched.has(file.path))
    .map((file) => ({
      kind: "uncommitted",
      tree: tree.label,
      message: `${file.path} has uncommitted changes (${file.change})`,
      hint: "Commit or stash them, or give --allow-dirty.",
    }));
}

/** Writes what was planned, all trees or none, unless there are refusals or only the plan was asked for. */
export async function writeOutcome(
  request: WritingRequest,
  trees: readonly TreeOutcome[],
  refusals: readonly Refusal[],
): Promise<Pick<RunOutcome, "writing" | "refusals" | "sideEffects">> {
  if (request.until === "look") return { writing: "planned", refusals: [], sideEffects: [] };
  if (refusals.length > 0) return { writing: "refused", refusals, sideEffects: [] };
  if (trees.every((tree) => tree.plan.changes.length === 0))
    return { writing: "nothing to do", refusals: [], sideEffects: [] };
  if (request.until === "plan") return { writing: "planned", refusals: [], sideEffects: [] };
  return reported(
    await writeChanges(trees.map(({ tree, plan }) => ({ tree, changes: plan.changes }))),
    trees,
  );
}

/** What the writing came to, with the trees as the user called them. */
function reported(
  outcome: WriteOutcome,
  trees: readonly TreeOutcome[],
): Pick<RunOutcome, "writing" | "refusals" | "sideEffects"> {
  const labelOf = (root: string): string => trees.find((tree) => tree.tree.root === root)?.label ?? root;
  if (outcome.kind === "written") {
    const sideEffects = (outcome.linked ?? []).map(
      ({ root, path }) => `${labelOf(root)}: ${path} had other names (hard links): they keep the old bytes`,
    );
    return { writing: "written", refusals: [], sideEffects };
  }
  const refusals = outcome.problems.map(({ root, path, reason }): Refusal => {
    return { kind: "write", tree: labelOf(root), message: path === "." ? reason : `${path}: ${reason}` };
  });
  const sideEffects = (outcome.half ?? []).map(
    (root) =>
      `${labelOf(root)}: it is half written; the next osfix apply or osfix revert puts the old files back`,
  );
  return { writing: "refused", refusals, sideEffects };
}

/** Finishes or undoes what a killed run left, before the trees are read. */
export function recoverAll(found: readonly FoundOrLone[]): readonly string[] {
  return found.flatMap((one) => {
    const { tree } = "lone" in one ? one.lone : one.opened;
    const recovery = recoverTree(tree.root);
    if (recovery.kind === "clean") return [];
    if (recovery.kind === "stuck")
      throw new UserError(
        `${tree.label}: an interrupted run must be cleared up first: ${recovery.reasons.join("; ")}`,
      );
    return [`${tree.root}: an interrupted run was ${recovery.kind} (${recovery.files.length} files)`];
  });
}
