import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../text/system-error.ts";
import { makeDirectory } from "./make-directory.ts";
import type { OutputFile } from "./output-files.ts";

/**
 * Puts a directory with these files in the place of `directory`, which they replace as a whole.
 *
 * The new directory is complete beside the old one before anything is moved; then the old one gives way and the new one
 * takes its place. Who is killed leaves the old or the new files, or for the moment between two renames the old ones
 * under the name beside, from where `recoverDirectory` brings them back: never some of each. Files that have the wanted
 * bytes stay the same files.
 *
 * @returns false where directories cannot be moved here (a parent that may not be written, a mount point, the directory
 * that the caller works in); nothing was changed then
 * @throws what the file system throws when the files cannot be written; nothing was changed then
 */
export function swapDirectory(directory: string, files: readonly OutputFile[]): boolean {
  const old = realDirectory(directory);
  const place = old ?? path.resolve(directory);
  if (old !== undefined && isWorkedIn(old)) return false;
  const [fresh, aside] = [beside(place, "new"), beside(place, "old")];
  let made: string | undefined;
  try {
    made = makeDirectory(path.dirname(place));
    fs.mkdirSync(fresh);
  } catch (error) {
    if (made !== undefined) fs.rmSync(made, { recursive: true, force: true });
    if (cannotMove(error)) return false;
    throw error;
  }
  try {
    fill(fresh, old, files);
    exchange(place, fresh, old === undefined ? undefined : aside);
  } catch (error) {
    fs.rmSync(fresh, { recursive: true, force: true });
    if (made !== undefined) fs.rmSync(made, { recursive: true, force: true });
    if (old !== undefined && cannotMove(error)) return false;
    throw error;
  }
  fs.rmSync(aside, { recursive: true, force: true });
  return true;
}

/** Brings back what a killed swap has put aside, and removes what it had made. */
export function recoverDirectory(directory: string): void {
  const place = realDirectory(directory) ?? path.resolve(directory);
  const [parent, name] = [path.dirname(place), path.basename(place)];
  for (const entry of entriesOf(parent)) {
    const [, kind, pid] = /\.osfix-(new|old)-(\d+)$/.exec(entry) ?? [];
    if (kind === undefined || !entry.startsWith(`${name}.osfix-`) || isAlive(Number(pid))) continue;
    const left = path.join(parent, entry);
    if (kind === "old" && !fs.existsSync(place)) fs.renameSync(left, place);
    else fs.rmSync(left, { recursive: true, force: true });
  }
}

function beside(place: string, kind: "new" | "old"): string {
  return `${place}.osfix-${kind}-${process.pid}`;
}

function realDirectory(directory: string): string | undefined {
  try {
    return fs.realpathSync.native(directory);
  } catch {
    return undefined;
  }
}

/** A shell or a program that stands in a directory would go on in one that nobody sees any more. */
function isWorkedIn(directory: string): boolean {
  const inside = path.relative(directory, fs.realpathSync.native(process.cwd()));
  return !inside.startsWith("..") && !path.isAbsolute(inside);
}

function fill(fresh: string, old: string | undefined, files: readonly OutputFile[]): void {
  if (old !== undefined) likeFolder(fresh, old);
  for (const { path: name, bytes } of files) {
    const target = path.join(fresh, name);
    const before = old === undefined ? undefined : path.join(old, name);
    makeDirectory(path.dirname(target));
    if (before !== undefined && holds(before, bytes)) fs.linkSync(before, target);
    else writeWhole(target, bytes, before);
  }
}

/** The same mode and owner, so that whoever could write there still can. */
function likeFolder(fresh: string, old: string): void {
  const [is, was] = [fs.statSync(fresh), fs.statSync(old)];
  if (is.uid !== was.uid || is.gid !== was.gid) fs.chownSync(fresh, was.uid, was.gid);
  fs.chmodSync(fresh, was.mode & 0o7777);
}

function writeWhole(target: string, bytes: Uint8Array, before: string | undefined): void {
  const old = before === undefined ? undefined : fs.lstatSync(before, { throwIfNoEntry: false });
  const fd = fs.openSync(target, "wx", old?.isFile() ? old.mode & 0o7777 : 0o666);
  try {
    fs.writeFileSync(fd, bytes);
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

function holds(file: string, bytes: Uint8Array): boolean {
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true && fs.readFileSync(file).equals(bytes);
}

function exchange(place: string, fresh: string, aside: string | undefined): void {
  if (aside === undefined) {
    fs.renameSync(fresh, place);
    return;
  }
  fs.renameSync(place, aside);
  try {
    fs.renameSync(fresh, place);
  } catch (error) {
    fs.renameSync(aside, place);
    throw error;
  }
}

/** What says that directories are not to be moved here; a full or broken disk says something else. */
function cannotMove(error: unknown): boolean {
  return ["EACCES", "EPERM", "EROFS", "EBUSY", "EXDEV", "EMLINK", "ENOTSUP", "ENOSYS"].includes(
    codeOf(error) ?? "",
  );
}

function entriesOf(directory: string): readonly string[] {
  try {
    return fs.readdirSync(directory);
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
