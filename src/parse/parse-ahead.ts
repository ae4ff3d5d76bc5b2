import { availableParallelism } from "node:os";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import {
  type AheadSetup,
  Claim,
  NO_MORE,
  type ParsedAhead,
  type TextAhead,
  type TreeAhead,
} from "./ahead-messages.ts";
import { LIMITS } from "./limits.ts";
import { packedIn } from "./packed.ts";
import type { PackingParser } from "./parser.ts";
import type { SyntaxTree, TreeQuestion } from "./tree.ts";

/** More threads would mostly wait: rules need several times what parsing needs. */
const MOST_THREADS = 3;
/** So many characters go to a thread at once: a message takes as long as parsing a small text. */
const BATCH = 16_000;
/** A thread that has claimed a text and says nothing for so long is given up, in milliseconds. */
const PATIENCE: number = LIMITS.milliseconds + 10_000;

/** How the threads are started. */
export interface AheadOptions {
  /** How many texts will be offered at most. */
  readonly capacity: number;
  /** A module that calls `parseForOthers`, with the same questions. */
  readonly file: string;
  readonly questions: readonly TreeQuestion[];
  /** As many as are of use here otherwise. */
  readonly threads?: number;
}

/** A tree that has come, in the buffer of all that came with it. */
interface Arrived {
  readonly buffer: ArrayBuffer;
  readonly tree: TreeAhead;
}

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly ended: Promise<unknown>;
  /** What waits to be sent. */
  batch: TextAhead[];
  characters: number;
}

/**
 * Parses texts on other threads while the caller works, and hands out their trees in whatever order they are asked for.
 *
 * A text that no thread has begun when it is asked for is parsed by the caller itself, so nothing ever waits for a
 * thread to start. Trees are the same either way.
 */
export class ParseAhead {
  readonly #parser: PackingParser;
  readonly #questions: readonly TreeQuestion[];
  readonly #threads: readonly Thread[];
  readonly #claims: Int32Array<SharedArrayBuffer>;
  readonly #indexes = new Map<string, number>();
  readonly #arrived = new Map<number, Arrived>();

  constructor(parser: PackingParser, { capacity, file, questions, threads = threadsFor() }: AheadOptions) {
    this.#parser = parser;
    this.#questions = questions;
    this.#claims = new Int32Array(new SharedArrayBuffer(4 * Math.max(1, capacity)));
    this.#threads = Array.from({ length: threads }, () => startThread(file, this.#claims));
  }

  /**
   * Has a text parsed by some thread, when enough of them have come together; `key` names it in `take`. Beyond the
   * capacity it does nothing.
   */
  offer(key: string, text: string): void {
    const index = this.#indexes.size;
    const thread = this.#threads[index % this.#threads.length];
    if (index >= this.#claims.length || !thread || this.#indexes.has(key)) return;
    this.#indexes.set(key, index);
    thread.batch.push({ index, text });
    thread.characters += text.length;
    if (thread.characters >= BATCH) send(thread);
  }

  /**
   * Nothing more will be offered: threads end when they have parsed what they were sent, and give their memory back. Resolves when
   * all have.
   */
  async offerNoMore(): Promise<void> {
    for (const thread of this.#threads) {
      send(thread);
      thread.port.postMessage(NO_MORE);
    }
    await Promise.all(this.#threads.map(({ ended }) => ended));
  }

  /** The tree of a text, which must be the one that was offered under the key; each can be taken once. */
  take(key: string, text: string): SyntaxTree {
    const index = this.#indexes.get(key);
    if (index === undefined) return this.#parser.parseWhole(text);
    const claim = Atomics.compareExchange(this.#claims, index, Claim.open, Claim.caller);
    if (claim === Claim.worker) Atomics.wait(this.#claims, index, Claim.worker, PATIENCE);
    const parsed = claim === Claim.worker || claim === Claim.done ? this.#answer(index) : undefined;
    if (!parsed) return this.#parser.parseWhole(text);
    const { count, offset, isSound, refusal, answers } = parsed.tree;
    const tree = this.#parser.treeOf(text, {
      nodes: packedIn(parsed.buffer, count, offset),
      isSound,
      refusal,
    });
    this.#questions.forEach((question, at) => {
      const places = answers[at];
      if (places) tree.answers.set(question, tree.nodesAt(places));
    });
    return tree;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #answer(index: number): Arrived | undefined {
    const port = this.#threads[index % this.#threads.length]?.port;
    while (port && !this.#arrived.has(index)) {
      const message = receiveMessageOnPort(port)?.message as ParsedAhead | undefined;
      if (!message) break;
      const { buffer } = message;
      for (const tree of message.trees) this.#arrived.set(tree.index, { buffer, tree });
      // Numbers of kinds are the grammar's, the same in every binding.
      for (const { id, type, isNamed } of message.kinds) this.#parser.vocabulary.learn(id, type, isNamed);
    }
    const parsed = this.#arrived.get(index);
    this.#arrived.delete(index);
    return parsed;
  }
}

function threadsFor(): number {
  return Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));
}

function send(thread: Thread): void {
  thread.port.postMessage(thread.batch);
  thread.batch = [];
  thread.characters = 0;
}

function startThread(file: string, claims: Int32Array<SharedArrayBuffer>): Thread {
  const { port1, port2 } = new MessageChannel();
  const workerData: AheadSetup = { port: port2, claims };
  const worker = new Worker(file, { workerData, transferList: [port2] });
  // It must not keep the program alive, and where it fails the caller parses.
  worker.unref();
  worker.on("error", () => {});
  port1.unref();
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  return { worker, port: port1, ended, batch: [], characters: 0 };
}
