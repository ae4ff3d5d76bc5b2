import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { codeOf } from "../text/system-error.ts";
import { writeReason } from "./prepare-write.ts";

/** The directory in a tree's root that exists while osfix writes, and after a crash until the next run. */
export const TRANSACTION_DIRECTORY = ".osfix-transaction";

/** The transaction directory is ours, or somebody else's; `reason` is a clause. */
export type Lock =
  | { readonly kind: "held"; readonly root: string; readonly own: string }
  | { readonly kind: "refused"; readonly root: string; readonly reason: string };

/**
 * Takes the lock of a tree, or says who has it; never waits.
 *
 * A lock is a symbolic link `owner-N` whose target names the process: made in one step with its content, and exclusive.
 * When the owner is dead, the next number is taken, so that of two who find a dead owner only one goes on.
 * `evenFromElsewhere` takes it also from a process of another machine or container, whose life cannot be seen from here.
 */
export function takeLock(root: string, more: { readonly evenFromElsewhere?: boolean } = {}): Lock {
  const directory = path.join(root, TRANSACTION_DIRECTORY);
  const refused = (reason: string): Lock => ({ kind: "refused", root, reason });
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      makeDirectory(directory);
      const last = ownersIn(directory).at(-1);
      const state = last === undefined ? "none" : stateOf(last.process);
      if (last !== undefined && state === "alive")
        return refused(`another osfix (process ${pidOf(last.process)}) is writing`);
      if (last !== undefined && state === "elsewhere" && !more.evenFromElsewhere)
        return refused(
          `an osfix on another machine or in another container (${last.process}) is or was writing; when it is over, remove ${last.file}`,
        );
      const own = path.join(directory, `owner-${(last?.number ?? 0) + 1}`);
      signAs(own, thisProcess());
      if (last === undefined || readOwner(last.file) === last.process) return { kind: "held", root, own };
      // The dead owner's directory was cleared and taken anew between our two looks: that owner goes first.
      fs.rmSync(own, { force: true });
    } catch (error) {
      const code = codeOf(error);
      if (code === "EEXIST" || code === "ENOENT") continue;
      if (code === undefined) throw error;
      return refused(lockReason(code));
    }
  }
  return refused("another osfix keeps taking and leaving it");
}

/** Gives the lock back and removes the directory, when nothing else is in it. */
export function releaseLock(lock: Lock & { kind: "held" }): void {
  const directory = path.dirname(lock.own);
  try {
    for (const owner of ownersIn(directory))
      if (owner.file !== lock.own) fs.rmSync(owner.file, { force: true });
    fs.rmSync(lock.own, { force: true });
    fs.rmdirSync(directory);
  } catch (error) {
    // A journal is still in it, or the disk went away: the next run finds a dead owner.
    if (codeOf(error) === undefined) throw error;
  }
}

function makeDirectory(directory: string): void {
  try {
    fs.mkdirSync(directory, 0o700);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    if (!fs.lstatSync(directory).isDirectory())
      throw Object.assign(new Error(directory), { code: "ENOTDIR" });
  }
}

function lockReason(code: string): string {
  if (code === "ENOTDIR") return `${TRANSACTION_DIRECTORY} in it is not a directory`;
  if (code === "EACCES" || code === "EPERM") return "its directory may not be written (permission denied)";
  if (code === "EROFS") return "its file system is read-only";
  if (code === "ENOSPC") return "its file system is full";
  return `its lock cannot be taken: ${writeReason(code)}`;
}

interface Owner {
  readonly file: string;
  readonly number: number;
  readonly process: string;
}

function ownersIn(directory: string): readonly Owner[] {
  return fs
    .readdirSync(directory)
    .flatMap((name) => {
      const number = /^owner-(\d+)$/.exec(name)?.[1];
      const file = path.join(directory, name);
      return number === undefined ? [] : [{ file, number: Number(number), process: readOwner(file) ?? "" }];
    })
    .sort((a, b) => a.number - b.number);
}

/** Exclusive, and with its content from the start; but for file systems without symbolic links. */
function signAs(own: string, text: string): void {
  try {
    fs.symlinkSync(text, own);
  } catch (error) {
    if (!["EPERM", "ENOTSUP", "ENOSYS"].includes(codeOf(error) ?? "")) throw error;
    fs.writeFileSync(own, text, { flag: "wx" });
  }
}

function readOwner(file: string): string | undefined {
  try {
    return fs.readlinkSync(file);
  } catch (error) {
    return codeOf(error) === "EINVAL" ? readText(file) : undefined;
  }
}

/** `PID:START:NAMESPACE:BOOT:HOST`; parts that this system does not tell are empty. */
function thisProcess(): string {
  return `${process.pid}:${startOf(process.pid)}:${place()}`;
}

function place(): string {
  const boot = readText("/proc/sys/kernel/random/boot_id").slice(0, 8);
  const namespace = /\d+/.exec(readOwner("/proc/self/ns/pid") ?? "")?.[0] ?? "";
  return `${namespace}:${boot}:${os.hostname()}`;
}

function pidOf(owner: string): number {
  return Number(owner.split(":")[0]);
}

function stateOf(owner: string): "alive" | "dead" | "elsewhere" {
  const [pid = "", start = "", ...where] = owner.split(":");
  if (!/^\d+$/.test(pid)) return "elsewhere";
  if (where.join(":") !== place())
    return where[1] !== place().split(":")[1] && where[2] === os.hostname() ? "dead" : "elsewhere";
  if (start !== "" && startOf(Number(pid)) !== start) return "dead";
  try {
    process.kill(Number(pid), 0);
    return "alive";
  } catch (error) {
    return codeOf(error) === "EPERM" ? "alive" : "dead";
  }
}

/** When a process started, in clock ticks since boot: tells it from a later one with the same number. */
function startOf(pid: number): string {
  const stat = readText(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
}
