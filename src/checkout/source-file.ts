import { decodeSource, type Encoding } from "./encoding.ts";

/** The largest file that is read; Python modules that people write are smaller by two orders of magnitude and more. */
export const MAX_FILE_BYTES: number = 4 * 1024 * 1024;

/** A Python file as read. */
export interface SourceFile {
  readonly kind: "source";
  /** As asked for, from the tree's root, with `/`. */
  readonly path: string;
  /** Where the bytes lie, from the tree's root: differs from `path` when a symbolic link within the tree is on the way. */
  readonly realPath: string;
  readonly bytes: Uint8Array;
  /** Without the byte order mark; offsets of all later rooms count in it. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Permission bits. */
  readonly mode: number;
}

/** What is wrong with a path that gave no text. */
export type ProblemKind =
  | "missing"
  | "not-a-file"
  | "unreadable"
  | "unreadable-folder"
  | "too-large"
  | "link-outside"
  | "dangling-link"
  | "link-loop"
  | "not-python"
  | "undecodable";

/** Why a path gave no text. `reason` is a clause that follows "PATH: ". */
export interface ReadProblem {
  readonly kind: "problem";
  readonly path: string;
  readonly problem: ProblemKind;
  readonly reason: string;
}

/** What reading one path of a tree gives; reading never throws for what lies in the tree. */
export type FileRead = SourceFile | ReadProblem;

/** Makes the source file of bytes that are at hand. */
export function sourceFrom(
  path: string,
  bytes: Uint8Array,
  more: { realPath?: string; mode?: number } = {},
): FileRead {
  const decoded = decodeSource(bytes);
  if (decoded.kind === "failed")
    return { kind: "problem", path, problem: decoded.cause, reason: decoded.reason };
  const { text, encoding } = decoded;
  return {
    kind: "source",
    path,
    realPath: more.realPath ?? path,
    bytes,
    text,
    encoding,
    mode: more.mode ?? 0o644,
  };
}
