import { encodeSource, UTF_8 } from "../checkout/encoding.ts";
import type { Tree } from "../checkout/tree.ts";
import type { FileChange } from "../plan/plan.ts";

/** A file's bytes before and after; null where it does not exist. */
export interface ByteChange {
  /** Where the file lies, from the root, with `/`; symbolic links within the tree may be on the way. */
  readonly path: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

/** All changes of one directory. */
export interface TreeWrite {
  /** Real path of the tree's directory. */
  readonly root: string;
  readonly changes: readonly ByteChange[];
}

/** A file that cannot be written as planned, with the reason as a clause. */
export interface WriteProblem {
  readonly root: string;
  readonly path: string;
  readonly reason: string;
}

/** Changes as bytes, in the encoding that each file has; new files are UTF-8. Changes without effect are left out. */
export function encodeChanges(
  tree: Tree,
  changes: readonly FileChange[],
): { readonly write: TreeWrite; readonly problems: readonly WriteProblem[] } {
  const problems: WriteProblem[] = [];
  const encoded = changes.flatMap((change): ByteChange[] => {
    if (change.before === change.after) return [];
    const result = encodeChange(tree, change);
    if (typeof result !== "string") return [result];
    problems.push({ root: tree.root, path: change.path, reason: result });
    return [];
  });
  return { write: { root: tree.root, changes: encoded }, problems };
}

function encodeChange(tree: Tree, change: FileChange): ByteChange | string {
  const path = tree.locate(change.path);
  if (change.before === null) {
    const encoded = encodeSource(change.after ?? "", UTF_8);
    return encoded.kind === "bytes" ? { path, before: null, after: encoded.bytes } : encoded.reason;
  }
  const read = tree.read(change.path);
  if (read.kind === "problem") return read.reason;
  if (read.text !== change.before) return "it has changed since it was read";
  if (change.after === null) return { path, before: read.bytes, after: null };
  const encoded = encodeSource(change.after, read.encoding);
  return encoded.kind === "bytes" ? { path, before: read.bytes, after: encoded.bytes } : encoded.reason;
}
