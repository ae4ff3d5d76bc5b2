import { createHash } from "node:crypto";
import { addTo } from "../text/multimap.ts";
import type { TreePatches } from "./series-formats.ts";

/** Trees that one series of concrete patches serves. */
export interface DistinctSeries<T extends TreePatches> {
  readonly trees: readonly T[];
}

/**
 * Groups trees by what their patches do to the same files. Blob ids and the named base may differ, since other lines of
 * the files may. Trees without patches are left out. Ordered by first tree.
 *
 * `exact`: the same hunks at the same lines, so that no tool speaks of an offset. `movable`: the same lines taken out and
 * put in between the same lines, wherever they stand.
 */
export function distinctSeries<T extends TreePatches>(
  trees: readonly T[],
  places: "exact" | "movable" = "exact",
): readonly DistinctSeries<T>[] {
  const groups = new Map<string, T[]>();
  for (const tree of trees) {
    if (tree.patches.length === 0) continue;
    const key = digestOf(tree, places);
    addTo(groups, key, tree);
  }
  return [...groups.values()].map((members) => ({ trees: members }));
}

function digestOf(tree: TreePatches, places: "exact" | "movable"): string {
  const hash = createHash("sha256").update(tree.project);
  for (const { origin, files } of tree.patches) {
    hash.update(`\0${origin.id}\0${origin.digest}\0${origin.profile}`);
    for (const { path, kind, hunks } of files) {
      hash.update(`\0${path}\0${kind}\0${places === "exact" ? hunks : hunks.replace(/^@@ .*$/gm, "@@")}`);
    }
  }
  return hash.digest("hex");
}

/** `12 trees need 3 distinct series, 2 where hunks may move`, and the trees of each. */
export function formatDistinct<T extends TreePatches>(
  trees: readonly T[],
  label: (tree: T) => string,
): string {
  const groups = distinctSeries(trees);
  const served = groups.reduce((sum, group) => sum + group.trees.length, 0);
  const need = (count: number): string => `${count} ${count === 1 ? "tree needs" : "trees need"}`;
  const movable = distinctSeries(trees, "movable").length;
  const fewer = movable === groups.length ? "" : `, ${movable} where hunks may move`;
  const rest = trees.length === served ? "" : `; ${need(trees.length - served)} none`;
  const lines = groups.map((group, at) => `${at + 1}: ${group.trees.map(label).join(", ")}\n`);
  return `${need(served)} ${groups.length} distinct series${fewer}${rest}\n${lines.join("")}`;
}
