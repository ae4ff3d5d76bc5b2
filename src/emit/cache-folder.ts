import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../text/system-error.ts";
import { makeDirectory } from "./make-directory.ts";

/** How much a cache may hold. */
export interface CacheLimits {
  /** Files; looked at whenever one is written. Unlimited when undefined. */
  readonly entries?: number;
  /** Bytes of all files; looked at once a day. */
  readonly bytes: number;
  /** Days since a file was last used; looked at once a day. */
  readonly days: number;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Its time of change says when the folder was last looked through. */
const STAMP = "pruned";

/**
 * A folder of files that may be lost at any time: what cannot be read or written is as if it were not there.
 *
 * Safe for any number of processes at once: files appear whole or not at all, and one that another process takes away
 * is a file that was never there.
 */
export class CacheFolder {
  private readonly folder: string;
  private readonly limits: CacheLimits;

  constructor(folder: string, limits: CacheLimits) {
    this.folder = folder;
    this.limits = limits;
  }

  /** Undefined when there is none; what is read counts as used. */
  read(name: string): string | undefined {
    const file = path.join(this.folder, name);
    try {
      const text = fs.readFileSync(file, "utf8");
      if (Date.now() - fs.statSync(file).mtimeMs > DAY_MS) fs.utimesSync(file, new Date(), new Date());
      return text;
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
      return undefined;
    }
  }

  write(name: string, text: string): void {
    const temporary = path.join(this.folder, `.${randomBytes(8).toString("hex")}`);
    try {
      makeDirectory(this.folder, 0o700);
      fs.writeFileSync(temporary, text, { mode: 0o600, flag: "wx" });
      fs.renameSync(temporary, path.join(this.folder, name));
      this.prune();
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
      remove(temporary);
    }
  }

  private prune(): void {
    const isDue = this.claimDay();
    const names = fs.readdirSync(this.folder).filter((name) => name !== STAMP);
    if (!isDue && names.length <= (this.limits.entries ?? Number.POSITIVE_INFINITY)) return;
    const now = Date.now();
    const kept = names
      .flatMap((name) => {
        const file = path.join(this.folder, name);
        const stat = fs.statSync(file, { throwIfNoEntry: false });
        return stat?.isFile() ? [{ name, file, age: now - stat.mtimeMs, size: stat.size }] : [];
      })
      .sort((a, b) => a.age - b.age);
    let bytes = 0;
    for (const [at, { name, file, age, size }] of kept.entries()) {
      bytes += size;
      const isLeft = name.startsWith(".") && age > HOUR_MS;
      const isOver = at >= (this.limits.entries ?? Number.POSITIVE_INFINITY) || bytes > this.limits.bytes;
      if (isLeft || isOver || age > this.limits.days * DAY_MS) remove(file);
    }
  }

  /** True once a day: the first process to ask looks the folder through, the others go on. */
  private claimDay(): boolean {
    const stamp = path.join(this.folder, STAMP);
    const last = fs.statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    // A clock that was set back must not keep the folder from ever being looked through.
    if (Math.abs(Date.now() - last) < DAY_MS) return false;
    fs.writeFileSync(stamp, "", { mode: 0o600 });
    fs.utimesSync(stamp, new Date(), new Date());
    return true;
  }
}

/** Another process may have been quicker. */
function remove(file: string): void {
  try {
    fs.unlinkSync(file);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  }
}

/** Where results are kept: `$XDG_CACHE_HOME/osfix`, or `~/.cache/osfix`; undefined where neither is known. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  // https://specifications.freedesktop.org/basedir-spec/latest/: a relative XDG_CACHE_HOME does not count.
  const { XDG_CACHE_HOME: own, HOME: home } = env;
  if (own !== undefined && path.isAbsolute(own)) return path.join(own, "osfix");
  return home !== undefined && path.isAbsolute(home) ? path.join(home, ".cache", "osfix") : undefined;
}
