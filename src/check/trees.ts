import fs from "node:fs";
import path from "node:path";
import { directoryTree, entryKind, isWithin } from "../checkout/directory-tree.ts";
import { type FileList, listFiles } from "../checkout/file-list.ts";
import { blobName, findTop } from "../checkout/git-facts.ts";
import { findProjectRoots, rootAbove } from "../checkout/project-roots.ts";
import type { ReadProblem } from "../checkout/source-file.ts";
import type { Tree } from "../checkout/tree.ts";
import type { SourceReader } from "../facts/tree/source-reader.ts";
import { codeOf } from "../text/system-error.ts";
import { UserError } from "../text/user-error.ts";

/** One tree under check: what can be read of it, and which of its files are meant. */
export interface CheckedTree {
  /** How messages call it: as the user named it. */
  readonly label: string;
  /** Real path of its directory. */
  readonly root: string;
  readonly tree: Tree;
  readonly sources: TreeReader;
  /** Python files to be checked, from the root, sorted. */
  readonly wanted: readonly string[];
  /** Why git did not list the tree's files, so that all that lie there belong to it. */
  readonly refused: string | undefined;
  /** The path at which the caller finds a file of the tree. */
  show(path: string): string;
}

/** What standard input holds, and which file it stands for. */
export interface StandIn {
  /** As the user named it. */
  readonly file: string;
  readonly text: string;
}

/** A tree as the facts room reads it; notes what is there and gives no text. */
export class TreeReader implements SourceReader {
  readonly paths: readonly string[];
  private readonly tree: Tree;
  private readonly instead: ReadonlyMap<string, string>;
  private readonly listed: readonly ReadProblem[];
  private readonly found = new Map<string, ReadProblem>();
  private readonly contentOf = new Map<string, string>();

  /**
   * @param instead texts that stand for files of these paths
   * @param listed what the listing of the paths passed over
   */
  constructor(
    tree: Tree,
    paths: readonly string[],
    instead: ReadonlyMap<string, string> = new Map(),
    listed: readonly ReadProblem[] = [],
  ) {
    this.tree = tree;
    this.paths = paths;
    this.instead = instead;
    this.listed = listed;
  }

  read(asked: string): string | undefined {
    const stand = this.instead.get(asked);
    if (stand !== undefined) return stand;
    const read = this.tree.read(asked);
    this.contentOf.set(asked, read.kind === "source" ? blobName(read.bytes) : read.problem);
    if (read.kind === "source") return read.text;
    if (read.problem !== "missing") this.found.set(asked, read);
    return undefined;
  }

  /** Every file that was asked for: git's name of its bytes, or the kind of problem that it is. */
  get contents(): ReadonlyMap<string, string> {
    return this.contentOf;
  }

  /** Whether texts stand for files: then what is read is not what the tree holds. */
  get isOverlaid(): boolean {
    return this.instead.size > 0;
  }

  /** Files that were asked for, are there, and gave no text. */
  get problems(): readonly ReadProblem[] {
    return [...this.found.values(), ...this.listed];
  }
}

/** Each directory is listed once, however many of its files are named. */
class Listings {
  private readonly known = new Map<string, Promise<FileList>>();

  of(root: string): Promise<FileList> {
    const listing = this.known.get(root) ?? listFiles(root);
    this.known.set(root, listing);
    return listing;
  }
}

interface Named {
  readonly given: string;
  readonly real: string;
  readonly root: string;
  readonly isFile: boolean;
  /** A file outside of any tree: what lies beside it has nothing to do with it. */
  readonly isLone: boolean;
  /** The one package of the root that alone belongs to the tree, where no project is known. */
  readonly package: string | undefined;
  /** Trees below that are read on their own. */
  readonly without: readonly string[];
}

/**
 * The trees of PATHs: each PATH belongs to the git work tree around it, else to the project around it, else it is a tree
 * of its own. Facts may come from the whole tree; checked is what was named.
 *
 * @param at what relative PATHs and shown paths are relative to
 * @throws UserError for a PATH that is neither a directory nor a file
 */
