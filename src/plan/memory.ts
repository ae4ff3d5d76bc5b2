import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import type { Outcome } from "./plan-patch.ts";
import type { SettingLiterals } from "./render.ts";
import type { VirtualTree } from "./virtual-tree.ts";

interface Remembered {
  readonly direction: "apply" | "revert";
  readonly seen: readonly (string | boolean | null)[];
  readonly outcome: Outcome;
}

/**
 * Remembers what a patch does to given texts.
 *
 * The checks after a rewrite ask again what the plan asked before, on the same texts; each answer is worked out once.
 */
export class PlanMemory {
  private readonly known = new Map<SemanticPatch, Remembered[]>();

  recall(
    patch: SemanticPatch,
    tree: VirtualTree,
    direction: "apply" | "revert",
    settings: SettingLiterals,
    workOut: () => Outcome,
  ): Outcome {
    const seen = [...whatMatters(patch, tree), JSON.stringify([...settings])];
    const remembered = this.known.get(patch) ?? [];
    const found = remembered.find(
      (one) => one.direction === direction && one.seen.every((value, at) => value === seen[at]),
    );
    if (found) return found.outcome;
    const outcome = workOut();
    this.known.set(patch, [...remembered, { direction, seen, outcome }]);
    return outcome;
  }
}

/** All of a tree that has a say in what a patch is and does: some texts, and whether there is room for new files. */
function whatMatters(patch: SemanticPatch, tree: VirtualTree): readonly (string | boolean | null)[] {
  const targets = patch.sections.flatMap(({ target }) =>
    target.kind === "candidates"
      ? target.paths.map((path) => tree.text(path))
      : [tree.text(target.path), tree.hasFolderOf(target.path)],
  );
  return [...targets, ...patch.header.needs.map((need) => tree.text(need.what))];
}
