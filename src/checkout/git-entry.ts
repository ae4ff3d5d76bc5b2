import { type FileRead, MAX_FILE_BYTES, type ProblemKind, sourceFrom } from "./source-file.ts";

/** An entry of a git tree. */
export interface GitEntry {
  /** Octal, as a tree object has it: `100644`, `100755`, `120000`, `40000`, `160000`. */
  readonly mode: string;
  /** The name of its object. */
  readonly name: string;
}

const OTHER_KINDS: Readonly<Record<string, string>> = {
  "40000": "a directory",
  "120000": "a symbolic link",
  "160000": "a submodule",
};

/** Whether the entry is a file that can be read; symbolic links are not followed. */
export function isFileEntry({ mode }: GitEntry): boolean {
  return OTHER_KINDS[mode] === undefined;
}

/**
 * Reads an entry of a revision.
 *
 * @param bytesOf the bytes of a blob; undefined where git has it not
 */
export function readEntry(
  path: string,
  entry: GitEntry | null | undefined,
  bytesOf: (blob: string) => Uint8Array | undefined,
): FileRead {
  const problem = (kind: ProblemKind, reason: string): FileRead => {
    return { kind: "problem", path, problem: kind, reason };
  };
  if (!entry) return problem("missing", "it is not in the revision");
  const other = OTHER_KINDS[entry.mode];
  if (other !== undefined) return problem("not-a-file", `it is ${other}, not a regular file`);
  const bytes = bytesOf(entry.name);
  if (bytes === undefined) return problem("unreadable", `git has not the object ${entry.name}`);
  if (bytes.length > MAX_FILE_BYTES) return problem("too-large", `it has ${bytes.length} bytes`);
  return sourceFrom(path, bytes, { mode: entry.mode === "100755" ? 0o755 : 0o644 });
}
