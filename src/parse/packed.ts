import type { BindingCursor } from "./binding.ts";
import type { Kind, Vocabulary } from "./vocabulary.ts";

/**
 * All nodes of one tree as numbers, in pre-order: 19 bytes a node, in one buffer that a thread can hand to another.
 *
 * A node is its place in pre-order; the root is 0.
 */
export interface PackedNodes {
  readonly buffer: ArrayBuffer;
  readonly count: number;
  /** UTF-16 offsets, end excluded. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly parents: Uint32Array;
  /** The first node that is not below this one. */
  readonly nexts: Uint32Array;
  /** Numbers of the vocabulary. */
  readonly kinds: Uint16Array;
  /** Number of the field, 0 for none; `MISSING` is added for a token that the text lacks. */
  readonly fields: Uint8Array;
}

/** The grammar has fewer fields than this. */
export const MISSING = 0x80;

/** The arrays of a buffer that `packTree` filled. */
export function packedIn(buffer: ArrayBuffer, count: number): PackedNodes {
  const words = (at: number) => new Uint32Array(buffer, at * 4 * count, count);
  return {
    buffer,
    count,
    starts: words(0),
    ends: words(1),
    parents: words(2),
    nexts: words(3),
    kinds: new Uint16Array(buffer, 16 * count, count),
    fields: new Uint8Array(buffer, 18 * count, count),
  };
}

/** Reused from tree to tree, and larger when a tree needs it. */
let scratch = packedIn(new ArrayBuffer(19 * 32_768), 32_768);

/**
 * Reads all that is below the cursor, which stands on the root.
 *
 * Every question to the binding's cursor costs more than all else here, so none is asked whose answer is known:
 * `isSound` says that the tree has neither ERROR nor MISSING nodes, so that tokens are as long as the grammar says.
 */
export function packTree(
  cursor: BindingCursor,
  text: string,
  vocabulary: Vocabulary,
  isSound: boolean,
): PackedNodes {
  let count = 0;
  let parent = 0;
  for (;;) {
    if (count === scratch.count) scratch = grown(scratch);
    const { starts, ends, parents, nexts, kinds, fields } = scratch;
    const kind = vocabulary.kindAt(cursor);
    const start = cursor.startIndex;
    const end = (isSound ? tokenEnd(kind, text, start) : undefined) ?? cursor.endIndex;
    const at = count++;
    starts[at] = start;
    ends[at] = end;
    parents[at] = parent;
    kinds[at] = kind.id;
    const isMissing = !isSound && start === end && cursor.nodeIsMissing;
    fields[at] = (kind.hasNoField ? 0 : (cursor.currentFieldId ?? 0)) | (isMissing ? MISSING : 0);
    if (!kind.isLeaf && cursor.gotoFirstChild()) {
      parent = at;
      continue;
    }
    nexts[at] = count;
    if (at === 0) return compact(count);
    while (!cursor.gotoNextSibling()) {
      cursor.gotoParent();
      nexts[parent] = count;
      if (parent === 0) return compact(count);
      parent = parents[parent] ?? 0;
    }
  }
}

/** Where a token ends whose length its kind or its letters tell; undefined when the binding must say. */
function tokenEnd(kind: Kind, text: string, start: number): number | undefined {
  if (kind.length > 0) return start + kind.length;
  if (!kind.isWord) return undefined;
  let end = start;
  for (; ; end++) {
    const code = text.charCodeAt(end);
    if (code > 127) return undefined;
    const isWord =
      (code >= 97 && code <= 122) || code === 95 || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (!isWord) return end;
  }
}

function grown(old: PackedNodes): PackedNodes {
  const more = packedIn(new ArrayBuffer(19 * 2 * old.count), 2 * old.count);
  return copied(old, more);
}

function compact(count: number): PackedNodes {
  return copied(scratch, packedIn(new ArrayBuffer(19 * count), count));
}

function copied(from: PackedNodes, to: PackedNodes): PackedNodes {
  const count = Math.min(from.count, to.count);
  for (const part of ["starts", "ends", "parents", "nexts", "kinds", "fields"] as const)
    to[part].set(from[part].subarray(0, count));
  return to;
}
