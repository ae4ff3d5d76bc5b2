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

/** The arrays of a buffer that holds so many nodes. */
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

/** Where nodes are written, one after the other; reused from tree to tree, and larger when a tree needs it. */
let scratch = packedIn(new ArrayBuffer(19 * 32_768), 32_768);

/** Arrays to write into that have a place for the node `at`; those before it are kept. */
export function roomFor(at: number): PackedNodes {
  if (at >= scratch.count) {
    const count = 2 * scratch.count;
    scratch = copied(scratch, packedIn(new ArrayBuffer(19 * count), count));
  }
  return scratch;
}

/** The first nodes of those written, in a buffer of their own. */
export function written(count: number): PackedNodes {
  return copied(scratch, packedIn(new ArrayBuffer(19 * count), count));
}

function copied(from: PackedNodes, to: PackedNodes): PackedNodes {
  const count = Math.min(from.count, to.count);
  for (const part of ["starts", "ends", "parents", "nexts", "kinds", "fields"] as const)
    to[part].set(from[part].subarray(0, count));
  return to;
}
