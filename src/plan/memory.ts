import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import type { Outcome } from "./plan-patch.ts";
import type { VirtualTree } from "./virtual-tree.ts";

interface Remembered {
  readonly direction: "apply" | "revert";
  readonly texts: readonly (string | null)[];
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
    workOut: () => Outcome,
  ): Outcome {
    const texts = pathsOf(patch).map((path) => tree.text(path));
    const remembered = this.known.get(patch) ?? [];
    const found = remembered.find(
      (one) => one.direction === direction && one.texts.every((text, at) => text === texts[at]),
    );
    if (found) return found.outcome;
    const outcome = workOut();
    this.known.set(patch, [...remembered, { direction, texts, outcome }]);
    return outcome;
  }
}

/** Every file whose text has a say in what a patch is and does. Folders do not change within a plan. */
function pathsOf(patch: SemanticPatch): readonly string[] {
  const targets = patch.sections.flatMap(({ target }) =>
    target.kind === "candidates" ? target.paths : [target.path],
  );
  return [...targets, ...patch.header.needs.map((need) => need.what)];
}
