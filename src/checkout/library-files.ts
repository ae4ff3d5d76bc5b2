import fs from "node:fs";
import { codeOf } from "../text/system-error.ts";
import { UserError } from "../text/user-error.ts";

/**
 * The lines of a file below libraries/, which scripts/library-facts.js, scripts/library-messages.js,
 * scripts/service-options.js and scripts/standard-signatures.js wrote.
 *
 * @throws UserError where somebody took osfix' code without the files beside it
 */
export function readLibraryLines(file: string): readonly string[] {
  const url = new URL(`../../libraries/${file}`, import.meta.url);
  try {
    return fs.readFileSync(url, "utf8").trimEnd().split("\n");
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    throw new UserError(`${url.pathname} is not there: a part of osfix itself is missing`, {
      hint: "dist/, libraries/, patches/ and rules/ belong together: install the package as a whole",
    });
  }
}
