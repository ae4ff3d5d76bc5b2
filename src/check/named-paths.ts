import fs from "node:fs";
import path from "node:path";
import { entryKind, isWithin } from "../checkout/directory-tree.ts";
import { type FileList, listFiles } from "../checkout/file-list.ts";
import { findTop } from "../checkout/git-facts.ts";
import { findProjectRoots, rootAbove } from "../checkout/project-roots.ts";
import { codeOf, unreadReason } from "../text/system-error.ts";
import { UserError } from "../text/user-error.ts";

/** What standard input holds, and which file it stands for. */
export interface StandIn {
  /** As the user named it. */
  readonly file: string;
  readonly text: string;
}

/** Each directory is listed once, however many of its files are named. */
export class Listings {
  private readonly known = new Map<string, Promise<FileList>>();

  of(root: string): Promise<FileList> {
    const listing = this.known.get(root) ?? listFiles(root);
    this.known.set(root, listing);
    return listing;
  }
}

/** What the PATHs of one call are understood by. */
export interface AskedPaths {
  /** What relative PATHs and shown paths are relative to. */
  readonly at: string;
  /** The directory that all PATHs are files of, where the user names it. */
  readonly root?: string | undefined;
  readonly stdin?: StandIn | undefined;
  readonly listings: Listings;
}

/** A PATH, and the tree that it belongs to. */
export interface Named {
  readonly given: string;
  readonly real: string;
  /** Real path of the tree's directory. */
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
 * What a PATH names. It belongs to the git work tree around it, else to the project around it; else it is a tree of its
 * own.
 *
 * @throws UserError for one that is neither a directory nor a Python file, or that lies outside of `--root`
 */
export async function nameOf(given: string, asked: AskedPaths): Promise<Named> {
  const { at, root, listings } = asked;
  const isStandIn = given === asked.stdin?.file;
  const absolute = path.resolve(at, given);
  const real = realOf(given, absolute, isStandIn);
  const stat = fs.statSync(real, { throwIfNoEntry: false });
  if (stat && !stat.isFile() && !stat.isDirectory())
    throw new UserError(`${given}: it is ${entryKind(stat)}`, { hint: "name a directory or a Python file" });
  const isFile = stat?.isDirectory() !== true;
  if (isStandIn && !isFile) throw new UserError(`--stdin-filename ${given}: it is a directory`);
  if (!isStandIn) refuseClosed(given, real, isFile);
  if (isFile && !isStandIn && !isPython(real))
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

/** A tree below a named folder, under the name that the user would have given it. */
export function namedBelow({ given, real }: Named, below: string): Named {
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

/** By its name, or by the first line of a script. */
function isPython(file: string): boolean {
  if (/\.py[iw]?$/.test(file)) return true;
  const start = Buffer.alloc(SHEBANG);
  const handle = fs.openSync(file, "r");
  const length = fs.readSync(handle, start, 0, SHEBANG, 0);
  fs.closeSync(handle);
  return /^#!.*python/.test(start.toString("latin1", 0, length));
}

/** Linux reads as much of a script's first line. */
const SHEBANG = 256;

/** A check of a folder that has no files since it is closed would find nothing wrong, and so of a closed file. */
function refuseClosed(given: string, real: string, isFile: boolean): void {
  try {
    if (isFile) fs.closeSync(fs.openSync(real, "r"));
    else fs.opendirSync(real).closeSync();
  } catch (error) {
    throw unreadable(given, error);
  }
}

function unreadable(given: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  // as findings and compilers write it
  const file = /^(.+?):\d+(?::\d+)?:?$/.exec(given)?.[1];
  const hint = file === undefined ? {} : { hint: `a PATH has no line: osfix check ${file}` };
  return new UserError(`${given}: ${unreadReason(code)}`, hint);
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

/** The outermost folder of the unbroken run of packages that a folder belongs to, up to where a project begins. */
function packageAround(folder: string): string | undefined {
  let found: string | undefined;
  for (let at = folder; fs.existsSync(path.join(at, "__init__.py")); at = path.dirname(at)) {
    if (at === path.dirname(at) || isProject(at)) break;
    found = at;
  }
  return found;
}

/** `__init__.py` stands beside a setup.cfg here and there, where nobody can load it. */
function isProject(folder: string): boolean {
  return ["setup.py", "setup.cfg", "pyproject.toml"].some((name) => fs.existsSync(path.join(folder, name)));
}

/** Whether a work tree has files below a directory, or the file: an unpacked tree in an ignored folder has none. */
async function tracks(top: string, real: string, listings: Listings): Promise<boolean> {
  const { kind, paths } = await listings.of(top);
  const inside = path.relative(top, real).split(path.sep).join("/");
  return kind === "git" && paths.some((one) => one === inside || one.startsWith(`${inside}/`));
}
