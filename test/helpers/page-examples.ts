import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { examplesOf } from "../../src/check/page-examples.ts";

/** The examples of all rules' pages, in the order of the pages' names. */
export function allPageExamples(root: string): ReturnType<typeof examplesOf> {
  const folder = join(root, "rules");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .sort()
    .flatMap((page) => examplesOf(readFileSync(join(folder, page), "utf8")));
}
