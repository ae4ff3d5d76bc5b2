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

export interface TextAhead {
  readonly index: number;
  readonly text: string;
}

/** A text's tree, as `packedIn` takes it. */
export interface ParsedAhead {
  readonly index: number;
  readonly buffer: ArrayBuffer;
  readonly count: number;
  readonly isSound: boolean;
  readonly refusal: ParseRefusal | undefined;
  /** All kinds of the grammar, in a thread's first answer. */
  readonly kinds: readonly Kind[];
}
