import path from "node:path";
import { CacheFolder } from "./cache-folder.ts";

/** The layout of the files below; another number leaves older files alone. */
const FORMAT = 1;

const LIMITS = { bytes: 512 * 1024 * 1024, days: 30 };

/** Results of `osfix matrix` and `osfix drift` by key, many or one to a file. */
export class ResultCache {
  private readonly folder: CacheFolder | undefined;

  /** @param directory osfix's cache; undefined keeps nothing */
  constructor(directory: string | undefined) {
    this.folder =
      directory === undefined ? undefined : new CacheFolder(path.join(directory, "matrix"), LIMITS);
  }

  /** All entries kept under a name; the caller checks that they are what it put there. */
  load(name: string): ReadonlyMap<string, unknown> {
    const text = this.folder?.read(`${name}.json`);
    if (text === undefined) return new Map();
    try {
      const held = JSON.parse(text) as {
        readonly format?: number;
        readonly entries?: Record<string, unknown>;
      } | null;
      return held?.format === FORMAT ? new Map(Object.entries(held.entries ?? {})) : new Map();
    } catch {
      return new Map();
    }
  }

  /** Replaces the entries under a name, whole or not at all. */
  save(name: string, entries: ReadonlyMap<string, unknown>): void {
    this.folder?.write(
      `${name}.json`,
      JSON.stringify({ format: FORMAT, entries: Object.fromEntries(entries) }),
    );
  }
}