export async function openCheckedTrees(
  paths: readonly string[],
  at: string,
  more: { readonly root?: string | undefined; readonly stdin?: StandIn | undefined },
): Promise<readonly CheckedTree[]> {
  const names = [...paths, ...(more.stdin ? [more.stdin.file] : [])];
  const listings = new Listings();
  const asked = await Promise.all(
    names.map((given) => nameOf(given, at, more.root, given === more.stdin?.file, listings)),
  );
  const named = asked.flatMap((one) => [one, ...one.without.map((below) => namedBelow(one, below))]);
  const roots = [...new Set(named.map((one) => one.root))];
  const trees = await Promise.all(
    roots.map((root) =>
      openTree(
        root,
        named.filter((one) => one.root === root),
        at,
        more.stdin,
        listings,
      ),
    ),
  );
  // A folder that only holds other trees is none itself.
  const holders = new Set(named.filter((one) => one.without.length > 0).map((one) => one.root));
  return trees.filter((tree) => !holders.has(tree.root) || tree.wanted.length > 0);
}

async function nameOf(
  given: string,
  at: string,
  root: string | undefined,
  isStandIn: boolean,
  listings: Listings,
): Promise<Named> {
  const absolute = path.resolve(at, given);
  const real = realOf(given, absolute, isStandIn);
  const stat = fs.statSync(real, { throwIfNoEntry: false });
  if (stat && !stat.isFile() && !stat.isDirectory())
    throw new UserError(`${given}: it is ${entryKind(stat)}`, { hint: "name a directory or a Python file" });
  const isFile = stat?.isDirectory() !== true;
  if (!isFile) refuseClosed(given, real);
  else if (!isStandIn && !isPython(real))
    throw new UserError(`${given}: it is no Python file`, {
      hint: "its name does not end in .py, and its first line names no python",
    });
  if (root !== undefined) {
    const named = realOf(root, path.resolve(at, root), false);
    if (!isWithin(named, real))
      throw new UserError(`${given}: it does not lie below --root ${root}`, { hint: "name its own tree" });
    return { given, real, root: named, isFile, isLone: false, package: undefined, without: [] };
  }
  return { given, real, isFile, ...(await rootOf(real, isFile, listings)) };
}

/**
 * The trees of a folder that holds one project several times (two releases of nova that were unpacked side by side): read
 * as one, a call in the first would be held against a definition of the second.
 */
function repeatedBelow(folder: string): readonly string[] {
  const roots = findProjectRoots(folder).filter(
    ({ directory }) => directory !== folder && isWithin(folder, directory),
  );
  const isTwice = roots.some((one) =>
    roots.some((other) => other.project === one.project && other.directory !== one.directory),
  );
  return isTwice ? [...new Set(roots.map(({ directory }) => directory))] : [];
}

function namedBelow({ given, real }: Named, below: string): Named {
  const name = path.join(given, path.relative(real, below));
  return {
    given: name,
    real: below,
    root: below,
    isFile: false,
    isLone: false,
    package: undefined,
    without: [],
  };
}

/** By its name, or by the first line of a script; a file that cannot be read is told of when its turn comes. */
function isPython(file: string): boolean {
  if (/\.py[iw]?$/.test(file)) return true;
  const start = Buffer.alloc(SHEBANG);
  try {
    const handle = fs.openSync(file, "r");
    const length = fs.readSync(handle, start, 0, SHEBANG, 0);
    fs.closeSync(handle);
    return /^#!.*python/.test(start.toString("latin1", 0, length));
  } catch {
    return true;
  }
}

/** Linux reads as much of a script's first line. */
const SHEBANG = 256;

/** A folder that cannot be looked into has no files, and a check of it would find nothing wrong. */
function refuseClosed(given: string, real: string): void {
  try {
    fs.opendirSync(real).closeSync();
  } catch (error) {
    throw unreadable(given, error);
  }
}

function unreadable(given: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  const reason = code === "ENOENT" ? "there is no such file or directory" : `it cannot be read (${code})`;
  return new UserError(`${given}: ${reason}`);
}

/** A file that standard input stands for need not exist. */
function realOf(given: string, absolute: string, isStandIn: boolean): string {
  try {
    return fs.realpathSync.native(absolute);
  } catch (error) {
    if (isStandIn && codeOf(error) !== undefined) return absolute;
    throw unreadable(given, error);
  }
}

