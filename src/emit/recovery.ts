import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../text/system-error.ts";
import { digestOf, type Journal, type JournalFile, journalPaths, newFile, readJournal } from "./journal.ts";
import { bytesAt } from "./prepare-write.ts";
import { clearTransaction, isRealDirectory, moveBack, moveIn, readFileState } from "./transaction.ts";
import { type Lock, releaseLock, TRANSACTION_DIRECTORY, takeLock } from "./transaction-lock.ts";

/** What `recoverTree` found and did. Paths are absolute. */
export type Recovery =
  /** Nothing was interrupted. */
  | { readonly kind: "clean" }
  /** The interrupted run's changes are all in place now, in all of its trees. */
  | { readonly kind: "finished"; readonly roots: readonly string[]; readonly files: readonly string[] }
  /** All of its trees are as they were before it. */
  | { readonly kind: "undone"; readonly roots: readonly string[]; readonly files: readonly string[] }
  /** Nothing was changed; `reasons` are sentences. */
  | { readonly kind: "stuck"; readonly reasons: readonly string[] };

/** Whether an interrupted or running osfix left its directory in the tree; one system call. */
export function isInterrupted(root: string): boolean {
  try {
    return fs.lstatSync(path.join(root, TRANSACTION_DIRECTORY), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Finishes or undoes what a killed osfix left in the tree, and in the other trees of the same call.
 *
 * When at least one file has its new bytes, the rest follows; else everything is undone. A file that somebody has
 * changed since is `stuck`: nothing is moved, and `discard` accepts the trees as they are. To be called before a
 * tree is read.
 */
export function recoverTree(
  root: string,
  more: { readonly evenFromElsewhere?: boolean; readonly discard?: boolean } = {},
): Recovery {
  if (!isInterrupted(root)) return { kind: "clean" };
  const locks: Extract<Lock, { kind: "held" }>[] = [];
  try {
    const roots = [root, ...otherRoots(root)].sort();
    for (const each of roots) {
      const lock = takeLock(each, more);
      if (lock.kind === "refused") return { kind: "stuck", reasons: [`${each}: ${lock.reason}`] };
      locks.push(lock);
    }
    if ([root, ...otherRoots(root)].sort().join("\0") !== roots.join("\0"))
      return { kind: "stuck", reasons: [`${root}: another osfix has just been here; run again`] };
    const journals = roots.flatMap((each): [string, Journal | "foreign"][] => {
      const journal = readJournal(each);
      return journal === undefined ? [] : [[each, journal]];
    });
    return recoverJournals(roots, journals, more.discard ?? false);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return { kind: "stuck", reasons: [`${root}: the interrupted run cannot be recovered (${code})`] };
  } finally {
    for (const lock of locks.reverse()) releaseLock(lock);
  }
}

/** The other trees of the transaction that are still there and hold a journal of it. */
function otherRoots(root: string): readonly string[] {
  const journal = readJournal(root);
  if (journal === undefined || journal === "foreign") return [];
  return journal.roots.filter((other) => {
    const found = other === root || !isRealDirectory(other) ? undefined : readJournal(other);
    return found !== undefined && found !== "foreign" && found.id === journal.id;
  });
}

interface Item {
  readonly root: string;
  readonly file: JournalFile;
}

function recoverJournals(
  roots: readonly string[],
  read: readonly [string, Journal | "foreign"][],
  discard: boolean,
): Recovery {
  const foreign = read.find(([, journal]) => journal === "foreign");
  if (foreign !== undefined) {
    const where = journalPaths(foreign[0]).directory;
    return {
      kind: "stuck",
      reasons: [`${where} was not made by this osfix; remove it when you know where it comes from`],
    };
  }
  const journals = read.flatMap(([root, journal]): [string, Journal][] =>
    journal === "foreign" ? [] : [[root, journal]],
  );
  const items = journals.flatMap(([root, journal]) => journal.files.map((file): Item => ({ root, file })));
  const aborted = roots.some((root) => fs.existsSync(journalPaths(root).abort));
  const states = items.map(({ root, file }) => readFileState(root, file));
  const files = items.map(({ root, file }) => path.join(root, file.path));
  const bad = items.filter((_, at) => states[at] === "foreign");
  if (bad.length > 0 && !discard) return { kind: "stuck", reasons: bad.map(foreignReason) };
  const forward = !aborted && states.includes("new");
  const stuck = discard
    ? []
    : items.flatMap((item, at) => (forward ? finish(item, states[at] === "new") : undo(item)));
  if (stuck.length > 0) return { kind: "stuck", reasons: stuck };
  for (const [root, journal] of journals) clearTransaction(root, journal);
  // A journal that was cut off while it was written has no files to clear.
  for (const root of roots) clearTransaction(root, { format: 1, id: "", roots, files: [] });
  return items.length === 0 ? { kind: "clean" } : { kind: forward ? "finished" : "undone", roots, files };
}

function foreignReason({ root, file }: Item): string {
  const kept =
    file.before === null
      ? ""
      : `; if the interrupted run had replaced it, its old bytes are in ${file.temporary}.old beside it`;
  return `${path.join(root, file.path)} was changed by another program after an osfix run was interrupted${kept}; to keep all files as they are, remove ${journalPaths(root).directory}`;
}

function finish({ root, file }: Item, isNew: boolean): readonly string[] {
  if (isNew) return [];
  try {
    if (file.after !== null && digestOf(bytesAt(newFile(root, file))) !== file.after)
      return [
        `${path.join(root, file.path)}: an interrupted run cannot be finished (its new bytes are gone)`,
      ];
    moveIn(root, file, null);
    return [];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [
      `${path.join(root, file.path)}: an interrupted run cannot be finished (${codeOf(error) ?? error.message})`,
    ];
  }
}

function undo({ root, file }: Item): readonly string[] {
  const reason = moveBack(root, file);
  return reason === undefined ? [] : [`${path.join(root, file.path)}: ${reason}`];
}
