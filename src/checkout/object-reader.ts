import type { ChildProcessWithoutNullStreams } from "node:child_process";
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

  constructor(place: GitPlace) {
    this.child = startGit(place, ["cat-file", "--batch"]);
    this.child.stdout.on("data", (chunk: Buffer) => this.take(chunk));
    let said = "";
    this.child.stderr.on("data", (chunk: Buffer) => {
      if (said.length < 4096) said += chunk.toString("utf8");
    });
    this.child.on("error", (error) => this.fail(new Error(startReason(error))));
    this.child.on("close", () =>
      this.fail(new Error(`git says: ${said.trim().split("\n")[0] ?? "nothing"}`)),
    );
    this.child.stdin.on("error", () => undefined);
  }

  /**
   * The object of a name or revision expression (`26.2.2^{tree}`); undefined where there is none.
   *
   * @throws Error (rejects) when git cannot be run
   */
  read(name: string): Promise<GitObject | undefined> {
    if (/[\r\n\0]/.test(name) || name === "") return Promise.resolve(undefined);
    if (this.failure) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.child.stdin.write(`${name}\n`);
    });
  }

  close(): void {
    this.child.stdin.end();
  }

  private fail(error: Error): void {
    this.failure = error;
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }

  private take(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.held += chunk.length;
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
  }
}

/** `NAME TYPE SIZE`; anything else (`NAME missing`, `NAME ambiguous`) is no object. */
function headOf(line: string): { name: string; type: GitObject["type"]; size: number } | undefined {
  const found = /^([0-9a-f]{40,64}) (commit|tree|blob|tag) (\d+)$/.exec(line);
  if (!found?.[1] || !found[3]) return undefined;
  return { name: found[1], type: found[2] as GitObject["type"], size: Number(found[3]) };
}
