import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { UserError } from "../text/user-error.ts";
import { type GitPlace, startGit, startReason } from "./git.ts";

/** An object of git's database. */
export interface GitObject {
  /** Its own name, whatever it was asked for by. */
  readonly name: string;
  readonly type: "commit" | "tree" | "blob" | "tag";
  readonly bytes: Buffer;
}

interface Waiting {
  readonly resolve: (object: GitObject | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** How long git may say nothing while it is asked for objects: one may be a FIFO, or on a file system that is gone. */
const PATIENCE_MS = 30_000;

/**
 * Reads any number of objects through one `git cat-file --batch`, which neither looks at a work tree nor writes.
 *
 * Answers come in the order of the questions, so that many may be open at once. Close it when done.
 */
export class ObjectReader {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting: Waiting[] = [];
  private readonly chunks: Buffer[] = [];
  private held = 0;
  /** How many bytes must be there before it pays to look at them again. */
  private wanted = 1;
  private failure: Error | undefined;
  private patience: NodeJS.Timeout | undefined;

  constructor(place: GitPlace) {
    this.child = startGit(place, ["cat-file", "--batch"]);
    this.child.stdout.on("data", (chunk: Buffer) => this.take(chunk));
    let said = "";
    this.child.stderr.on("data", (chunk: Buffer) => {
      if (said.length < 4096) said += chunk.toString("utf8");
    });
    this.child.on("error", (error) => this.fail(startReason(error)));
    this.child.on("close", (_, signal) => {
      const silent = `git did not answer within ${PATIENCE_MS / 1_000} s`;
      this.fail(signal ? silent : `git says: ${said.trim().split("\n")[0] || "nothing"}`);
    });
    this.child.stdin.on("error", () => undefined);
  }

  /**
   * The object of a name or revision expression (`26.2.2^{tree}`); undefined where there is none.
   *
   * @throws UserError (rejects) when git cannot be run, ends early or says nothing for long
   */
  read(name: string): Promise<GitObject | undefined> {
    if (/[\r\n\0]/.test(name) || name === "") return Promise.resolve(undefined);
    if (this.failure) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      if (this.waiting.length === 1) this.watch();
      this.child.stdin.write(`${name}\n`);
    });
  }

  close(): void {
    this.child.stdin.end();
  }

  private fail(reason: string): void {
    clearTimeout(this.patience);
    this.failure = new UserError(`the repository cannot be read: ${reason}`);
    for (const { reject } of this.waiting.splice(0)) reject(this.failure);
  }

  private watch(): void {
    clearTimeout(this.patience);
    if (this.waiting.length === 0) return;
    this.patience = setTimeout(() => this.child.kill("SIGKILL"), PATIENCE_MS);
  }

  private take(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.held += chunk.length;
    this.watch();
    if (this.held < this.wanted) return;
    let data = this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks);
    this.wanted = 1;
    for (;;) {
      const end = data.indexOf(10);
      if (end < 0) break;
      const head = headOf(data.toString("utf8", 0, end));
      const size = head ? head.size + 1 : 0;
      if (data.length < end + 1 + size) {
        this.wanted = end + 1 + size;
        break;
      }
      const start = end + 1;
      // A copy: a slice would hold the whole chunk in memory as long as one object of it is kept.
      const bytes = head && Buffer.from(data.subarray(start, start + head.size));
      this.waiting.shift()?.resolve(head && bytes && { name: head.name, type: head.type, bytes });
      data = data.subarray(start + size);
    }
    this.chunks.splice(0, this.chunks.length, ...(data.length > 0 ? [data] : []));
    this.held = data.length;
    this.watch();
  }
}

/** `NAME TYPE SIZE`; anything else (`NAME missing`, `NAME ambiguous`) is no object. */
function headOf(line: string): { name: string; type: GitObject["type"]; size: number } | undefined {
  const found = /^([0-9a-f]{40,64}) (commit|tree|blob|tag) (\d+)$/.exec(line);
  if (!found?.[1] || !found[3]) return undefined;
  return { name: found[1], type: found[2] as GitObject["type"], size: Number(found[3]) };
}
