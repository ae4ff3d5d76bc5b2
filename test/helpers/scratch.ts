import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach } from "vitest";

const made: string[] = [];

afterEach(() => {
  for (const directory of made.splice(0)) fs.rmSync(directory, { recursive: true, force: true });
});

/** A new directory with these files in it, its real path; removed after the test. */
export function scratch(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const directory = fs.realpathSync.native(fs.mkdtempSync(path.join(os.tmpdir(), "osfix-test-")));
  made.push(directory);
  putFiles(directory, files);
  return directory;
}

/** Writes files below a directory, with the folders they need. */
export function putFiles(directory: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(directory, name)), { recursive: true });
    fs.writeFileSync(path.join(directory, name), content);
  }
}

/** All regular files below a directory with their text, `.git` left out. */
export function filesIn(directory: string): Readonly<Record<string, string>> {
  const entries = fs.readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const named = files.map((file) => [path.relative(directory, file), fs.readFileSync(file, "utf8")] as const);
  return Object.fromEntries(
    named.filter(([name]) => !name.startsWith(".git/")).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Runs as a user without privileges, also where the tests run as root, for whom no permission is ever denied. */
export async function unprivileged<T>(run: () => T | Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return run();
  process.setegid?.(65534);
  process.seteuid?.(65534);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}
