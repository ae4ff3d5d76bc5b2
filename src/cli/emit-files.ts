import fs from "node:fs";
import path from "node:path";
import {
  type OutputFile,
  replaceFiles,
  type WrittenFiles,
  writeOwnedDirectory,
} from "../emit/output-files.ts";
import type { PlannedPatches } from "../emit/planned-patches.ts";
import { UserError } from "../text/user-error.ts";
import { type Emitted, NOTHING } from "./emit-request.ts";

/** One text, to a file or to standard output. */
export function emitText(bytes: Uint8Array, output: string | undefined): Emitted {
  if (output === undefined) return { output: bytes, messages: [] };
  const file = { path: path.basename(output), bytes };
  const { written } = replaceFiles(path.dirname(output), [file]);
  return { output: NOTHING, messages: [`${output}: ${written.length > 0 ? "written" : "unchanged"}`] };
}

/** Of a tree that holds its patches nothing comes, and what an earlier run wrote of it is not to be lost. */
export function emitFiles(
  files: readonly OutputFile[],
  trees: readonly PlannedPatches[],
  output: string | undefined,
): Emitted {
  if (output === undefined) {
    throw new UserError("this format is a directory of files", { hint: "name a directory with --output" });
  }
  if (files.length === 0) {
    if (!fs.existsSync(output)) return { output: NOTHING, messages: [] };
    const held = trees.some(({ inTree }) => [...inTree.values()].some(Boolean));
    if (held) return { output: NOTHING, messages: [`${output}: stays as it is`] };
  }
  return { output: NOTHING, messages: report(output, writeOwnedDirectory(output, files)) };
}

/** How much of a directory was written, in a line. */
export function report(directory: string, done: WrittenFiles): readonly string[] {
  const count = (names: readonly string[], word: string): readonly string[] =>
    names.length === 0 ? [] : [`${names.length} ${word}`];
  const parts = [
    ...count(done.written, "written"),
    ...count(done.unchanged, "unchanged"),
    ...count(done.removed, "removed"),
  ];
  return [`${directory}: ${parts.join(", ") || "nothing to write"}`];
}
