import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import { missedBy, missedByOthers } from "./dependencies.ts";
import type { EvaluationContext } from "./evaluate-patch.ts";
import type { FileChange, PatchReport, PatchStep, TreePlan } from "./plan.ts";
import { type PlannedPatch, planPatch } from "./plan-patch.ts";
import { reasonInFile } from "./reason-in-file.ts";
import { type Held, leftBehind, leftOff, takeAllOff, takeOff } from "./stack.ts";
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
  const { held, popped, bare } = takeAllOff(patches, tree, context);
  const steps: PatchStep[] = [];
  const refusals: string[] = [];
  let now = bare;
  for (const patch of patches) {
    const one = held.get(patch);
    if (one && !popped.has(patch)) {
      steps.push({ patch, report: asApplied(one.again), on: one.off.after, changes: [] });
      continue;
    }
    const planned = planPatch(patch, now, "apply", context);
    const wanted = one !== undefined || chosen.has(patch);
    if (wanted) refusals.push(...planned.refusals);
    if (wanted && !one && planned.paths.length > 0) refusals.push(...missedBy(patch, steps, chosen));
    steps.push({
      patch,
      report: one ? asApplied(planned) : planned.evaluated.report,
      on: now,
      changes: one || !wanted ? [] : changesBetween(now, planned.after, planned.paths),
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
  const staying: Held[] = [];
  let now = tree;
  for (const patch of [...patches].reverse()) {
    const taken = takeOff(patch, now, context);
    const isChosen = chosen.has(patch);
    const held = taken?.held;
    if (held && !isChosen) staying.unshift(held);
    // A patch that is there in part is taken out as far as it is there. One that is to stay, and cannot be put back as it was,
    // is not taken off for the sake of what lies below it.
    const off = isChosen || held?.exact ? taken?.off : undefined;
    const isThere = off?.evaluated.report.hunks.some((hunk) => hunk.state === "applicable");
    if (off && isThere) refusals.push(...off.refusals, ...(held ? [] : stuckWithout(off, context)));
    steps.unshift({
      patch,
      report: held ? asApplied(held.off) : planPatch(patch, now, "apply", context).evaluated.report,
      on: now,
      changes: off && isChosen ? changesBetween(now, off.after, off.paths) : [],
    });
    now = off?.after ?? now;
  }
  refusals.push(
    ...missedByOthers(
      staying.map(({ off }) => off.evaluated.patch),
      steps,
    ),
  );
  for (const { off } of staying.filter(({ exact }) => exact)) {
    const { patch } = off.evaluated;
    const planned = planPatch(patch, now, "apply", context);
    const lost =
      planned.refusals.length > 0
        ? planned.refusals
        : leftOff(off, planned).map((hunk) => `${hunk.name} is ${hunk.state}: ${reasonInFile(hunk, now)}`);
    refusals.push(...lost.map((why) => `${patch.id} builds on a patch that is to be taken out: ${why}`));
    now = planned.after;
  }
  return { direction: "revert", steps, changes: changesBetween(tree, now, now.touched), refusals };
}

/** Why a patch that is there in part cannot be taken out. */
function stuckWithout(
  { evaluated: { patch }, after }: PlannedPatch,
  context: EvaluationContext,
): readonly string[] {
  return leftBehind(planPatch(patch, after, "apply", context)).map((hunk) => {
    const reason = reasonInFile(hunk, after);
    return `${patch.id}: it cannot be taken out whole: ${hunk.name} ${reason}`;
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
