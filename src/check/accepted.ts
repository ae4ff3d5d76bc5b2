import { type BaselineEntry, entryOf } from "../report/baseline.ts";
import type { RawFinding } from "../report/check-report.ts";
import { addTo } from "../text/multimap.ts";

/**
 * The findings of a baseline, and which of them are still there.
 *
 * A file that is gone may be there under another name: what the baseline has of it stands for as many findings of the same rule
 * and words in files that the baseline knows nothing of.
 */
export class Accepted {
  private readonly byKey: ReadonlyMap<string, BaselineEntry>;
  private readonly paths: ReadonlySet<string>;
  /** Entries of files that are gone, by what they say. */
  private readonly gone = new Map<string, BaselineEntry[]>();
  /** By each entry that was found again how it would be written now. */
  private readonly met = new Map<BaselineEntry, BaselineEntry>();
  private readonly moved = new Set<string>();

  constructor(baseline: readonly BaselineEntry[], isGone: (path: string) => boolean) {
    this.byKey = new Map(baseline.map((entry) => [keyOf(entry), entry]));
    this.paths = new Set(baseline.map(({ path }) => path));
    const gonePaths = new Set([...this.paths].filter(isGone));
    for (const entry of this.byKey.values()) {
      if (!gonePaths.has(entry.path)) continue;
      addTo(this.gone, saidBy(entry), entry);
    }
  }

  has(raw: RawFinding): boolean {
    const key = keyOf(raw);
    if (this.moved.has(key)) return true;
    const own = this.byKey.get(key);
    const entry = own ?? (this.paths.has(raw.path) ? undefined : this.gone.get(saidBy(raw))?.shift());
    if (!entry) return false;
    if (!own) this.moved.add(key);
    this.met.set(entry, entryOf(raw));
    return true;
  }

  /** The entry as it would be written now; undefined where nothing was found for it. */
  now(entry: BaselineEntry): BaselineEntry | undefined {
    return this.met.get(this.byKey.get(keyOf(entry)) ?? entry);
  }
}

const keyOf = ({ path, fingerprint }: Pick<BaselineEntry, "path" | "fingerprint">): string =>
  `${path}\0${fingerprint}`;

const saidBy = ({ rule, message }: Pick<BaselineEntry, "rule" | "message">): string => `${rule}\0${message}`;
