import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { checkRepoPath } from "../checkout/tree.ts";
import { TRANSACTION_DIRECTORY } from "./transaction-lock.ts";

/** One file of a transaction. Hashes are SHA-256 in hex, null where the file does not exist. */
export interface JournalFile {
  /** The real file, from the root: no symbolic link is on the way. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  /** The name beside the file under which its new bytes wait, and the old ones are kept, until all are in place. */
  readonly temporary: string;
}

/** What a transaction does to one tree; written before anything else is. */
export interface Journal {
  readonly format: 1;
  readonly id: string;
  /** The real paths of all trees of the transaction, this one included. */
  readonly roots: readonly string[];
  readonly files: readonly JournalFile[];
}

const JOURNAL = "journal.json";
const ABORT = "abort";

/** Hash of a file's bytes; null for no file. */
export function digestOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : createHash("sha256").update(bytes).digest("hex");
}

/** Where the new bytes of a file wait before they take its place. */
export function newFile(root: string, file: JournalFile): string {
  return path.join(root, path.dirname(file.path), `${file.temporary}.new`);
}

/** Where the old file is kept until all new ones are in place. */
export function oldFile(root: string, file: JournalFile): string {
  return path.join(root, path.dirname(file.path), `${file.temporary}.old`);
}

/** The text of a journal as it is written. */
export function formatJournal(journal: Journal): string {
  return `${JSON.stringify(journal, null, 1)}\n`;
}

/** The files of a tree's transaction directory. */
export function journalPaths(root: string): {
  readonly directory: string;
  readonly journal: string;
  readonly abort: string;
} {
  const directory = path.join(root, TRANSACTION_DIRECTORY);
  return { directory, journal: path.join(directory, JOURNAL), abort: path.join(directory, ABORT) };
}

/**
 * The journal of an interrupted transaction; undefined when there is none, or when it was cut off while it was
 * written, which is before any file of the tree was touched.
 *
 * The tree may come from a stranger: a journal that names anything outside of it, or anything but osfix's own
 * temporary names, is `foreign`.
 */
export function readJournal(root: string): Journal | "foreign" | undefined {
  const { journal } = journalPaths(root);
  const stat = fs.lstatSync(journal, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (!stat.isFile() || stat.size > 16 * 1024 * 1024) return "foreign";
  const text = fs.readFileSync(journal, "utf8");
  // The last byte written is the newline: without it the writer did not get to the next step.
  if (!text.endsWith("}\n")) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return isJournal(parsed) ? parsed : "foreign";
  } catch {
    return "foreign";
  }
}

function isJournal(value: unknown): value is Journal {
  if (typeof value !== "object" || value === null) return false;
  const { format, id, roots, files } = value as Partial<Record<keyof Journal, unknown>>;
  if (format !== 1 || typeof id !== "string" || !/^[0-9a-f]{16}$/.test(id)) return false;
  if (!Array.isArray(roots) || !roots.every((root) => typeof root === "string" && path.isAbsolute(root)))
    return false;
  return Array.isArray(files) && files.every((file) => isJournalFile(file, id));
}

function isJournalFile(value: unknown, id: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  const file = value as Partial<Record<keyof JournalFile, unknown>>;
  if (typeof file.path !== "string" || !isHash(file.before) || !isHash(file.after)) return false;
  checkRepoPath(file.path);
  return typeof file.temporary === "string" && new RegExp(`^\\.osfix-${id}-\\d+$`).test(file.temporary);
}

function isHash(value: unknown): boolean {
  return value === null || (typeof value === "string" && /^[0-9a-f]{64}$/.test(value));
}
