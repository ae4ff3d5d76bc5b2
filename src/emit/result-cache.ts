import fs from "node:fs";
import path from "node:path";

/** The layout of the files below; another number leaves older files alone. */
const FORMAT = 1;

/**
 * Results by key, kept in files of a cache directory: losing one costs time and nothing else, so what cannot be read
 * or written is passed over in silence.
 */
export class ResultCache {
  private readonly directory: string | undefined;

  /** @param directory undefined keeps nothing */
  constructor(directory: string | undefined) {
    this.directory = directory;
  }

  /** All entries kept under a name; the caller checks that they are what it put there. */
  load(name: string): ReadonlyMap<string, unknown> {
    if (this.directory === undefined) return new Map();
    try {
      const text = fs.readFileSync(path.join(this.directory, `${name}.json`), "utf8");
      const held = JSON.parse(text) as {
        readonly format?: number;
        readonly entries?: Record<string, unknown>;
      };
      return held.format === FORMAT ? new Map(Object.entries(held.entries ?? {})) : new Map();
    } catch {
      return new Map();
    }
  }

  /** Replaces the entries under a name, whole or not at all. */
  save(name: string, entries: ReadonlyMap<string, unknown>): void {
    if (this.directory === undefined) return;
    const file = path.join(this.directory, `${name}.json`);
    const staged = `${file}.${process.pid}.tmp`;
    try {
      fs.mkdirSync(this.directory, { recursive: true });
      fs.writeFileSync(staged, JSON.stringify({ format: FORMAT, entries: Object.fromEntries(entries) }), {
        mode: 0o600,
      });
      fs.renameSync(staged, file);
    } catch {
      fs.rmSync(staged, { force: true });
    }
  }
}
