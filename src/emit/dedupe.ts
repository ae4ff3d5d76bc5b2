import { createHash } from "node:crypto";
import type { ConcretePatch } from "./concrete-patch.ts";
import type { TreePatches } from "./series-formats.ts";

/** Trees that one series of concrete patches serves, without an offset. */
export interface DistinctSeries<T extends TreePatches> {
  readonly trees: readonly T[];
}

/**
 * Groups trees by what their patches do: the same hunks at the same lines of the same files. Blob ids and the named base
 * may differ, since other lines of the files may. Trees without patches are left out. Ordered by first tree.
 */
export function distinctSeries<T extends TreePatches>(trees: readonly T[]): readonly DistinctSeries<T>[] {
  const groups = new Map<string, T[]>();
  for (const tree of trees) {
    if (tree.patches.length === 0) continue;
    const key = `${tree.project} ${digestOf(tree.patches)}`;
    groups.set(key, [...(groups.get(key) ?? []), tree]);
  }
  return [...groups.values()].map((members) => ({ trees: members }));
}

function digestOf(patches: readonly ConcretePatch[]): string {
  const hash = createHash("sha256");
  for (const { origin, files } of patches) {
    hash.update(`${origin.id}\0${origin.digest}\0${origin.profile}\0`);
    for (const { path, kind, hunks } of files) hash.update(`${path}\0${kind}\0${hunks}\0`);
  }
  return hash.digest("hex");
}

/** `12 trees need 3 distinct series`, and the trees of each. */
export function formatDistinct<T extends TreePatches>(
  all: number,
  groups: readonly DistinctSeries<T>[],
  label: (tree: T) => string,
): string {
  const served = groups.reduce((sum, group) => sum + group.trees.length, 0);
  const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
  const rest =
    all === served ? "" : `; ${plural(all - served, "tree")} need${all - served === 1 ? "s" : ""} none`;
  const head = `${plural(served, "tree")} need${served === 1 ? "s" : ""} ${groups.length} distinct series${rest}\n`;
  const lines = groups.map(({ trees }, at) => `${at + 1}: ${trees.map(label).join(", ")}\n`);
  return head + lines.join("");
}
