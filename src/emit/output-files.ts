import fs from "node:fs";
import path from "node:path";
import { literally } from "../text/literally.ts";
import { codeOf, refusalOf } from "../text/system-error.ts";
import { UserError } from "../text/user-error.ts";
import { makeDirectory } from "./make-directory.ts";
import { recoverDirectory, swapDirectory } from "./swap-directory.ts";

/** A file to be written below an output directory. */
export interface OutputFile {
  /** From the output directory, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Text as an output file, in UTF-8. */
export function textFile(name: string, text: string): OutputFile {
  return { path: name, bytes: Buffer.from(text, "utf8") };
}

/** What became of the files of a directory, by path. */
export interface WrittenFiles {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Writes a set of files below a directory that osfix may own: all of them or none, also when it is killed, for the
 * directory is exchanged as a whole; where directories cannot be moved, file by file.
 *
 * Files that an earlier run left there and this one does not want are removed.
 *
 * @throws UserError when the directory holds files that are not osfix's, or another series' or project's, or cannot be
 *   written; nothing is changed then
 */
export function writeOwnedDirectory(directory: string, files: readonly OutputFile[]): WrittenFiles {
  const wanted = new Set(files.map((file) => file.path));
  recoverDirectory(directory);
  const present = listFiles(directory, "");
  const stale = present.filter((name) => !wanted.has(name));
  const ours = new Set(present.filter((name) => isOurs(fs.readFileSync(path.join(directory, name)))));
  const foreign = present.filter((name) => !ours.has(name) && !isSeriesOf(directory, name, ours));
  if (foreign.length > 0) throw foreignFiles(directory, foreign);
  refuseOtherOwners(directory, stale, files);
  const unchanged = files
    .filter((file) => holds(path.join(directory, file.path), file.bytes))
    .map((file) => file.path);
  const written = files.map((file) => file.path).filter((name) => !unchanged.includes(name));
  const done = { written, unchanged, removed: stale };
  if (written.length === 0 && stale.length === 0) return done;
  try {
    if (swapDirectory(directory, files)) return done;
  } catch (error) {
    throw unwritable(directory, error);
  }
  return replaceFiles(directory, files, stale);
}

function foreignFiles(directory: string, foreign: readonly string[]): UserError {
  const shown =
    foreign.slice(0, 5).join(", ") + (foreign.length > 5 ? `, and ${foreign.length - 5} more` : "");
  return new UserError(`${directory} holds files that osfix did not write: ${shown}`, {
    hint: "name an empty or new directory with --output",
  });
}

/** What every file of ours says about itself. */
const OURS = /^Semantic-Patch: |^# osfix[: ]/m;

/** Whether an earlier run of osfix wrote these bytes. */
export function isOurs(bytes: Uint8Array): boolean {
  return OURS.test(Buffer.from(bytes).toString("latin1"));
}

/** What a patch that an earlier run wrote says about itself; undefined for what it does not say. */
export interface PatchNames {
  readonly id: string | undefined;
  readonly series: string | undefined;
}

/** The names in a patch's bytes. */
export function namesIn(bytes: Uint8Array): PatchNames {
  const text = Buffer.from(bytes).toString("latin1");
  const field = (name: string): string | undefined =>
    new RegExp(`^${literally(name)}: (.*)$`, "m").exec(text)?.[1];
  return { id: field("Semantic-Patch"), series: field("Semantic-Patch-Series") };
}

/** The series and project that a patch is of, in words; undefined for what is no patch. */
function ownerOf(bytes: Uint8Array): string | undefined {
  const { id, series } = namesIn(bytes);
  return series === undefined ? undefined : `${series} for ${id?.split("/")[0] ?? "a project"}`;
}

/** Other patches of a series and project take the place of earlier ones; those of another one would be lost. */
function refuseOtherOwners(directory: string, stale: readonly string[], files: readonly OutputFile[]): void {
  const own = new Set(files.flatMap(({ bytes }) => ownerOf(bytes) ?? []));
  if (own.size === 0) return;
  for (const name of stale) {
    const owner = ownerOf(fs.readFileSync(path.join(directory, name)));
    if (owner === undefined || own.has(owner)) continue;
    throw new UserError(`${directory} holds patches of ${owner}, which would be lost`, {
      hint: "name another directory with --output, or give all trees in one call",
    });
  }
}

/** A `series` file cannot say whose it is (kolla reads comments as names), so its names must all be ours. */
function isSeriesOf(directory: string, name: string, ours: ReadonlySet<string>): boolean {
  if (path.posix.basename(name) !== "series") return false;
  const lines = fs.readFileSync(path.join(directory, name), "utf8").split("\n").filter(Boolean);
  return lines.every((line) => ours.has(path.posix.join(path.posix.dirname(name), line)));
}

function listFiles(directory: string, under: string): readonly string[] {
  const entries = readEntries(path.join(directory, under));
  return entries.flatMap((entry) => {
    const name = under === "" ? entry.name : `${under}/${entry.name}`;
    return entry.isDirectory() ? listFiles(directory, name) : [name];
  });
}

function readEntries(directory: string): readonly fs.Dirent[] {
  try {
    return fs.readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw unwritable(directory, error);
  }
}

/**
 * Replaces files in a directory, all of them or none: every new content is on disk under a temporary name before the
 * first rename, and renames are undone when one fails. Files with the wanted bytes are not touched.
 *
 * @throws UserError when something cannot be written
 */
export function replaceFiles(
  directory: string,
  files: readonly OutputFile[],
  remove: readonly string[] = [],
): WrittenFiles {
  const steps: Step[] = [];
  const made: string[] = [];
  const unchanged: string[] = [];
  try {
    for (const file of files) {
      const target = path.join(directory, file.path);
      if (holds(target, file.bytes)) unchanged.push(file.path);
      else steps.push(prepare(target, file.bytes, made));
    }
    for (const name of remove)
      steps.push({ target: path.join(directory, name), fresh: undefined, kept: undefined, done: false });
    commit(steps);
  } catch (error) {
    undo(steps, made);
    throw unwritable(directory, error);
  }
  for (const step of steps) if (step.kept) fs.rmSync(step.kept, { force: true });
  return {
    written: files.map((file) => file.path).filter((name) => !unchanged.includes(name)),
    unchanged,
    removed: remove,
  };
}

interface Step {
  readonly target: string;
  /** The new content under a temporary name; undefined to remove the target. */
  fresh: string | undefined;
  /** The old content under a temporary name, while it may still be wanted back. */
  kept: string | undefined;
  done: boolean;
}

function holds(target: string, bytes: Uint8Array): boolean {
  try {
    return fs.lstatSync(target).isFile() && fs.readFileSync(target).equals(bytes);
  } catch {
    return false;
  }
}

function prepare(target: string, bytes: Uint8Array, made: string[]): Step {
  const first = makeDirectory(path.dirname(target));
  if (first !== undefined) made.push(first);
  const old = fs.lstatSync(target, { throwIfNoEntry: false });
  if (old && !old.isFile()) throw new UserError(`${target} is not a regular file; it is not replaced`);
  if (old) fs.accessSync(target, fs.constants.W_OK);
  const fresh = `${target}.osfix-new-${process.pid}`;
  const fd = fs.openSync(fresh, "wx", old ? old.mode & 0o7777 : 0o666);
  const step: Step = { target, fresh, kept: undefined, done: false };
  try {
    fs.writeFileSync(fd, bytes);
    fs.fsyncSync(fd);
  } catch (error) {
    fs.rmSync(fresh, { force: true });
    throw error;
  } finally {
    fs.closeSync(fd);
  }
  return step;
}

/** At no moment is a replaced file missing: the old one gets a second name, then the new one takes its place. */
function commit(steps: readonly Step[]): void {
  for (const step of steps) {
    if (fs.lstatSync(step.target, { throwIfNoEntry: false })) {
      const kept = `${step.target}.osfix-old-${process.pid}`;
      fs.rmSync(kept, { force: true });
      fs.linkSync(step.target, kept);
      step.kept = kept;
    }
    if (step.fresh === undefined) fs.rmSync(step.target);
    else fs.renameSync(step.fresh, step.target);
    step.done = true;
  }
}

function undo(steps: readonly Step[], made: readonly string[]): void {
  for (const step of [...steps].reverse()) {
    if (step.fresh !== undefined && !step.done) fs.rmSync(step.fresh, { force: true });
    if (step.kept !== undefined) {
      fs.renameSync(step.kept, step.target);
      // Of two names of one file, a rename takes away neither (rename(2)).
      fs.rmSync(step.kept, { force: true });
    } else if (step.done) fs.rmSync(step.target, { force: true });
  }
  for (const directory of made) fs.rmSync(directory, { recursive: true, force: true });
}

const MISSING: Readonly<Record<string, string>> = {
  ENOENT: "a folder of the path is not there any more",
  EEXIST: "a part of the path is not a directory",
};

function unwritable(directory: string, error: unknown): unknown {
  const code = codeOf(error);
  if (error instanceof UserError || code === undefined) return error;
  const reason = refusalOf(error) ?? MISSING[code] ?? code;
  return new UserError(`cannot write to ${directory}: ${reason}`, { hint: "nothing was changed" });
}
