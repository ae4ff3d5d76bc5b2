import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach } from "vitest";
import { filesBelow } from "../../src/checkout/files-below.ts";

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
  const named = filesBelow(directory)
    .filter((name) => !name.startsWith(".git/") && !fs.lstatSync(path.join(directory, name)).isSymbolicLink())
    .map((name) => [name, fs.readFileSync(path.join(directory, name), "utf8")] as const);
  return Object.fromEntries(named);
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
