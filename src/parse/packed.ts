/**
 * All nodes of one tree as numbers, in pre-order: 23 bytes a node, in a buffer that a thread can hand to another.
 *
 * A node is its place in pre-order; the root is 0.
 */
export interface PackedNodes {
  readonly count: number;
  /** UTF-16 offsets, end excluded. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly parents: Uint32Array;
  /** The first node that is not below this one. */
  readonly nexts: Uint32Array;
  /** All nodes by the number of their kind, those of one kind in pre-order. */
  readonly byKind: Uint32Array;
  /** Numbers of the vocabulary. */
  readonly kinds: Uint16Array;
  /** Number of the field, 0 for none; `MISSING` is added for a token that the text lacks. */
  readonly fields: Uint8Array;
}

/** The bit in `fields` of a token that the text lacks; the grammar has fewer fields than this. */
export const MISSING = 0x80;

/** All kinds of the grammar have smaller numbers. */
const MOST_KINDS = 1024;

const BYTES_PER_NODE = 23;

/** How much of a buffer so many nodes take, in bytes; what follows is aligned. */
export function bytesOf(count: number): number {
  return (BYTES_PER_NODE * count + 3) & ~3;
}

/** The arrays of a buffer that holds so many nodes, from an aligned offset on. */
export function packedIn(buffer: ArrayBuffer, count: number, offset = 0): PackedNodes {
  const words = (at: number) => new Uint32Array(buffer, offset + at * 4 * count, count);
  return {
    count,
    starts: words(0),
    ends: words(1),
    parents: words(2),
    nexts: words(3),
    byKind: words(4),
    kinds: new Uint16Array(buffer, offset + 20 * count, count),
    fields: new Uint8Array(buffer, offset + 22 * count, count),
  };
}

/** Room for so many nodes in a buffer of their own. */
export function emptyPacked(count: number): PackedNodes {
  return packedIn(new ArrayBuffer(bytesOf(count)), count);
}

/** Where nodes are written, one after the other; reused from tree to tree, and larger when a tree needs it. */
let scratch = emptyPacked(32_768);

/** Arrays to write into that have a place for the node `at`; those before it are kept. `byKind` is not written. */
export function roomFor(at: number): PackedNodes {
  if (at >= scratch.count) scratch = copyOf(scratch, emptyPacked(2 * scratch.count));
  return scratch;
}

/** The first nodes of those written, in a buffer of their own. */
export function written(count: number): PackedNodes {
  const nodes = copyOf(scratch, emptyPacked(count));
  sortByKind(nodes);
  return nodes;
}

/** Copies as many nodes as there is room for. */
export function copyOf(from: PackedNodes, to: PackedNodes): PackedNodes {
  const count = Math.min(from.count, to.count);
  for (const part of ["starts", "ends", "parents", "nexts", "byKind", "kinds", "fields"] as const)
    to[part].set(from[part].subarray(0, count));
  return to;
}

/** Where the next node of each kind goes; used for one tree after the other. */
const places = new Uint32Array(MOST_KINDS);

/** A counting sort, whatever is asked for later. */
function sortByKind({ kinds, count, byKind }: PackedNodes): void {
  places.fill(0);
  for (let at = 0; at < count; at++) places[kinds[at] ?? 0] = (places[kinds[at] ?? 0] ?? 0) + 1;
  for (let kind = 0, first = 0; kind < MOST_KINDS; kind++) {
    const size = places[kind] ?? 0;
    places[kind] = first;
    first += size;
  }
  for (let at = 0; at < count; at++) {
    const kind = kinds[at] ?? 0;
    const place = places[kind] ?? 0;
    byKind[place] = at;
    places[kind] = place + 1;
  }
}
