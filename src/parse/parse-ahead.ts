import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { type AheadSetup, Claim, type ParsedAhead, type TextAhead } from "./ahead-messages.ts";
import { LIMITS } from "./limits.ts";
import { packedIn } from "./packed.ts";
import type { PackingParser } from "./parser.ts";
import type { SyntaxTree } from "./tree.ts";

/** The bundled thread; defined by scripts/bundle-command.js, absent when run from sources. */
declare const OSFIX_PARSE_WORKER: string | undefined;

/** More threads would mostly wait: rules need several times what parsing needs. */
const MOST_THREADS = 3;
/** So many characters go to a thread at once: a message takes as long as parsing a small text. */
const BATCH = 16_000;
/** A thread that has claimed a text and says nothing for so long is given up, in milliseconds. */
const PATIENCE: number = LIMITS.milliseconds + 10_000;

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
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
  readonly #threads: readonly Thread[];
  readonly #claims: Int32Array<SharedArrayBuffer>;
  readonly #indexes = new Map<string, number>();
  readonly #arrived = new Map<number, ParsedAhead>();

  /**
   * @param capacity how many texts will be offered at most
   * @param file the thread's module, `workerFile()`
   * @param threads how many are started
   */
  constructor(parser: PackingParser, capacity: number, file: string, threads: number = threadsFor()) {
    this.#parser = parser;
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
    if (thread.characters < BATCH) return;
    thread.port.postMessage(thread.batch);
    thread.batch = [];
    thread.characters = 0;
  }

  /** The tree of a text, which must be the one that was offered under the key; each can be taken once. */
  take(key: string, text: string): SyntaxTree {
    const index = this.#indexes.get(key);
    if (index === undefined) return this.#parser.parseWhole(text);
    const claim = Atomics.compareExchange(this.#claims, index, Claim.open, Claim.caller);
    if (claim === Claim.worker) Atomics.wait(this.#claims, index, Claim.worker, PATIENCE);
    const parsed = claim === Claim.worker || claim === Claim.done ? this.#answer(index) : undefined;
    if (!parsed) return this.#parser.parseWhole(text);
    const { buffer, count, isSound, refusal } = parsed;
    return this.#parser.treeOf(text, { nodes: packedIn(buffer, count), isSound, refusal });
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #answer(index: number): ParsedAhead | undefined {
    const port = this.#threads[index % this.#threads.length]?.port;
    while (port && !this.#arrived.has(index)) {
      const message = receiveMessageOnPort(port)?.message as ParsedAhead | undefined;
      if (!message) break;
      this.#arrived.set(message.index, message);
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

function startThread(file: string, claims: Int32Array<SharedArrayBuffer>): Thread {
  const { port1, port2 } = new MessageChannel();
  const workerData: AheadSetup = { port: port2, claims };
  const worker = new Worker(file, { workerData, transferList: [port2] });
  // It must not keep the program alive, and where it fails the caller parses.
  worker.unref();
  worker.on("error", () => {});
  port1.unref();
  return { worker, port: port1, batch: [], characters: 0 };
}

/** The module that a thread runs; undefined where osfix runs from sources that Node.js cannot run. */
export function workerFile(): string | undefined {
  const name = typeof OSFIX_PARSE_WORKER === "string" ? OSFIX_PARSE_WORKER : "./parse-worker.js";
  const file = fileURLToPath(new URL(name, import.meta.url));
  return existsSync(file) ? file : undefined;
}
