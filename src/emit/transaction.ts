import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../text/system-error.ts";
import { digestOf, type Journal, type JournalFile, journalPaths, newFile, oldFile } from "./journal.ts";
import { bytesAt, writeReason } from "./prepare-write.ts";

/** What a file of a journal is now. `foreign`: neither the old nor the new bytes, somebody else has written it. */
export type FileState = "old" | "new" | "foreign";

/** Reads the file to tell its state. */
export function readFileState(root: string, file: JournalFile): FileState {
  const now = digestOf(bytesAt(path.join(root, file.path)));
  return now === file.after ? "new" : now === file.before ? "old" : "foreign";
}

/**
 * Puts the new bytes of one file in its place; the old file is kept beside it until `clearTransaction`.
 *
 * `seen` is what the file was when it was read: another inode, size or time is an error, and nothing was moved.
 */
export function moveIn(root: string, file: JournalFile, seen: fs.BigIntStats | null): void {
  const target = path.join(root, file.path);
  // Since the target was looked at, a directory on the way may have become a link out of the tree.
  if (!isRealDirectory(path.dirname(target))) throw new Error("its directory has been replaced meanwhile");
  if (file.before === null) {
    placeNew(newFile(root, file), target);
    return;
  }
  keepOld(target, oldFile(root, file), file.before);
  if (seen !== null && !isSame(fs.lstatSync(target, { bigint: true }), seen))
    throw new Error("it has changed since it was read");
  if (file.after === null) fs.unlinkSync(target);
  else fs.renameSync(newFile(root, file), target);
}

function isSame(now: fs.BigIntStats, seen: fs.BigIntStats): boolean {
  return (
    now.ino === seen.ino && now.dev === seen.dev && now.size === seen.size && now.mtimeNs === seen.mtimeNs
  );
}

/** A link fails when the name is taken, a rename would overwrite; it is for file systems without hard links. */
function placeNew(staged: string, target: string): void {
  try {
    fs.linkSync(staged, target);
  } catch (error) {
    if (!hasNoLinks(error)) throw error;
    if (fs.lstatSync(target, { throwIfNoEntry: false }) !== undefined)
      throw Object.assign(new Error(), { code: "EEXIST" });
    fs.renameSync(staged, target);
  }
}

/** A second name for the old file; a copy where the file system has no hard links. */
function keepOld(target: string, old: string, digest: string): void {
  // Left by an interrupted run: a link is the file itself, a copy may have been cut off.
  if (digestOf(bytesAt(old)) === digest) return;
  fs.rmSync(old, { force: true });
  try {
    fs.linkSync(target, old);
  } catch (error) {
    if (!hasNoLinks(error)) throw error;
    fs.copyFileSync(target, old, fs.constants.COPYFILE_EXCL);
  }
}

function hasNoLinks(error: unknown): boolean {
  return ["EPERM", "ENOTSUP", "ENOSYS", "EMLINK"].includes(codeOf(error) ?? "");
}

/** Puts the old file back; returns why not, or undefined. A file that somebody else has written stays. */
export function moveBack(root: string, file: JournalFile): string | undefined {
  const target = path.join(root, file.path);
  try {
    if (!isRealDirectory(path.dirname(target))) return "its directory has been replaced meanwhile";
    const state = readFileState(root, file);
    if (state === "old") return undefined;
    if (state === "foreign") return "another program has changed it meanwhile; it was left as it is";
    if (file.before === null) fs.unlinkSync(target);
    else if (digestOf(bytesAt(oldFile(root, file))) !== file.before)
      return "the copy of the old file is not whole";
    else fs.renameSync(oldFile(root, file), target);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return `the old file could not be put back: ${writeReason(code)}`;
  }
}

/** Removes what a finished or undone transaction needed. The journal goes before the mark that it was aborted. */
export function clearTransaction(root: string, journal: Journal): void {
  for (const file of journal.files) {
    if (!isRealDirectory(path.join(root, path.dirname(file.path)))) continue;
    fs.rmSync(newFile(root, file), { force: true });
    fs.rmSync(oldFile(root, file), { force: true });
  }
  const paths = journalPaths(root);
  fs.rmSync(paths.journal, { force: true });
  fs.rmSync(paths.abort, { force: true });
}

/** A directory that no symbolic link leads to; other failures of the file system are thrown. */
export function isRealDirectory(directory: string): boolean {
  try {
    return fs.realpathSync.native(directory) === directory && fs.lstatSync(directory).isDirectory();
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "ELOOP"].includes(codeOf(error) ?? "")) return false;
    throw error;
  }
}
