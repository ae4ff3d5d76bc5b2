import { type GitEntry, readEntry } from "./git-entry.ts";
import type { ObjectReader } from "./object-reader.ts";
import { sortNames, type Tree } from "./tree.ts";

/** What some paths are in one revision: an entry, or null where there is nothing. */
export type PathEntries = ReadonlyMap<string, GitEntry | null>;

/** Looks paths up in trees of git's database; each distinct tree object is read once, however many revisions hold it. */
export class ObjectTrees {
  private readonly reader: ObjectReader;
  private readonly trees = new Map<string, Promise<ReadonlyMap<string, GitEntry>>>();

  constructor(reader: ObjectReader) {
    this.reader = reader;
  }

  /** The entries of a tree object by file name; empty for a missing or damaged object. */
  entriesOf(tree: string): Promise<ReadonlyMap<string, GitEntry>> {
    let known = this.trees.get(tree);
    if (known === undefined) {
      known = this.reader
        .read(tree)
        .then((object) => (object?.type === "tree" ? parseTree(object.bytes) : new Map()));
      this.trees.set(tree, known);
    }
    return known;
  }

  /** Lets go of what was read: a folder of release notes alone has thousands of entries in each revision. */
  forget(): void {
    this.trees.clear();
  }

  /** What a path is below a tree object. Symbolic links are not followed. */
  async find(tree: string, path: string): Promise<GitEntry | null> {
    const parts = path.split("/");
    let at = tree;
    for (const [depth, part] of parts.entries()) {
      const entry = (await this.entriesOf(at)).get(part);
      if (entry === undefined) return null;
      if (depth === parts.length - 1) return entry;
      if (entry.mode !== "40000") return null;
      at = entry.name;
    }
    return null;
  }

  async findAll(tree: string, paths: readonly string[]): Promise<PathEntries> {
    const entries = await Promise.all(paths.map((path) => this.find(tree, path)));
    return new Map(paths.map((path, at) => [path, entries[at] ?? null]));
  }
}

/** Entries are `MODE NAME NUL` and the bytes of the object's name; names of 20 or 32 bytes (SHA-1, SHA-256). */
function parseTree(bytes: Buffer, width: number = widthOf(bytes)): ReadonlyMap<string, GitEntry> {
  const entries = new Map<string, GitEntry>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const nul = bytes.indexOf(0, space);
    if (space < 0 || nul < 0) break;
    const name = bytes.toString("hex", nul + 1, nul + 1 + width);
    entries.set(bytes.toString("utf8", space + 1, nul), { mode: bytes.toString("latin1", at, space), name });
    at = nul + 1 + width;
  }
  return entries;
}

/** Behind an entry comes the next one's mode or the end: true for one of the two widths. */
function widthOf(bytes: Buffer): 20 | 32 {
  const nul = bytes.indexOf(0);
  const next = bytes.toString("latin1", nul + 21, nul + 28);
  return next === "" || /^(100\d{3}|120000|160000|40000) /.test(next) ? 20 : 32;
}

/**
 * A tree of which only some paths are known. Asking for any other path is a bug of the caller.
 *
 * @param read the bytes of a blob that was fetched before
 */
export function knownPathsTree(
  label: string,
  entries: PathEntries,
  read: (blob: string) => Buffer | undefined,
): Tree {
  const entryOf = (path: string): GitEntry | null => {
    const entry = entries.get(path);
    if (entry === undefined) throw new RangeError(`not one of the paths looked up: ${JSON.stringify(path)}`);
    return entry;
  };
  return {
    kind: "revision",
    root: label,
    label,
    locate: (path) => path,
    exists: (path) => entryOf(path) !== null,
    isDirectory: (path) => path === "" || entryOf(path)?.mode === "40000",
    list: (directory) =>
      directory === ""
        ? sortNames([...entries].flatMap(([path, entry]) => (entry && !path.includes("/") ? [path] : [])))
        : [],
    read: (path) => readEntry(path, entryOf(path), read),
  };
}
