import { mayMatch } from "../match/names.ts";
import type { HunkReport } from "../match/state.ts";
import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import type { EvaluationContext } from "./evaluate-patch.ts";
import { isNeutral, isStuckHunk } from "./evaluated-hunk.ts";
import { type PlannedPatch, planPatch } from "./plan-patch.ts";
import type { VirtualTree } from "./virtual-tree.ts";

/** What a series of patches is on a tree, with the tree it would stand on were none of them applied. */
export interface Stack {
  /** Every patch that the tree holds. */
  readonly held: ReadonlyMap<SemanticPatch, Held>;
  /** Those of them that can be taken off and put back on. */
  readonly popped: ReadonlySet<SemanticPatch>;
  /** The tree without these. */
  readonly bare: VirtualTree;
}

/** A patch that a tree holds whole. */
export interface Held {
  readonly off: PlannedPatch;
  /** It as it would be put back. */
  readonly again: PlannedPatch;
  /** It would be put back to the same bytes: nobody has laid it out anew, annotated it or commented on it. */
  readonly exact: boolean;
}

/** What taking one patch off a tree does, as far as the tree holds it. */
export interface TakenOff {
  readonly off: PlannedPatch;
  /** Where the tree holds it whole. */
  readonly held: Held | undefined;
}

/** Takes the applied patches off in thought, the last one first, like `quilt pop -a`. */
export function takeAllOff(
  patches: readonly SemanticPatch[],
  tree: VirtualTree,
  context: EvaluationContext,
): Stack {
  const held = new Map<SemanticPatch, Held>();
  const popped = new Set<SemanticPatch>();
  let bare = tree;
  // What cannot be put back as it was stays where it is. What it stands on is judged as if it did not.
  let judged = tree;
  for (const patch of [...patches].reverse()) {
    const off = takeOff(patch, bare, context);
    const thought = judged === bare ? off : takeOff(patch, judged, context);
    const one = off?.held?.exact ? off.held : thought?.held;
    if (one) held.set(patch, one);
    judged = thought?.off.after ?? judged;
    if (!off?.held?.exact) continue;
    popped.add(patch);
    bare = off.off.after;
  }
  return { held, popped, bare };
}

/** One patch taken off as far as it is there; undefined where nothing of it is. */
export function takeOff(
  patch: SemanticPatch,
  tree: VirtualTree,
  context: EvaluationContext,
): TakenOff | undefined {
  if (!mayBeThere(patch, tree, context)) return undefined;
  const off = planPatch(patch, tree, "revert", context);
  return { off, held: heldWhole(off, tree, context) };
}

function heldWhole(off: PlannedPatch, tree: VirtualTree, context: EvaluationContext): Held | undefined {
  const { patch, hunks } = off.evaluated;
  const states = hunks.filter((hunk) => !isNeutral(hunk)).map((hunk) => hunk.report.state);
  // A hunk that is `applicable` in reverse is applied; what is `applied` in reverse is not there to take off.
  const whole =
    states.includes("applicable") && !states.some((state) => state === "applied" || state === "inconsistent");
  if (!whole || off.refusals.length > 0 || off.paths.length === 0) return undefined;
  const again = planPatch(patch, off.after, "apply", context);
  if (leftOff(off, again).length > 0 || leftBehind(again).length > 0) return undefined;
  const exact = off.paths.every((path) => again.after.text(path) === tree.text(path));
  return { off, again, exact };
}

/** What of a patch that was taken off has no place where it is to be put back on. */
export function leftOff(off: PlannedPatch, again: PlannedPatch): readonly HunkReport[] {
  const wereOn = off.evaluated.report.hunks.filter(({ state }) => state === "applicable");
  const names = new Set(wereOn.map(({ name }) => name));
  return again.evaluated.report.hunks.filter(({ name, state }) => names.has(name) && state !== "applicable");
}

/**
 * What of a patch that was taken off stayed, and would be taken for nobody's: half of a group, whose other half is
 * misplaced.
 */
export function leftBehind(again: PlannedPatch): readonly HunkReport[] {
  const stuck = again.evaluated.hunks.filter(isStuckHunk).map(({ report }) => report);
  return stuck.filter(({ state }) => state === "inconsistent");
}

/** A cheap no: every hunk brings in names that its file does not hold. */
function mayBeThere(patch: SemanticPatch, tree: VirtualTree, context: EvaluationContext): boolean {
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
