import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { blobName } from "../checkout/git-facts.ts";

interface Entry {
  readonly mode: "100644" | "100755" | "120000" | "40000";
  readonly name: string;
  readonly id: string;
}

/**
 * The id git gives to a tree of these files: two directories have one hash exactly when their files, modes and links
 * are the same. Empty directories do not count, as in git; `except` leaves out names at the top, whatever they are.
 *
 * Reads every file; linear in their bytes.
 */
export function hashTree(directory: string, except: readonly string[] = []): string {
  return treeId(directory, except) ?? createHash("sha1").update("tree 0\0").digest("hex");
}

function treeId(directory: string, except: readonly string[]): string | undefined {
  const entries = fs
    .readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !except.includes(entry.name))
    .flatMap((entry) => entryOf(directory, entry) ?? [])
    .sort((a, b) => Buffer.compare(sortKey(a), sortKey(b)));
  if (entries.length === 0) return undefined;
  const parts = entries.flatMap(({ mode, name, id }) => [
    Buffer.from(`${mode} ${name}\0`),
    Buffer.from(id, "hex"),
  ]);
  const body = Buffer.concat(parts);
  return createHash("sha1").update(`tree ${body.length}\0`).update(body).digest("hex");
}

/** git sorts a directory as if its name ended with a slash. */
function sortKey(entry: Entry): Buffer {
  return Buffer.from(entry.mode === "40000" ? `${entry.name}/` : entry.name);
}

function entryOf(directory: string, entry: fs.Dirent): Entry | undefined {
  const { name } = entry;
  const file = path.join(directory, name);
  if (entry.isSymbolicLink())
    return { mode: "120000", name, id: blobName(Buffer.from(fs.readlinkSync(file))) };
  if (entry.isDirectory()) {
    const id = treeId(file, []);
    return id === undefined ? undefined : { mode: "40000", name, id };
  }
  if (!entry.isFile()) return undefined;
  const executable = (fs.statSync(file).mode & 0o100) !== 0;
  return { mode: executable ? "100755" : "100644", name, id: blobName(fs.readFileSync(file)) };
}
