import type { Section, SemanticPatch } from "../smpl/semantic-patch.ts";
import type { StateWithReason } from "./describe-verdict.ts";
import type { VirtualTree } from "./virtual-tree.ts";

/** The first of a section's files that the tree has, with its text; `undefined` for a new file, too. */
export function findFile(tree: VirtualTree, { target }: Section): { path: string; text: string } | undefined {
  if (target.kind !== "candidates") return undefined;
  for (const path of target.paths) {
    const text = tree.text(path);
    if (text !== null) return { path, text };
  }
  return undefined;
}

/** What a section's hunks are where the tree has none of its files. */
export function stateOfMissing(tree: VirtualTree, patch: SemanticPatch, section: Section): StateWithReason {
  const { target } = section;
  const names = target.kind === "candidates" ? target.paths.join(", ") : target.path;
  const unseen = whyUnseen(tree, section);
  // A file that was not looked at is no sign that the project removed it.
  if (unseen !== undefined) return { state: "absent", reason: unseen };
  const removed = patch.header.removedIn;
  // One file that is not there says little: tests may be packaged apart. All of them gone is the removal.
  if (removed && !patch.sections.some((other) => findFile(tree, other)))
    return {
      state: "obsolete",
      reason: `${names} is not there; gone since ${removed.what}: ${removed.reason}`,
    };
  return { state: "absent", reason: `no such file: ${names}` };
}

/** What a file is that the patch makes. */
export function stateOfNewFile(
  tree: VirtualTree,
  section: Section,
  { path, text: wanted }: { readonly path: string; readonly text: string },
  direction: "apply" | "revert",
): StateWithReason {
  const unseen = whyUnseen(tree, section);
  if (unseen !== undefined) return { state: "absent", reason: unseen };
  const text = tree.text(path);
  // In both directions: where it had no place it is not missed when the patch is taken off again.
  if (text === null && !tree.hasFolderOf(path))
    return { state: "absent", reason: `no such folder: ${path.slice(0, path.lastIndexOf("/"))}` };
  if (text !== null && !sameLines(text, wanted))
    return { state: "conflict", reason: "a file of that name with other content is there" };
  const isThere = text !== null;
  if (direction === "apply")
    return isThere
      ? { state: "applied", reason: "the file is there" }
      : { state: "applicable", reason: "the file is not there yet" };
  return isThere
    ? { state: "applicable", reason: "the file is there" }
    : { state: "applied", reason: "the file is gone" };
}

/** Why none of a section's files was looked at; undefined where one was. */
function whyUnseen(tree: VirtualTree, { target }: Section): string | undefined {
  const paths = target.kind === "candidates" ? target.paths : [target.path];
  const reasons = paths.map((path) => tree.whyUnseen(path));
  return reasons.includes(undefined) ? undefined : reasons[0];
}

const sameLines = (a: string, b: string): boolean => a.replace(/\r\n/g, "\n") === b.replace(/\r\n/g, "\n");
