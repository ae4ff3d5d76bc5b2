import type { Refusal, TreeOutcome } from "./plan/outcome.ts";
import type { PlannedTree } from "./plan/plan-tree.ts";
import { planFound } from "./run-plan.ts";
import type { Planner } from "./run-series.ts";
import type { FoundTree } from "./run-trees.ts";

/**
 * For each tree that there is nothing to take out of, what `apply` would do with it; undefined for any other.
 *
 * In reverse each patch is judged without those before it, so that one that builds on them looks like a conflict. Only
 * forwards is it seen whether such a tree is unpatched or is not what the patches are for.
 */
export function lookForward(
  judged: readonly TreeOutcome[],
  found: readonly FoundTree[],
  planner: Planner,
): readonly (PlannedTree | undefined)[] {
  const applying = { direction: "apply", checked: false, keepGoing: false } as const;
  return judged.map((tree, at) => {
    const one = tree.plan.changes.length === 0 ? found[at] : undefined;
    return one && planFound(one, planner, applying).planned;
  });
}

/**
 * Refusals where no tree has anything to take out, and one of them is not the code that the patches are for: it was
 * changed since they were applied.
 */
export function outOfReach(
  judged: readonly TreeOutcome[],
  forward: readonly (PlannedTree | undefined)[],
): readonly Refusal[] {
  if (!judged.every((_, at) => forward[at] !== undefined)) return [];
  const message =
    "nothing to take out, but this is not the code that the patches are for either; osfix status shows where it differs";
  return judged
    .filter((_, at) => (forward[at]?.plan.refusals.length ?? 0) > 0)
    .map(({ label }): Refusal => ({ kind: "code", tree: label, message }));
}

/** A tree that there is nothing to take out of, with the states that `status` gives it; any other as it is. */
export function asApplySees(tree: TreeOutcome, forward: PlannedTree | undefined): TreeOutcome {
  if (!forward || tree.plan.refusals.length > 0) return tree;
  const steps = tree.plan.steps.map((step) => {
    const seen = forward.plan.steps.find(({ patch }) => patch === step.patch);
    return seen ? { ...step, report: seen.report, on: seen.on } : step;
  });
  return { ...tree, plan: { ...tree.plan, steps } };
}
