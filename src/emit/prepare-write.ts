import fs from "node:fs";
import path from "node:path";
import { entryKind, isWithin } from "../checkout/directory-tree.ts";
import { checkRepoPath } from "../checkout/tree.ts";
import { codeOf } from "../text/system-error.ts";
import type { ByteChange, TreeWrite, WriteProblem } from "./byte-change.ts";

/** A change whose target was found, looked at and found writable. */
export interface PreparedFile {
  readonly root: string;
  /** The real file, from the root: where a link within the tree leads to. */
  readonly path: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
  /** What the old file is, for the last look before it is replaced; null for a new file. */
  readonly stat: fs.BigIntStats | null;
}

/**
 * Finds the real target of every change and checks that it may and can be written; changes nothing.
 *
 * The same file named twice (through a link, or by two trees of one directory) is written once when both
 * want the same bytes, and is a problem otherwise.
 */
export function prepareFiles(writes: readonly TreeWrite[]): {
  readonly files: readonly PreparedFile[];
  readonly problems: readonly WriteProblem[];
} {
  const files = new Map<string, PreparedFile>();
  const problems: WriteProblem[] = [];
  for (const { root, changes } of writes) {
    for (const change of changes) {
      const prepared = prepareFile(root, change);
      const known = typeof prepared === "string" ? undefined : files.get(path.join(root, prepared.path));
      if (typeof prepared === "string") problems.push({ root, path: change.path, reason: prepared });
      else if (known !== undefined && !sameBytes(known.after, prepared.after))
        problems.push({
          root,
          path: change.path,
          reason: "it is the same file as another one that is changed otherwise",
        });
      else files.set(path.join(root, prepared.path), known ?? prepared);
    }
  }
  return { files: [...files.values()], problems };
}

/** The bytes that lie at a path now, or null; never opens anything but a regular file. */
export function bytesAt(file: string): Uint8Array | null {
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  return stat?.isFile() ? fs.readFileSync(file) : null;
}

/** Whether two contents are equal; null equals null only. */
export function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}

function prepareFile(root: string, change: ByteChange): PreparedFile | string {
  checkRepoPath(change.path);
  try {
    return change.before === null ? prepareNew(root, change) : prepareOld(root, change, change.before);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return writeReason(code);
  }
}

function prepareNew(root: string, change: ByteChange): PreparedFile | string {
  const file = path.join(root, change.path);
  const folder = fs.realpathSync.native(path.dirname(file));
  if (!isWithin(root, folder)) return `its directory is a symbolic link out of the tree, to ${folder}`;
  if (!fs.statSync(folder).isDirectory()) return "its directory is not one";
  const closed = closedFolder(folder);
  if (closed !== undefined) return closed;
  const real = path.join(folder, path.basename(file));
  const there = fs.lstatSync(real, { throwIfNoEntry: false });
  if (there !== undefined) return `it should be new, but ${entryKind(there)} is there`;
  return { root, path: fromRoot(root, real), before: null, after: change.after, stat: null };
}

function prepareOld(root: string, change: ByteChange, before: Uint8Array): PreparedFile | string {
  const file = path.join(root, change.path);
  const real = fs.realpathSync.native(file);
  if (!isWithin(root, real)) return `it is a symbolic link out of the tree, to ${real}`;
  // A link that is to be deleted would leave its target, or lose it: neither is what the change says.
  if (change.after === null && real !== file)
    return "it is reached through a symbolic link, so it is not deleted";
  const stat = fs.lstatSync(real, { bigint: true });
  if (!stat.isFile()) return "it is not a regular file";
  if ((stat.mode & 0o222n) === 0n) return "it is read-only";
  fs.accessSync(real, fs.constants.W_OK);
  const closed = closedFolder(path.dirname(real));
  if (closed !== undefined) return closed;
  const user = process.geteuid?.() ?? 0;
  if (user !== 0 && stat.uid !== BigInt(user))
    return `it belongs to another user (uid ${stat.uid}), who would lose it`;
  if (!sameBytes(bytesAt(real), before)) return "it has changed since it was read";
  return { root, path: fromRoot(root, real), before, after: change.after, stat };
}

/** Why nothing can be put into a folder; undefined when it may be written. */
function closedFolder(folder: string): string | undefined {
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return folderReason(code);
  }
}

/** As `writeReason`, where it was the folder that did not take the file. */
export function folderReason(code: string): string {
  return writeReason(code).replace(/^it may/, "its directory may");
}

function fromRoot(root: string, real: string): string {
  return path.relative(root, real).split(path.sep).join("/");
}

/** A failed system call as a clause about the file. */
export function writeReason(code: string): string {
  switch (code) {
    case "ENOENT":
      return "it, or its directory, is not there any more";
    case "EACCES":
    case "EPERM":
      return "it may not be written (permission denied)";
    case "EROFS":
      return "it may not be written (read-only file system)";
    case "ENOSPC":
      return "there is no space left on its file system";
    case "EDQUOT":
      return "your quota on its file system is used up";
    case "EIO":
      return "its disk reports an error (EIO)";
    case "EMFILE":
    case "ENFILE":
      return "too many files are open (ulimit -n shows the limit)";
    case "ETXTBSY":
    case "EBUSY":
      return "it is in use by a running program";
    case "EEXIST":
      return "it should be new, but another program has just made it";
    default:
      return `it cannot be written (${code})`;
  }
}