type Place = Pick<Named, "root" | "isLone" | "package" | "without">;

async function rootOf(real: string, isFile: boolean, listings: Listings): Promise<Place> {
  const folder = isFile ? path.dirname(real) : real;
  const whole = { isLone: false, package: undefined, without: [] };
  const top = findTop(folder);
  if (top !== undefined && (top === real || (await tracks(top, real, listings))))
    return { root: top, ...whole };
  const project = rootAbove(real);
  if (project !== undefined) return { root: project.directory, ...whole };
  const outermost = packageAround(folder);
  if (outermost === undefined)
    return {
      root: folder,
      isLone: isFile,
      package: undefined,
      without: isFile ? [] : repeatedBelow(folder),
    };
  return { root: path.dirname(outermost), isLone: false, package: path.basename(outermost), without: [] };
}

/** The outermost folder of the unbroken run of packages that a folder belongs to. */
function packageAround(folder: string): string | undefined {
  let found: string | undefined;
  for (let at = folder; fs.existsSync(path.join(at, "__init__.py")); at = path.dirname(at)) {
    if (at === path.dirname(at)) break;
    found = at;
  }
  return found;
}

/** Whether a work tree has files below a directory, or the file: an unpacked tree in an ignored folder has none. */
async function tracks(top: string, real: string, listings: Listings): Promise<boolean> {
  const { kind, paths } = await listings.of(top);
  const inside = path.relative(top, real).split(path.sep).join("/");
  return kind === "git" && paths.some((one) => one === inside || one.startsWith(`${inside}/`));
}

async function openTree(
  root: string,
  group: readonly Named[],
  at: string,
  stdin: StandIn | undefined,
  listings: Listings,
): Promise<CheckedTree> {
  const inTree = (real: string): string => path.relative(root, real).split(path.sep).join("/");
  const without = group.flatMap((one) => one.without.map((below) => `${inTree(below)}/`));
  const everything = await listGroup(root, group, listings);
  const isOwn = (one: string): boolean => !without.some((below) => one.startsWith(below));
  const listed = everything && {
    ...everything,
    paths: everything.paths.filter(isOwn),
    skipped: everything.skipped.filter((one) => isOwn(one.path)),
  };
  const instead = new Map<string, string>();
  const wanted = new Set<string>();
  for (const { given, real, isFile } of group) {
    const inside = inTree(real);
    if (isFile) wanted.add(inside);
    else
      for (const one of listed?.paths ?? [])
        if (one.endsWith(".py") && (inside === "" || one.startsWith(`${inside}/`))) wanted.add(one);
    if (stdin && given === stdin.file) instead.set(inside, stdin.text);
  }
  const paths = [...new Set([...(listed?.paths ?? []), ...wanted])].sort(compare);
  const [first] = group;
  const label = group.length === 1 && first?.real === root ? first.given : shownPath(root, at);
  const tree = directoryTree(root, { label });
  return {
    label,
    root,
    tree,
    sources: new TreeReader(tree, paths, instead, listed?.skipped),
    wanted: [...wanted].sort(compare),
    refused: listed?.refused,
    show: (file) => shownPath(path.join(root, file), at),
  };
}

/** What belongs to a tree of which some PATHs are named; undefined where only the PATHs themselves do. */
async function listGroup(
  root: string,
  group: readonly Named[],
  listings: Listings,
): Promise<FileList | undefined> {
  if (group.every((one) => one.isLone)) return undefined;
  const [first] = group;
  const name = first?.package;
  if (name === undefined || group.some((one) => one.package !== name)) return listings.of(root);
  const { paths, skipped, ...more } = await listings.of(path.join(root, name));
  return {
    ...more,
    paths: paths.map((one) => `${name}/${one}`),
    skipped: skipped.map((one) => ({ ...one, path: `${name}/${one.path}` })),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** From where the caller stands when it lies below, or as near as that; absolute otherwise. */
function shownPath(real: string, at: string): string {
  let here = at;
  try {
    here = fs.realpathSync.native(at);
  } catch {
    // A directory that is gone: paths are absolute then.
    return real;
  }
  if (real === here) return ".";
  return isWithin(here, real) ? path.relative(here, real).split(path.sep).join("/") : real;
}
