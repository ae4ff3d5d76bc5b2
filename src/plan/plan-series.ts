import { mayMatch } from "../match/names.ts";
import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import { type EvaluatedHunk, type EvaluationContext, worstOf } from "./evaluate-patch.ts";
import type { FileChange, PatchReport, PatchStep, TreePlan } from "./plan.ts";
import { type PlannedPatch, planPatch } from "./plan-patch.ts";
import type { VirtualTree } from "./virtual-tree.ts";

/** What a series of patches is on a tree, with the tree it would stand on were none of them applied. */
interface Stack {
  /** For each patch that the tree holds, how it is taken off. */
  readonly applied: readonly (TakenOff | undefined)[];
  readonly bare: VirtualTree;
}

/** One applied patch: the tree with it and those before it, and the plan that takes it off there. */
interface TakenOff {
  readonly on: VirtualTree;
  readonly off: PlannedPatch;
}

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
  const stack = takeOff(patches, tree, context);
  const steps: PatchStep[] = [];
  const refusals: string[] = [];
  let now = stack.bare;
  for (const [at, patch] of patches.entries()) {
    const applied = stack.applied[at];
    if (applied && direction === "revert" && chosen.has(patch)) {
      const { on, off } = applied;
      const report = asApplied(off);
      steps.push({ patch, report, on, changes: changesBetween(on, off.after, off.paths) });
      continue;
    }
    const planned = planPatch(patch, now, "apply", context);
    if (applied) {
      refusals.push(
        ...planned.refusals.map(
          (refusal) => `${patch.id} builds on a patch that is to be taken out: ${refusal}`,
        ),
      );
      steps.push({ patch, report: asApplied(planned), on: now, changes: [] });
      now = planned.after;
      continue;
    }
    const wanted = direction === "apply" && chosen.has(patch);
    if (direction === "revert") {
      const partly = chosen.has(patch) ? planPatch(patch, now, "revert", context) : undefined;
      steps.push({
        patch,
        report: planned.evaluated.report,
        on: now,
        changes: partly ? changesBetween(now, partly.after, partly.paths) : [],
      });
      if (partly) now = partly.after;
      continue;
    }
    if (chosen.has(patch)) refusals.push(...planned.refusals);
    steps.push({
      patch,
      report: planned.evaluated.report,
      on: now,
      changes: wanted ? changesBetween(now, planned.after, planned.paths) : [],
    });
    if (wanted) now = planned.after;
  }
  const changes = changesBetween(tree, now, now.touched);
  return { direction, steps, changes, refusals };
}

function takeOff(patches: readonly SemanticPatch[], tree: VirtualTree, context: EvaluationContext): Stack {
  const applied: (TakenOff | undefined)[] = patches.map(() => undefined);
  let bare = tree;
  for (let at = patches.length - 1; at >= 0; at--) {
    const patch = patches[at];
    if (!patch) continue;
    if (!mayBeApplied(patch, bare, context)) continue;
    const off = planPatch(patch, bare, "revert", context);
    const states = off.evaluated.hunks.filter((hunk) => !isNeutral(hunk)).map((hunk) => hunk.report.state);
    // A hunk that is `applicable` in reverse is applied; what is `applied` in reverse is not there to take off.
    const whole =
      states.includes("applicable") &&
      !states.some((state) => state === "applied" || state === "inconsistent");
    if (!whole || off.refusals.length > 0 || off.paths.length === 0) continue;
    const again = planPatch(patch, off.after, "apply", context);
    const restored = off.paths.every((path) => again.after.text(path) === bare.text(path));
    // Code that cannot be put back as it was is left where it is, and judged there.
    if (!restored) continue;
    applied[at] = { on: bare, off };
    bare = off.after;
  }
  return { applied, bare };
}

/** A cheap no: some hunk brings in names that its file does not hold. */
function mayBeApplied(patch: SemanticPatch, tree: VirtualTree, context: EvaluationContext): boolean {
  return patch.sections.every(({ target, hunks }) => {
    const path =
      target.kind === "candidates" ? target.paths.find((one) => tree.text(one) !== null) : undefined;
    if (path === undefined) return true;
    const file = context.targets.of(path, tree.text(path) ?? "").tree;
    return hunks.every((hunk) => {
      if (hunk.role.kind !== "change") return true;
      const { variants } = context.compiler.compile(patch, hunk, "apply");
      return variants.some((variant) => mayMatch(variant.plus.root, file));
    });
  });
}

/** Whether the hunk found code that is right as it is: it says nothing about whether its patch is applied. */
function isNeutral(hunk: EvaluatedHunk): boolean {
  return hunk.verdict?.state === "applied" && hunk.verdict.neutral;
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
