import type { Tree } from "../checkout/tree.ts";
import type { FileChange } from "../plan/plan.ts";
import { encodeChanges } from "./byte-change.ts";
import { type WriteOutcome, writeTrees } from "./work-tree.ts";

/** Writes what was planned for trees, each file in its encoding: all of it, or nothing where one file cannot be written. */
export async function writeChanges(
  planned: readonly { readonly tree: Tree; readonly changes: readonly FileChange[] }[],
): Promise<WriteOutcome> {
  const encoded = planned.map(({ tree, changes }) => encodeChanges(tree, changes));
  const problems = encoded.flatMap((one) => one.problems);
  if (problems.length > 0) return { kind: "refused", problems };
  return writeTrees(encoded.map(({ write }) => write));
}
