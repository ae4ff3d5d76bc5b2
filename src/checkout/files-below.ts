import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../text/system-error.ts";

/**
 * The files below a directory, from there with `/`, sorted: regular ones and links to such. No link to a directory is
 * entered, as two that lead back can be entered without end. Node.js' own recursive listing enters them.
 *
 * @throws what the system says of a directory that cannot be read
 */
export function filesBelow(directory: string): readonly string[] {
  const files: string[] = [];
  const open = [""];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const entry of fs.readdirSync(path.join(directory, at), { withFileTypes: true })) {
      const name = at === "" ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) open.push(name);
      else if (entry.isFile() || leadsToFile(entry, path.join(directory, name))) files.push(name);
    }
  return files.sort();
}

function leadsToFile(entry: fs.Dirent, file: string): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return fs.statSync(file).isFile();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return false;
  }
}
