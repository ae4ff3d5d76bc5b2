import { blobName } from "../checkout/git-facts.ts";
import { type LineCounts, unifiedDiff } from "../text/unified-diff.ts";
import { UserError } from "../text/user-error.ts";

type FileMode = "100644" | "100755";

/** A file before and after, as the bytes on disk; null where it does not exist. */
export interface FileBytes {
  /** From the tree's root, with `/`. */
  readonly path: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
  /** Kept as it is: a patch never changes a mode. */
  readonly mode: FileMode;
}

/** Stands in an `index` line for a file that does not exist. */
export const NO_BLOB: string = "0".repeat(40);

/** What one concrete patch does to one file. */
export interface FilePatch extends LineCounts {
  readonly path: string;
  readonly kind: "change" | "create" | "delete";
  readonly mode: FileMode;
  readonly beforeId: string;
  readonly afterId: string;
  /** From the first `@@` on, as latin-1 decoded bytes. */
  readonly hunks: string;
}

/**
 * The patch of one file; undefined when nothing changes.
 *
 * @throws UserError for content that git would show as binary, and for a new empty file, which dpkg-source and quilt drop
 */
export function patchFile(file: FileBytes): FilePatch | undefined {
  const [before, after] = [latin1(file.before), latin1(file.after)];
  const kind = file.before === null ? "create" : file.after === null ? "delete" : "change";
  if (kind === "change" && before === after) return undefined;
  if (looksBinary(before) || looksBinary(after))
    throw unfit(file.path, "it holds NUL bytes, so git calls it binary");
  if (before === after) throw unfit(file.path, "an empty file has no hunk to say so");
  return {
    path: file.path,
    kind,
    mode: file.mode,
    beforeId: file.before === null ? NO_BLOB : blobName(file.before),
    afterId: file.after === null ? NO_BLOB : blobName(file.after),
    ...unifiedDiff(before, after),
  };
}

function latin1(bytes: Uint8Array | null): string {
  return bytes === null ? "" : Buffer.from(bytes).toString("latin1");
}

/** git's own test: a NUL among the first 8000 bytes. */
function looksBinary(text: string): boolean {
  return text.slice(0, 8000).includes("\0");
}

function unfit(path: string, reason: string): UserError {
  return new UserError(`${path} cannot be written as a patch`, { hint: reason });
}

/** How paths stand in a patch: `a/` and `b/` for `-p1`, or a folder put in front for `-p0`. */
export type PathStyle = { readonly kind: "p1" } | { readonly kind: "p0"; readonly under: string };

/** The file's part of a patch as `git diff --full-index` prints it, as latin-1 decoded bytes. */
export function formatFilePatch(file: FilePatch, style: PathStyle): string {
  const [before, after] = [pathIn(file.path, style, "a/"), pathIn(file.path, style, "b/")];
  const lines = [`diff --git ${before} ${after}`];
  if (file.kind === "create") lines.push(`new file mode ${file.mode}`);
  if (file.kind === "delete") lines.push(`deleted file mode ${file.mode}`);
  lines.push(`index ${file.beforeId}..${file.afterId}${file.kind === "change" ? ` ${file.mode}` : ""}`);
  lines.push(`--- ${file.kind === "create" ? "/dev/null" : tabAfterBlank(before)}`);
  lines.push(`+++ ${file.kind === "delete" ? "/dev/null" : tabAfterBlank(after)}`);
  return `${lines.join("\n")}\n${file.hunks}`;
}

/** git ends a name that holds a blank with a tab, so that `patch` does not take the rest for a date. */
function tabAfterBlank(path: string): string {
  return path.includes(" ") ? `${path}\t` : path;
}

function pathIn(path: string, style: PathStyle, letter: "a/" | "b/"): string {
  return quotePath(style.kind === "p1" ? `${letter}${path}` : `${style.under}${path}`);
}

const ESCAPES: Readonly<Record<number, string>> = {
  7: "a",
  8: "b",
  9: "t",
  10: "n",
  11: "v",
  12: "f",
  13: "r",
  34: '"',
  92: "\\",
};

/** As git quotes names (core.quotePath): in C style when a byte is a control, a quote, a backslash or above 127. */
export function quotePath(path: string): string {
  const bytes = Buffer.from(path, "utf8");
  const plain = bytes.every((byte) => byte >= 32 && byte < 127 && byte !== 34 && byte !== 92);
  if (plain) return path;
  const quoted = Array.from(bytes, (byte) => {
    const letter = ESCAPES[byte];
    if (letter) return `\\${letter}`;
    return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, "0")}`;
  });
  return `"${quoted.join("")}"`;
}
