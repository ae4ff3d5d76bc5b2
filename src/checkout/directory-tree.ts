import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../text/system-error.ts";
import {
  type FileRead,
  MAX_FILE_BYTES,
  type ProblemKind,
  type ReadProblem,
  sourceFrom,
} from "./source-file.ts";
import { checkRepoPath, sortNames, type Tree } from "./tree.ts";

/**
 * The tree of a directory. Nothing is read before it is asked for.
 *
 * `aliases` maps paths of the project to the names under which the files really lie (a lone file). Nothing but these is in
 * the tree then: what else lies in the directory does not belong to the project.
 */
export function directoryTree(
  directory: string,
  { label, aliases }: { readonly label?: string; readonly aliases?: ReadonlyMap<string, string> } = {},
): Tree {
  const root = fs.realpathSync.native(directory);
  const locate = (asked: string): string => aliases?.get(asked) ?? asked;
  const isHidden = (asked: string): boolean => aliases !== undefined && !aliases.has(asked);
  const entryOf = entryFinder();
  return {
    kind: "directory",
    root,
    label: label ?? directory,
    locate,
    exists: (asked) => !isHidden(asked) && entryExists(absolute(root, locate(asked))),
    isDirectory: (asked) =>
      asked === "" || (!isHidden(asked) && isDirectoryWithin(root, absolute(root, asked))),
    list: (asked) => (aliases ? [] : listNames(asked === "" ? root : absolute(root, asked))),
    read: (asked) =>
      isHidden(asked)
        ? problem(asked, "missing", "it is not there")
        : readWithin(root, asked, locate(asked), entryOf),
  };
}

/** Whether a real path is the root or lies below it. */
export function isWithin(root: string, real: string): boolean {
  return real === root || real.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
}

function absolute(root: string, asked: string): string {
  checkRepoPath(asked);
  return path.join(root, asked);
}

function entryExists(file: string): boolean {
  try {
    return fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // EACCES and ELOOP: something is there, and read() says what is wrong with it.
    return codeOf(error) !== "ENOTDIR" && codeOf(error) !== "ENAMETOOLONG";
  }
}

function isDirectoryWithin(root: string, file: string): boolean {
  try {
    return fs.statSync(file).isDirectory() && isWithin(root, fs.realpathSync.native(file));
  } catch {
    return false;
  }
}

function listNames(directory: string): readonly string[] {
  try {
    return sortNames(fs.readdirSync(directory));
  } catch {
    return [];
  }
}

/** An entry that may be read, links followed. */
interface Entry {
  readonly real: string;
  readonly stat: fs.Stats;
}

/**
 * Looks where files really lie. A folder's own place is asked for once, as it holds many files.
 *
 * That takes a name to be as it is written: elsewhere than on Linux the system may know the file by other capitals.
 */
function entryFinder(): (file: string) => Entry {
  const folders = new Map<string, string>();
  const followed = (file: string): Entry => {
    const real = fs.realpathSync.native(file);
    return { real, stat: fs.lstatSync(real) };
  };
  if (process.platform !== "linux") return followed;
  return (file) => {
    const stat = fs.lstatSync(file);
    if (stat.isSymbolicLink()) return followed(file);
    const folder = path.dirname(file);
    let real = folders.get(folder);
    if (real === undefined) {
      real = fs.realpathSync.native(folder);
      folders.set(folder, real);
    }
    return { real: path.join(real, path.basename(file)), stat };
  };
}

function readWithin(
  root: string,
  asked: string,
  located: string,
  entryOf: (file: string) => Entry,
): FileRead {
  const file = absolute(root, located);
  try {
    const entry = entryOf(file);
    if (!isWithin(root, entry.real))
      return problem(asked, "link-outside", `it is a symbolic link out of the tree, to ${entry.real}`);
    const realPath = path.relative(root, entry.real).split(path.sep).join("/");
    // On a file system that ignores case another spelling opens the same file; a patch must not be made for it.
    if (realPath !== located && realPath.toLowerCase() === located.toLowerCase())
      return problem(asked, "missing", `it is not there, but ${realPath} is; names differ in case`);
    return readRegular(entry, asked, realPath);
  } catch (error) {
    return problemOf(asked, file, error);
  }
}

/** Looks before it opens, because opening a FIFO or a device may block or do something. */
function readRegular({ real, stat: before }: Entry, asked: string, realPath: string): FileRead {
  if (!before.isFile()) return problem(asked, "not-a-file", `it is ${entryKind(before)}, not a regular file`);
  if (before.size > MAX_FILE_BYTES) return tooLarge(asked, before.size);
  const fd = fs.openSync(real, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW | fs.constants.O_NONBLOCK);
  try {
    const stat = fs.fstatSync(fd);
    if (!stat.isFile()) return problem(asked, "not-a-file", `it is ${entryKind(stat)}, not a regular file`);
    const bytes = readAtMost(fd, stat.size);
    if (bytes === undefined) return tooLarge(asked, stat.size);
    return sourceFrom(asked, bytes, { realPath, mode: stat.mode & 0o7777 });
  } finally {
    fs.closeSync(fd);
  }
}

/** A file may grow while it is read (or claim size 0, as in /proc); undefined past the limit. */
function readAtMost(fd: number, expected: number): Uint8Array | undefined {
  let buffer = Buffer.allocUnsafeSlow(Math.min(expected, MAX_FILE_BYTES) + 1);
  let length = 0;
  for (;;) {
    const got = fs.readSync(fd, buffer, length, buffer.length - length, null);
    length += got;
    // the size that was told, and no more although there was room for it: another call would only say so
    if (got === 0 || (length === expected && length < buffer.length)) return buffer.subarray(0, length);
    if (length > MAX_FILE_BYTES) return undefined;
    if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.alloc(Math.max(65_536, length))]);
  }
}

function tooLarge(asked: string, size: number): ReadProblem {
  const limit = MAX_FILE_BYTES / 1024 / 1024;
  return problem(asked, "too-large", `it has ${size} bytes; osfix reads files of at most ${limit} MiB`);
}

/** What an entry is, as an English noun with its article. */
export function entryKind(stat: fs.Stats): string {
  if (stat.isFile()) return "a regular file";
  if (stat.isDirectory()) return "a directory";
  if (stat.isSymbolicLink()) return "a symbolic link";
  if (stat.isFIFO()) return "a FIFO";
  if (stat.isSocket()) return "a socket";
  return "a device";
}

function problem(asked: string, kind: ProblemKind, reason: string): ReadProblem {
  return { kind: "problem", path: asked, problem: kind, reason };
}

function problemOf(asked: string, file: string, error: unknown): ReadProblem {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return missing(asked, file);
    case "ELOOP":
      return problem(asked, "link-loop", "its symbolic links go round in a circle");
    case "EACCES":
    case "EPERM":
      return problem(asked, "unreadable", "it may not be read (permission denied)");
    case undefined:
      throw error;
    default:
      return problem(asked, "unreadable", `it cannot be read (${codeOf(error)})`);
  }
}

function missing(asked: string, file: string): ReadProblem {
  if (isLink(file))
    return problem(asked, "dangling-link", "it is a symbolic link to something that does not exist");
  const wanted = path.basename(file).toLowerCase();
  const sibling = listNames(path.dirname(file)).find((name) => name.toLowerCase() === wanted);
  const hint = sibling === undefined ? "" : `, but ${sibling} is; names differ in case`;
  return problem(asked, "missing", `it is not there${hint}`);
}

function isLink(file: string): boolean {
  try {
    return fs.lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}
