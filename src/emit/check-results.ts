import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../checkout/directory-tree.ts";

/** More entries than this, and the oldest go. */
const MOST_ENTRIES = 48;

/** A folder of small files that may be lost at any time: what cannot be read or written is as if it were not there. */
export class CheckResults {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  read(key: string): string | undefined {
    try {
      return fs.readFileSync(this.fileOf(key), "utf8");
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
      return undefined;
    }
  }

  /** Whole or not at all: another process never reads half an entry. */
  write(key: string, text: string): void {
    try {
      fs.mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      const temporary = path.join(this.folder, `.${randomBytes(8).toString("hex")}`);
      fs.writeFileSync(temporary, text, { mode: 0o600, flag: "wx" });
      fs.renameSync(temporary, this.fileOf(key));
      this.prune();
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
    }
  }

  private fileOf(key: string): string {
    return path.join(this.folder, `${key}.json`);
  }

  private prune(): void {
    const names = fs.readdirSync(this.folder);
    if (names.length <= MOST_ENTRIES) return;
    const aged = names.map((name) => {
      const file = path.join(this.folder, name);
      return { file, age: fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
    });
    for (const { file } of aged.sort((a, b) => b.age - a.age).slice(MOST_ENTRIES))
      fs.rmSync(file, { force: true });
  }
}

/** Where results are kept: `$XDG_CACHE_HOME/osfix`, or `~/.cache/osfix`; undefined where neither is known. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_CACHE_HOME: own, HOME: home } = env;
  if (own !== undefined && path.isAbsolute(own)) return path.join(own, "osfix");
  return home !== undefined && path.isAbsolute(home) ? path.join(home, ".cache", "osfix") : undefined;
}
