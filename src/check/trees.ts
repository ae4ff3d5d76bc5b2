import fs from "node:fs";
import path from "node:path";
import { directoryTree, isWithin } from "../checkout/directory-tree.ts";
import { type FileList, untrackedPython } from "../checkout/file-list.ts";
import { sortNames, type Tree } from "../checkout/tree.ts";
import { type AskedPaths, Listings, type Named, namedBelow, nameOf, type StandIn } from "./named-paths.ts";
import { TreeReader } from "./tree-reader.ts";

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
  /** Python files below named directories that git does not track; they are not checked, and belong to no tree. */
  readonly untracked: Promise<readonly string[]>;
  /** The path at which the caller finds a file of the tree. */
  show(path: string): string;
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
  const asked: AskedPaths = { at, root: more.root, stdin: more.stdin, listings: new Listings() };
  const names = [...paths, ...(more.stdin ? [more.stdin.file] : [])];
  const given = await Promise.all(names.map((name) => nameOf(name, asked)));
  const named = given.flatMap((one) => [one, ...one.without.map((below) => namedBelow(one, below))]);
  const roots = [...new Set(named.map((one) => one.root))];
  const trees = await Promise.all(
    roots.map((root) =>
      openTree(
        root,
        named.filter((one) => one.root === root),
        asked,
      ),
    ),
  );
  // A folder that only holds other trees is none itself.
  const holders = new Set(named.filter((one) => one.without.length > 0).map((one) => one.root));
  return trees.filter((tree) => !holders.has(tree.root) || tree.wanted.length > 0);
}

async function openTree(root: string, group: readonly Named[], asked: AskedPaths): Promise<CheckedTree> {
  const { at, stdin, listings } = asked;
  const inTree = (real: string): string => path.relative(root, real).split(path.sep).join("/");
  const others = group.flatMap(({ without }) => without.map((below) => `${inTree(below)}/`));
  const listed = withoutFolders(await listGroup(root, group, listings), others);
  const held = listed?.paths ?? [];
  const wanted = new Set(group.flatMap((one) => meantBy(one, inTree(one.real), held)));
  const paths = sortNames(new Set([...held, ...wanted]));
  const instead = new Map(
    group.flatMap(({ given, real }) =>
      stdin && given === stdin.file ? [[inTree(real), stdin.text] as const] : [],
    ),
  );
  const [first] = group;
  const label = group.length === 1 && first?.real === root ? first.given : shownPath(root, at);
  const tree = directoryTree(root, { label });
  return {
    label,
    root,
    tree,
    sources: new TreeReader(tree, paths, instead, listed?.skipped),
    wanted: sortNames(wanted),
    refused: listed?.refused,
    untracked:
      listed?.kind === "git"
        ? untrackedIn(
            root,
            group.filter((one) => !one.isFile).map(({ real }) => inTree(real)),
            wanted,
          )
        : NONE,
    show: (file) => shownPath(path.join(root, file), at),
  };
}

const NONE: Promise<readonly string[]> = Promise.resolve([]);

/** Asked while the tree is checked: nothing else waits for it. */
async function untrackedIn(
  root: string,
  folders: readonly string[],
  wanted: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (folders.length === 0) return [];
  const isBelow = (one: string): boolean =>
    folders.some((folder) => folder === "" || one.startsWith(`${folder}/`));
  return (await untrackedPython(root)).filter((one) => isBelow(one) && !wanted.has(one));
}

/** The files that a PATH means: itself, or the Python files below it. */
function meantBy({ isFile }: Named, inside: string, listed: readonly string[]): readonly string[] {
  if (isFile) return [inside];
  const below = inside === "" ? "" : `${inside}/`;
  return listed.filter((one) => one.endsWith(".py") && one.startsWith(below));
}

function withoutFolders(listed: FileList | undefined, folders: readonly string[]): FileList | undefined {
  const isOwn = (one: string): boolean => !folders.some((folder) => one.startsWith(folder));
  return (
    listed && {
      ...listed,
      paths: listed.paths.filter(isOwn),
      skipped: listed.skipped.filter(({ path: one }) => isOwn(one)),
    }
  );
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
