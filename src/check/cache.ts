import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { filesBelow } from "../checkout/files-below.ts";
import { blobName } from "../checkout/git-facts.ts";
import type { ReadProblem } from "../checkout/source-file.ts";
import type { Tree } from "../checkout/tree.ts";
import type { CheckResults } from "../emit/check-results.ts";
import type { TreeCheck } from "./check-tree.ts";
import type { TreeReader } from "./tree-reader.ts";

/** What the system says of a file; equal means unchanged, unless the file was written just before it was asked. */
type Stamp = readonly [size: string, modified: string, changed: string, inode: string];

/** One file that a result rests on. */
interface Read {
  readonly path: string;
  /** git's name of its bytes, or the kind of problem that it is. */
  readonly content: string;
  readonly stamp: Stamp | null;
}

interface Entry {
  /** Nanoseconds since 1970 at which the reads began. */
  readonly began: string;
  readonly reads: readonly Read[];
  readonly check: TreeCheck;
  readonly problems: readonly ReadProblem[];
}

/** A kept result, with what reading the files had said. */
export interface KeptCheck {
  readonly check: TreeCheck;
  readonly problems: readonly ReadProblem[];
}

/** git's clocks may be coarse; so may a network's file system. */
const RACY_NS = 2_000_000_000n;

/**
 * Results of trees by content: a result is used again only when every file that was read for it, whichever file of the
 * tree that was, has the same bytes, the tree has the same files, and rules and program are the same.
 *
 * Bytes are read again only of files whose size, times or inode have changed, as git's index does it.
 */
export class CheckCache {
  private readonly cache: CheckResults;
  private readonly program: string;

  /** @param program digest of all that a result depends on beside the tree */
  constructor(cache: CheckResults, program: string) {
    this.cache = cache;
    this.program = program;
  }

  keyOf(
    paths: readonly string[],
    wanted: readonly string[],
    label: string,
    rules: readonly string[],
  ): string {
    const hash = createHash("sha256")
      .update(this.program)
      .update(`\0${label}\0${rules.join("\0")}\0\0`);
    return hash.update(paths.join("\0")).update("\0\0").update(wanted.join("\0")).digest("hex");
  }

  find(key: string, tree: Tree): KeptCheck | undefined {
    const text = this.cache.read(key);
    if (text === undefined) return undefined;
    const entry = parseEntry(text);
    if (entry === undefined) return undefined;
    const began = BigInt(entry.began);
    const isSame = entry.reads.every((read) => isUnchanged(read, tree, began));
    return isSame ? { check: entry.check, problems: entry.problems } : undefined;
  }

  keep(key: string, tree: Tree, sources: TreeReader, began: bigint, check: TreeCheck): void {
    const reads = [...sources.contents].map(
      ([file, content]): Read => ({ path: file, content, stamp: stampOf(tree, file) }),
    );
    const entry: Entry = { began: String(began), reads, check, problems: sources.problems };
    this.cache.write(key, JSON.stringify(entry));
  }
}

/** Nanoseconds since 1970. */
export function now(): bigint {
  return BigInt(Date.now()) * 1_000_000n;
}

function parseEntry(text: string): Entry | undefined {
  try {
    const value = JSON.parse(text) as Partial<Entry> | null;
    return value && Array.isArray(value.reads) && value.check && value.began !== undefined
      ? (value as Entry)
      : undefined;
  } catch {
    return undefined;
  }
}

function isUnchanged({ path: file, content, stamp }: Read, tree: Tree, began: bigint): boolean {
  const now = stampOf(tree, file);
  if (stamp && now && stamp.every((part, at) => part === now[at]) && BigInt(stamp[2]) + RACY_NS < began)
    return true;
  if (stamp === null && now === null && tree.kind === "directory") return content === "missing";
  return contentOf(tree, file) === content;
}

/** What a file holds, as the cache compares it. */
export function contentOf(tree: Tree, file: string): string {
  const read = tree.read(file);
  return read.kind === "source" ? blobName(read.bytes) : read.problem;
}

function stampOf(tree: Tree, file: string): Stamp | null {
  if (tree.kind !== "directory") return null;
  try {
    // What a link leads to may change without the link.
    const stat = fs.statSync(path.join(tree.root, tree.locate(file)), {
      bigint: true,
      throwIfNoEntry: false,
    });
    return stat ? ([stat.size, stat.mtimeNs, stat.ctimeNs, stat.ino].map(String) as unknown as Stamp) : null;
  } catch {
    return null;
  }
}

/** Digest of osfix' own code, rules, patches and facts, and of Node.js: another program may find something else. */
export function programDigest(version: string, ...more: readonly string[]): string {
  const hash = createHash("sha256").update([version, process.version, ...more].join("\0"));
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const folders = fs.existsSync(path.join(root, "src")) ? ["src", "rules"] : ["dist"];
  for (const folder of [...folders, "patches", "libraries"]) digestFolder(path.join(root, folder), hash);
  return hash.digest("hex");
}

/** Digests what a folder holds, names and bytes; a folder that is not there digests as empty. */
export function digestFolder(folder: string, hash: ReturnType<typeof createHash>): void {
  for (const name of fs.existsSync(folder) ? filesBelow(folder) : []) {
    if (!/\.(?:[cm]?[jt]s|node|spatch|json|wasm|txt)$/.test(name)) continue;
    hash.update(`\0${name}\0`).update(fs.readFileSync(path.join(folder, name)));
  }
}
