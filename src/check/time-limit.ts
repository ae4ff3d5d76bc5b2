import { createContext, Script } from "node:vm";
import { LIMITS } from "../parse/limits.ts";

/** Work that did not end in its time. */
export class OutOfTime extends Error {
  /** The file whose turn it was. */
  readonly at: string;
  /** The file that was read last. */
  readonly last: string;
  /** Whether the time went into that one file; otherwise the work may just be slow. */
  readonly isSure: boolean;

  constructor(at: string, last: string, isSure: boolean) {
    super(`the work on ${at} did not end in its time`);
    this.at = at;
    this.last = last;
    this.isSure = isSure;
  }
}

/** As long as one parse may take, waiting for another thread included. */
const PARSING = 2 * LIMITS.milliseconds + 15_000;

/** How long work may take, in milliseconds. */
interface Patience {
  /** From the reading of one file to that of another. */
  readonly file: number;
  /** Of one `run`, until it is too slow to begin a parse. */
  readonly run: number;
  /** How much later it is ended from outside. */
  readonly grace: number;
}

/**
 * Ends work on files that would not end by itself: a rule's expression may take quadratic time on the text of a stranger.
 *
 * V8 ends it wherever it is, also within a regular expression, and runs no `finally`: what was built up to then must be
 * thrown away. Parsers do not survive that, so none begins late in a `run`, and what has begun before is back in time.
 */
export class TimeLimit {
  private readonly patience: Patience;
  private readonly called = { work: (): void => {} };
  private began = 0;
  private at = "";
  private last = "";
  private since = 0;

  constructor({ file = LIMITS.milliseconds, run, grace = PARSING }: Partial<Patience> & { run: number }) {
    this.patience = { file, run, grace };
    createContext(this.called);
  }

  get doubled(): TimeLimit {
    return new TimeLimit({ ...this.patience, run: 2 * this.patience.run });
  }

  /** What is said of a file whose text took all of it, as a clause. */
  get told(): string {
    return `rules that read it did not end within ${Math.ceil(this.patience.file / 1_000)} s`;
  }

  /** @throws OutOfTime, and whatever the work throws */
  run(work: () => void): void {
    this.began = performance.now();
    this.called.work = work;
    try {
      CALL.runInContext(this.called, { timeout: Math.ceil(this.patience.run + this.patience.grace) });
    } catch (error) {
      throw isTimeout(error) ? new OutOfTime(this.at, this.last, true) : error;
    }
  }

  /** The file has its turn. */
  turn(path: string): void {
    this.read(path);
    this.at = path;
  }

  /**
   * The file is read.
   *
   * @throws OutOfTime for the one before
   */
  read(path: string): void {
    // who reads one text again and again does not get on
    if (path === this.last) return;
    const now = performance.now();
    if (now - Math.max(this.since, this.began) > this.patience.file)
      throw new OutOfTime(this.at, this.last, true);
    this.since = now;
    this.last = path;
  }

  /**
   * Parses a file, which has a limit of its own.
   *
   * @throws OutOfTime, and whatever `parse` throws
   */
  parsing<T>(parse: () => T): T {
    if (performance.now() - this.began > this.patience.run) throw new OutOfTime(this.at, this.last, false);
    const parsed = parse();
    this.since = performance.now();
    return parsed;
  }
}

const CALL = new Script("work()");

function isTimeout(error: unknown): boolean {
  // it is none of this realm's errors
  return (error as { readonly code?: unknown } | null)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
