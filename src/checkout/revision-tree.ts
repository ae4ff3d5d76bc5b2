import { type GitPlace, runGit, runGitSync } from "./git.ts";
import { type GitEntry, isFileEntry, readEntry } from "./git-entry.ts";
import { ObjectReader } from "./object-reader.ts";
import { checkRepoPath, sortNames, type Tree } from "./tree.ts";

/** A tree of git objects. */
export interface RevisionTree extends Tree {
  /** Every file, symbolic links and submodules left out, in the order of git's listing. */
  readonly files: readonly string[];
  /** The files that were read at once, by blob: the next revision has most of them too. */
  readonly held: ReadonlyMap<string, Buffer>;
}

/**
 * Opens a revision of a repository (a work tree's top, a bare repository, a `.git` directory) without a work tree.
 *
 * One `git ls-tree -r` lists it, one `git cat-file --batch` reads the `prefetch` paths that exist; other files are
 * read one at a time when asked for. Symbolic links are not followed: they read as `not-a-file`. A revision that git
 * does not list is a failure in its words.
 *
 * @param prefetch paths, or what paths look like
 * @param known blobs that need not be read, as of another revision of the same repository
 * @throws UserError (rejects) when git stops answering while it is asked for files
 */
export async function openRevision(
  place: GitPlace,
  revision: string,
  prefetch: readonly string[] | RegExp = [],
  known: ReadonlyMap<string, Buffer> = new Map(),
): Promise<RevisionTree | { readonly kind: "failed"; readonly reason: string }> {
  const listed = await runGit(place, [
    "ls-tree",
    "-r",
    "-t",
    "-z",
    "--full-tree",
    "--end-of-options",
    revision,
  ]);
  if (listed.kind === "failed") return listed;
  const entries = parseListing(listed.stdout);
  const paths =
    prefetch instanceof RegExp ? [...entries.keys()].filter((path) => prefetch.test(path)) : prefetch;
  const wanted = new Set(
    paths.flatMap((path) => {
      const entry = entries.get(path);
      return entry && isFileEntry(entry) ? [entry.name] : [];
    }),
  );
  const blobs = await readBlobs(
    place,
    [...wanted].filter((name) => !known.has(name)),
  );
  for (const name of wanted) {
    const held = known.get(name);
    if (held) blobs.set(name, held);
  }
  const name = place.kind === "work-tree" ? place.top : place.directory;
  return revisionTree(place, `${name}@${revision}`, entries, blobs);
}

/** Records are `MODE TYPE NAME<TAB>PATH`; modes have six digits here, other than in a tree object. */
function parseListing(stdout: Buffer): ReadonlyMap<string, GitEntry> {
  const entries = new Map<string, GitEntry>();
  for (const record of stdout.toString("utf8").split("\0")) {
    const [head = "", path] = [record.slice(0, record.indexOf("\t")), record.slice(record.indexOf("\t") + 1)];
    const [mode, , name] = head.split(" ");
    if (mode !== undefined && name !== undefined && path)
      entries.set(path, { mode: mode.replace(/^0/, ""), name });
  }
  return entries;
}

async function readBlobs(place: GitPlace, names: readonly string[]): Promise<Map<string, Buffer>> {
  if (names.length === 0) return new Map();
  const reader = new ObjectReader(place);
  try {
    const objects = await Promise.all(names.map((name) => reader.read(name)));
    return new Map(
      objects.flatMap((object, at) => (object?.type === "blob" ? [[names[at] ?? "", object.bytes]] : [])),
    );
  } finally {
    reader.close();
  }
}

function revisionTree(
  place: GitPlace,
  root: string,
  entries: ReadonlyMap<string, GitEntry>,
  blobs: Map<string, Buffer>,
): RevisionTree {
  const entryOf = (path: string): GitEntry | undefined => {
    checkRepoPath(path);
    return entries.get(path);
  };
  const bytesOf = (name: string): Buffer | undefined => {
    const known = blobs.get(name);
    if (known !== undefined) return known;
    const result = runGitSync(place, ["cat-file", "blob", name]);
    if (result.kind === "output") blobs.set(name, result.stdout);
    return result.kind === "output" ? result.stdout : undefined;
  };
  return {
    kind: "revision",
    root,
    label: root,
    held: blobs,
    locate: (path) => path,
    exists: (path) => entryOf(path) !== undefined,
    isDirectory: (path) => path === "" || entryOf(path)?.mode === "40000",
    list: (directory) => namesIn(entries, directory),
    files: [...entries].flatMap(([path, entry]) => (isFileEntry(entry) ? [path] : [])),
    read: (path) => readEntry(path, entryOf(path), bytesOf),
  };
}

function namesIn(entries: ReadonlyMap<string, GitEntry>, directory: string): readonly string[] {
  const prefix = directory === "" ? "" : `${directory}/`;
  const below = [...entries.keys()].filter((path) => path.startsWith(prefix));
  return sortNames(below.map((path) => path.slice(prefix.length)).filter((name) => !name.includes("/")));
}
