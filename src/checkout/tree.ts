import type { FileRead } from "./source-file.ts";

/**
 * A tree as read: a directory, or a git revision read from objects.
 *
 * Paths go from the root, with `/`, and neither start with `/` nor hold `.` or `..` parts; any other path is a
 * bug of the caller and throws a RangeError. All calls are synchronous.
 */
export interface Tree {
  readonly kind: "directory" | "revision";
  /** The real path of the directory, or `REPOSITORY@REVISION`. */
  readonly root: string;
  /** How messages call the tree: the path as the user gave it, as far as that was possible. */
  readonly label: string;
  /** Whether anything lies at the path: also a broken link or a FIFO, so that `read` can say what is wrong. */
  exists(path: string): boolean;
  /** Whether a directory lies at the path, links out of the tree not followed. The root is "". */
  isDirectory(path: string): boolean;
  /** Names in a directory, sorted by code unit; empty when it is missing or unreadable. The root is "". */
  list(directory: string): readonly string[];
  read(path: string): FileRead;
  /** Where the writer finds the file of that path, from the root: differs from the path for a lone file. */
  locate(path: string): string;
}

/** Throws unless `path` is a path as `Tree` takes it. */
export function checkRepoPath(path: string): void {
  const parts = path.split("/");
  if (path.includes("\0") || parts.some((part) => part === "" || part === "." || part === ".."))
    throw new RangeError(`not a path within a tree: ${JSON.stringify(path)}`);
}

/** Names in the order of their code units, whatever the locale. */
export function sortNames(names: Iterable<string>): readonly string[] {
  return [...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
