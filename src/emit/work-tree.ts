import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../text/system-error.ts";
import type { TreeWrite, WriteProblem } from "./byte-change.ts";
import { digestOf, formatJournal, type Journal, type JournalFile, journalPaths, newFile } from "./journal.ts";
import { type PreparedFile, prepareFiles, sameBytes } from "./prepare-write.ts";
import { flush, reasonOf, StageError, stageFile } from "./stage-file.ts";
import { clearTransaction, moveBack, moveIn } from "./transaction.ts";
import { type Lock, releaseLock, takeLock } from "./transaction-lock.ts";

/** All files of all trees have their new bytes, or none has and `problems` says why. */
export type WriteOutcome =
  | {
      readonly kind: "written";
      readonly files: number;
      /** Files that had other names, which keep the old bytes. */
      readonly linked?: readonly Pick<WriteProblem, "root" | "path">[];
    }
  | {
      readonly kind: "refused";
      readonly problems: readonly WriteProblem[];
      /** Roots whose files could not all be put back; `recoverTree` does that. */
      readonly half?: readonly string[];
    };

type Held = Extract<Lock, { kind: "held" }>;

/**
 * Writes the changes of several trees: all of them or none, also when the process dies or the disk fills.
 *
 * New bytes go to temporary files beside their targets and are flushed; only then are they renamed into place, in one
 * go. A journal in each root lets `recoverTree` finish or undo what a killed process left (work-tree.rationale.md).
 * A file whose bytes are not `before` any more is a problem, not overwritten. Hard links are cut: other names keep the
 * old bytes. Symbolic links within the tree stay and their target is written.
 */
export async function writeTrees(writes: readonly TreeWrite[]): Promise<WriteOutcome> {
  const wanted = mergeByRoot(writes);
  if (wanted.length === 0) return { kind: "written", files: 0 };
  const locks: Held[] = [];
  try {
    for (const { root } of wanted) {
      const lock = takeLock(root);
      if (lock.kind === "refused") return refused([{ root, path: ".", reason: lock.reason }]);
      locks.push(lock);
      if (fs.existsSync(journalPaths(root).journal))
        return refused([
          { root, path: ".", reason: "an interrupted run left it half written; it must be recovered first" },
        ]);
    }
    const { files, problems } = prepareFiles(wanted);
    return problems.length > 0 ? refused(problems) : await transact(wanted, files);
  } finally {
    for (const lock of locks.reverse()) releaseLock(lock);
  }
}

function refused(problems: readonly WriteProblem[]): WriteOutcome {
  return { kind: "refused", problems };
}

/** One entry a root, in the order of their paths, so that two processes take locks in the same order. */
function mergeByRoot(writes: readonly TreeWrite[]): readonly TreeWrite[] {
  const byRoot = new Map<string, TreeWrite>();
  for (const { root, changes } of writes) {
    const effective = changes.filter((change) => !sameBytes(change.before, change.after));
    const earlier = byRoot.get(root)?.changes ?? [];
    if (effective.length > 0) byRoot.set(root, { root, changes: [...earlier, ...effective] });
  }
  return [...byRoot.values()].sort((a, b) => (a.root < b.root ? -1 : 1));
}

interface Planned {
  readonly file: PreparedFile;
  readonly entry: JournalFile;
}

async function transact(wanted: readonly TreeWrite[], files: readonly PreparedFile[]): Promise<WriteOutcome> {
  const id = randomBytes(8).toString("hex");
  const roots = wanted.map(({ root }) => root);
  const planned = files.map((file, at): Planned => {
    const temporary = `.osfix-${id}-${at}`;
    return {
      file,
      entry: { path: file.path, before: digestOf(file.before), after: digestOf(file.after), temporary },
    };
  });
  const journals = roots.map((root): [string, Journal] => {
    const own = planned.filter(({ file }) => file.root === root).map(({ entry }) => entry);
    return [root, { format: 1, id, roots, files: own }];
  });
  try {
    for (const [root, journal] of journals)
      fs.writeFileSync(journalPaths(root).journal, formatJournal(journal), { flag: "wx" });
    const staging = planned.map(({ file, entry }) => stageFile(file, newFile(file.root, entry)));
    await allSettled([...staging, ...roots.map((root) => flush(journalPaths(root).journal))]);
    await flushFolders(planned, roots);
  } catch (error) {
    clearAll(journals);
    return refused([stageProblem(roots[0] ?? "", error)]);
  }
  const outcome = commit(journals, planned);
  if (outcome.kind === "written") {
    // Every name is in place; should flushing them fail, the file system reports it at the next write as well.
    await flushFolders(planned, []).catch(() => undefined);
    clearAll(journals);
  }
  return outcome;
}

function stageProblem(root: string, error: unknown): WriteProblem {
  if (error instanceof StageError)
    return { root: error.file.root, path: error.file.path, reason: error.message };
  return { root, path: ".", reason: reasonOf(error) };
}

/** No await in here: between the first and the last rename nothing else of this process runs. */
function commit(journals: readonly [string, Journal][], planned: readonly Planned[]): WriteOutcome {
  let done = 0;
  try {
    for (const { file, entry } of planned) {
      moveIn(file.root, entry, file.stat);
      done++;
    }
    return { kind: "written", files: planned.length, ...linkedAmong(planned) };
  } catch (error) {
    return giveUp(journals, planned, done, error);
  }
}

function linkedAmong(
  planned: readonly Planned[],
): Pick<Extract<WriteOutcome, { kind: "written" }>, "linked"> {
  const linked = planned.filter(
    ({ file }) => file.stat !== null && file.stat.nlink > 1n && file.after !== null,
  );
  return linked.length === 0
    ? {}
    : { linked: linked.map(({ file: { root, path: name } }) => ({ root, path: name })) };
}

/** Undoes what was done and says why; what cannot be undone stays in the journal for the next run. */
function giveUp(
  journals: readonly [string, Journal][],
  planned: readonly Planned[],
  done: number,
  error: unknown,
): WriteOutcome {
  const failed = planned[done]?.file;
  const problems: WriteProblem[] = [
    { root: failed?.root ?? "", path: failed?.path ?? ".", reason: reasonOf(error) },
  ];
  if (done > 0) for (const [root] of journals) markAborted(root);
  for (const { file, entry } of planned.slice(0, done).reverse()) {
    const stuck = moveBack(file.root, entry);
    if (stuck !== undefined) problems.push({ root: file.root, path: file.path, reason: stuck });
  }
  if (problems.length > 1) return { kind: "refused", problems, half: journals.map(([root]) => root) };
  clearAll(journals);
  return refused(problems);
}

/** What cannot be cleared away the next run clears. */
function clearAll(journals: readonly [string, Journal][]): void {
  for (const [root, journal] of journals) {
    try {
      clearTransaction(root, journal);
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
    }
  }
}

/** From here on the next run undoes instead of finishing. A full disk must not keep us from undoing now. */
function markAborted(root: string): void {
  try {
    fs.writeFileSync(journalPaths(root).abort, "");
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  }
}

/** As Promise.all, but a failure waits for the others: nothing may still be made while it is cleared away. */
async function allSettled(work: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(work)) if (result.status === "rejected") throw result.reason;
}

async function flushFolders(planned: readonly Planned[], roots: readonly string[]): Promise<void> {
  const folders = planned.map(({ file }) => path.join(file.root, path.dirname(file.path)));
  const own = roots.map((root) => journalPaths(root).directory);
  await allSettled([...new Set([...folders, ...own, ...roots])].map(flush));
}
