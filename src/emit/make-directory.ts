import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../text/system-error.ts";

/**
 * Makes a directory and those above it that are not there.
 *
 * Node's own way (`recursive`) never ends where a file system refuses one with ENOENT though its parent is there: an
 * automounted folder, `/proc`.
 *
 * @returns the first that was made; undefined when all were there
 * @throws what the file system throws
 */
export function makeDirectory(directory: string, mode?: number): string | undefined {
  if (isDirectory(directory)) return undefined;
  const above = path.dirname(directory);
  const first = above === directory ? undefined : makeDirectory(above, mode);
  try {
    fs.mkdirSync(directory, { mode });
  } catch (error) {
    // Another process may have been quicker.
    if (codeOf(error) !== "EEXIST" || !isDirectory(directory)) throw error;
    return first;
  }
  return first ?? directory;
}

function isDirectory(directory: string): boolean {
  return fs.statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true;
}
