import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import { isStuck } from "./outcome.ts";
import type { PatchStep } from "./plan.ts";

/**
 * Why a patch may not go in without others: it depends on code that one of them would bring, which is neither in the tree
 * nor to be applied with it.
 *
 * @param earlier the steps before it; what has no place in this tree is not missed
 */
export function missedBy(
  patch: SemanticPatch,
  earlier: readonly PatchStep[],
  chosen: ReadonlySet<SemanticPatch>,
): readonly string[] {
  return patch.header.dependsOn.flatMap(({ what, reason }) => {
    const step = earlier.find((one) => one.patch.id === what);
    if (!step || chosen.has(step.patch)) return [];
    const { state } = step.report;
    if (state !== "applicable" && !isStuck(state)) return [];
    return [`${patch.id}: it depends on ${what}, which is ${state} and not chosen: ${reason}`];
  });
}

/**
 * Why patches may not be taken out: others that stay depend on them.
 *
 * @param staying patches that are in the tree and not to be taken out
 */
export function missedByOthers(
  staying: readonly SemanticPatch[],
  steps: readonly PatchStep[],
): readonly string[] {
  const leaving = new Set(steps.filter(({ changes }) => changes.length > 0).map(({ patch }) => patch.id));
  return staying.flatMap(({ id, header }) =>
    header.dependsOn
      .filter(({ what }) => leaving.has(what))
      .map(({ what, reason }) => `${what}: ${id} depends on it, which is not to be taken out: ${reason}`),
  );
}
