import type { GitEntry } from "../checkout/git-entry.ts";
import type { ObjectReader } from "../checkout/object-reader.ts";
import type { ObjectTrees, PathEntries } from "../checkout/object-trees.ts";
import type { Revision } from "../checkout/revisions.ts";
import { digestOf, type ResultStores, type Store } from "./result-stores.ts";

/** Revisions of one repository, and how their objects are read. */
export interface RevisionSource<R extends Revision> {
  readonly revisions: readonly R[];
  readonly reader: ObjectReader;
  readonly trees: ObjectTrees;
}

/** Revisions whose trees are looked up together. */
const LISTED_AT_ONCE = 24;

/** What some paths are in each revision, in the revisions' order; what a store has is not read again. */
export async function listPaths<R extends Revision>(
  source: RevisionSource<R>,
  paths: readonly string[],
  stores: ResultStores,
): Promise<readonly PathEntries[]> {
  const store = stores.open(digestOf(["paths", ...paths]));
  const listed: PathEntries[] = [];
  for (let at = 0; at < source.revisions.length; at += LISTED_AT_ONCE) {
    const part = source.revisions.slice(at, at + LISTED_AT_ONCE);
    listed.push(...(await Promise.all(part.map((revision) => entriesIn(source, revision, paths, store)))));
    source.trees.forget();
  }
  return listed;
}

async function entriesIn<R extends Revision>(
  source: RevisionSource<R>,
  revision: R,
  paths: readonly string[],
  store: Store,
): Promise<PathEntries> {
  const kept = store.entries.get(revision.tree);
  if (isListing(kept, paths)) return new Map(paths.map((path, at) => [path, kept[at] ?? null]));
  const found = await source.trees.findAll(revision.tree, paths);
  store.entries.set(
    revision.tree,
    paths.map((path) => found.get(path) ?? null),
  );
  store.grown = true;
  return found;
}

/** Names a combination of files: two revisions with the same name look alike to the patches. */
export function keyOfEntries(entries: PathEntries): string {
  return digestOf([...entries].map(([path, entry]) => `${path} ${whatIs(entry)}`));
}

/** The bytes of all files among the entries, by blob; one that git has not is left out. */
export async function readBlobs(
  reader: ObjectReader,
  entries: PathEntries,
): Promise<ReadonlyMap<string, Buffer>> {
  const names = [...entries.values()].flatMap((entry) => (entry?.mode.startsWith("100") ? [entry.name] : []));
  const objects = await Promise.all(names.map((name) => reader.read(name)));
  return new Map(objects.flatMap((object) => (object ? [[object.name, object.bytes]] : [])));
}

/** Of a folder it only matters that it is one: new files go there. */
function whatIs(entry: GitEntry | null): string {
  if (entry === null) return "nothing";
  return entry.mode === "40000" ? "folder" : `${entry.mode} ${entry.name}`;
}

function isListing(value: unknown, paths: readonly string[]): value is readonly (GitEntry | null)[] {
  return (
    Array.isArray(value) &&
    value.length === paths.length &&
    value.every((one) => one === null || (typeof one?.mode === "string" && typeof one?.name === "string"))
  );
}
