import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import type { EvaluationContext } from "./evaluate-patch.ts";
import { isStuckHunk } from "./evaluated-hunk.ts";
import type { FileChange, PatchReport, PatchStep, TreePlan } from "./plan.ts";
import { type PlannedPatch, planPatch } from "./plan-patch.ts";
import { reasonInFile } from "./reason-in-file.ts";
import { mayBeThereInPart, takeAllOff, takeOff } from "./stack.ts";
import type { VirtualTree } from "./virtual-tree.ts";
import { worstOf } from "./worst-state.ts";

/**
 * Plans a series in one direction.
 *
 * Patches may build on each other: a later one may rewrite what an earlier one wrote. So the applied ones are first
 * taken off in thought, the last one first, and then each is judged on the tree that it was written for.
 *
 * @param patches in the order in which they apply
 * @param chosen the ones to apply or revert; the others are left as they are
 */
export function planSeries(
  patches: readonly SemanticPatch[],
  chosen: ReadonlySet<SemanticPatch>,
  tree: VirtualTree,
  direction: "apply" | "revert",
  context: EvaluationContext,
): TreePlan {
  return direction === "apply"
    ? planApply(patches, chosen, tree, context)
    : planRevert(patches, chosen, tree, context);
}

function planApply(
  patches: readonly SemanticPatch[],
  chosen: ReadonlySet<SemanticPatch>,
  tree: VirtualTree,
  context: EvaluationContext,
): TreePlan {
  const stack = takeAllOff(patches, tree, context);
  const steps: PatchStep[] = [];
  const refusals: string[] = [];
  let now = stack.bare;
  for (const [at, patch] of patches.entries()) {
    const planned = planPatch(patch, now, "apply", context);
    const applied = stack.applied[at] ?? false;
    const wanted = applied || chosen.has(patch);
    if (wanted) refusals.push(...planned.refusals);
    steps.push({
      patch,
      report: applied ? asApplied(planned) : planned.evaluated.report,
      on: now,
      changes: applied || !wanted ? [] : changesBetween(now, planned.after, planned.paths),
    });
    if (wanted) now = planned.after;
  }
  return { direction: "apply", steps, changes: changesBetween(tree, now, now.touched), refusals };
}

/** Pops every patch, the last one first, and pushes those that were not chosen back on. */
function planRevert(
  patches: readonly SemanticPatch[],
  chosen: ReadonlySet<SemanticPatch>,
  tree: VirtualTree,
  context: EvaluationContext,
): TreePlan {
  const steps: PatchStep[] = [];
  const refusals: string[] = [];
  const kept: SemanticPatch[] = [];
  let now = tree;
  for (const patch of [...patches].reverse()) {
    const whole = takeOff(patch, now, context);
    if (whole && !chosen.has(patch)) kept.unshift(patch);
    // A patch that is there in part is taken out as far as it is there.
    const inPart = !whole && chosen.has(patch) && mayBeThereInPart(patch, now, context);
    const off = inPart ? planPatch(patch, now, "revert", context) : whole;
    const isThere = off?.evaluated.report.hunks.some((hunk) => hunk.state === "applicable");
    if (off && isThere) refusals.push(...off.refusals, ...(inPart ? leftBehind(patch, off, context) : []));
    steps.unshift({
      patch,
      report: whole ? asApplied(whole) : planPatch(patch, now, "apply", context).evaluated.report,
      on: now,
      changes: off && chosen.has(patch) ? changesBetween(now, off.after, off.paths) : [],
    });
    now = off?.after ?? now;
  }
  for (const patch of kept) {
    const planned = planPatch(patch, now, "apply", context);
    refusals.push(
      ...planned.refusals.map(
        (refusal) => `${patch.id} builds on a patch that is to be taken out: ${refusal}`,
      ),
    );
    now = planned.after;
  }
  return { direction: "revert", steps, changes: changesBetween(tree, now, now.touched), refusals };
}

/**
 * What of a patch that is taken out in part would stay, and be taken for nobody's: half of a group, whose other half is
 * misplaced.
 */
function leftBehind(patch: SemanticPatch, off: PlannedPatch, context: EvaluationContext): readonly string[] {
  return planPatch(patch, off.after, "apply", context)
    .evaluated.hunks.filter((hunk) => hunk.report.state === "inconsistent" && isStuckHunk(hunk))
    .map(({ report }) => {
      const reason = reasonInFile(report, off.after);
      return `${patch.id}: it cannot be taken out whole: ${report.name} ${reason}`;
    });
}

/** An applied patch was judged on a tree without it, or in reverse: what was applicable there is applied here. */
function asApplied(planned: PlannedPatch): PatchReport {
  const { report } = planned.evaluated;
  const hunks = report.hunks.map((hunk) =>
    hunk.state === "applicable"
      ? { ...hunk, state: "applied" as const, reason: "the patched code stands here" }
      : hunk,
  );
  return { ...report, hunks, state: worstOf(hunks.map((hunk) => hunk.state)) };
}

function changesBetween(
  before: VirtualTree,
  after: VirtualTree,
  paths: readonly string[],
): readonly FileChange[] {
  return paths.flatMap((path) => {
    const change = { path, before: before.text(path), after: after.text(path) };
    return change.before === change.after ? [] : [change];
  });
}
