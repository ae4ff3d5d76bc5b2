import type { MessagePort } from "node:worker_threads";
import type { ParseRefusal } from "./limits.ts";
import type { Kind } from "./vocabulary.ts";

/** Who parses a text: each is claimed once, by whoever comes to it first. */
export const Claim = { open: 0, worker: 1, caller: 2, done: 3 } as const;

/** What a thread is started with. */
export interface AheadSetup {
  readonly port: MessagePort;
  /** One `Claim` a text, shared by all threads. */
  readonly claims: Int32Array<SharedArrayBuffer>;
}

/** The last that a thread is sent. */
export const NO_MORE = "no more";

/** A thread is sent lists of these, and answers each list once. */
export interface TextAhead {
  readonly index: number;
  readonly text: string;
}

/** A thread's answer to one list: the trees of its texts, packed into one buffer. */
export interface ParsedAhead {
  /** The nodes of all trees, one after the other. */
  readonly buffer: ArrayBuffer;
  readonly trees: readonly TreeAhead[];
  /** All kinds of the grammar, in a thread's first answer. */
  readonly kinds: readonly Kind[];
}

/** A text's tree, as `packedIn` takes it. */
export interface TreeAhead {
  readonly index: number;
  /** In the buffer, in bytes. */
  readonly offset: number;
  readonly count: number;
  readonly isSound: boolean;
  readonly refusal: ParseRefusal | undefined;
  /** To each question that the thread knows, the places of the nodes that answer it; undefined where it failed. */
  readonly answers: readonly (readonly number[] | undefined)[];
}
