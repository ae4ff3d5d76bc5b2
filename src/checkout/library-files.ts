import fs from "node:fs";

/** The lines of a file below libraries/, which scripts/library-facts.js and scripts/service-options.js wrote. */
export function readLibraryLines(file: string): readonly string[] {
  return fs
    .readFileSync(new URL(`../../libraries/${file}`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
}
