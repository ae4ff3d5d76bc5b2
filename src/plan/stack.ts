import { mayMatch } from "../match/names.ts";
import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import type { EvaluationContext } from "./evaluate-patch.ts";
import { isNeutral } from "./evaluated-hunk.ts";
import { type PlannedPatch, planPatch } from "./plan-patch.ts";
import type { VirtualTree } from "./virtual-tree.ts";

/** What a series of patches is on a tree, with the tree it would stand on were none of them applied. */
export interface Stack {
  /** For each patch, whether the tree holds it. */
  readonly applied: readonly boolean[];
  readonly bare: VirtualTree;
}

/** Takes the applied patches off in thought, the last one first, like `quilt pop -a`. */
export function takeAllOff(
  patches: readonly SemanticPatch[],
  tree: VirtualTree,
  context: EvaluationContext,
): Stack {
  const applied = patches.map(() => false);
  let bare = tree;
  for (const [at, patch] of [...patches.entries()].reverse()) {
    const off = takeOff(patch, bare, context);
    if (!off) continue;
    applied[at] = true;
    bare = off.after;
  }
  return { applied, bare };
}

/** One patch taken off; undefined for a patch that the tree does not hold whole, or that would not go back on as it was. */
export function takeOff(
  patch: SemanticPatch,
  tree: VirtualTree,
  context: EvaluationContext,
): PlannedPatch | undefined {
  if (!mayBeApplied(patch, tree, context)) return undefined;
  const off = planPatch(patch, tree, "revert", context);
  const states = off.evaluated.hunks.filter((hunk) => !isNeutral(hunk)).map((hunk) => hunk.report.state);
  // A hunk that is `applicable` in reverse is applied; what is `applied` in reverse is not there to take off.
  const whole =
    states.includes("applicable") && !states.some((state) => state === "applied" || state === "inconsistent");
  if (!whole || off.refusals.length > 0 || off.paths.length === 0) return undefined;
  const again = planPatch(patch, off.after, "apply", context);
  // Code that cannot be put back as it was is left where it is, and judged there.
  return off.paths.every((path) => again.after.text(path) === tree.text(path)) ? off : undefined;
}

/** A cheap no: some hunk brings in names that its file does not hold. */
function mayBeApplied(patch: SemanticPatch, tree: VirtualTree, context: EvaluationContext): boolean {
  return [...changesMayBeThere(patch, tree, context)].every((mayBe) => mayBe);
}

/** A cheap no: every hunk brings in names that its file does not hold. */
export function mayBeThereInPart(
  patch: SemanticPatch,
  tree: VirtualTree,
  context: EvaluationContext,
): boolean {
  const each = [...changesMayBeThere(patch, tree, context)];
  return each.length === 0 || each.some((mayBe) => mayBe);
}

/** For each hunk whose file is there, whether the file holds the names of the patched code. */
function* changesMayBeThere(
  patch: SemanticPatch,
  tree: VirtualTree,
  context: EvaluationContext,
): Generator<boolean> {
  for (const { target, hunks } of patch.sections) {
    if (target.kind === "new-file" && tree.hasFolderOf(target.path)) yield tree.text(target.path) !== null;
    const path =
      target.kind === "candidates" ? target.paths.find((one) => tree.text(one) !== null) : undefined;
    if (path === undefined) continue;
    const file = context.targets.of(path, tree.text(path) ?? "").tree;
    for (const hunk of hunks) {
      if (hunk.role.kind !== "change" || hasEquivalents(patch, hunk.name)) continue;
      const { variants } = context.compiler.compile(patch, hunk, "apply");
      yield variants.some((variant) => mayMatch(variant.plus.root, file));
    }
  }
}

/** Whether the patch knows other forms of a hunk's code. */
function hasEquivalents(patch: SemanticPatch, name: string): boolean {
  return patch.sections.some(({ hunks }) =>
    hunks.some(({ role }) => role.kind === "elsewhere" && role.hunk === name),
  );
}
