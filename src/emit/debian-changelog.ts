import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { UserError } from "../text/user-error.ts";
import { splitAddress } from "./message.ts";
import { type OutputFile, textFile } from "./output-files.ts";
import type { RunTool } from "./outside-tool.ts";

/**
 * `debian/changelog` with an entry made by `dch`, in a copy; undefined when its top entry says all of it already.
 *
 * The version gets a local suffix (`+osfix1`), so that the distribution's next upload sorts above it.
 *
 * @throws UserError when `dch` is missing or refuses
 */
export function planDebianChangelog(
  debian: string,
  lines: readonly string[],
  author: string,
  run: RunTool,
): OutputFile | undefined {
  const text = fs.readFileSync(path.join(debian, "changelog"), "utf8");
  const top = text.split(/^ -- /m)[0]?.replace(/\s+/g, " ") ?? "";
  if (lines.every((line) => top.includes(line.replace(/\s+/g, " ")))) return undefined;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-dch-"));
  try {
    const copy = path.join(folder, "changelog");
    fs.writeFileSync(copy, text);
    const { name, mail } = splitAddress(author);
    const env = { DEBFULLNAME: name, DEBEMAIL: mail, HOME: folder, LC_ALL: "C.UTF-8" };
    lines.forEach((line, at) => {
      const how = at === 0 ? ["--local", "+osfix"] : ["--append"];
      const args = [
        // dch wants it first.
        "--no-conf",
        "--changelog",
        copy,
        "--no-auto-nmu",
        "--check-dirname-level",
        "0",
        ...how,
        "--",
        line,
      ];
      const result = run("dch", args, { cwd: folder, env });
      if (result.status !== 0) throw refused(result.status, result.output);
    });
    return textFile("changelog", fs.readFileSync(copy, "utf8"));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function refused(status: number | undefined, output: string): UserError {
  if (status === undefined)
    return new UserError("dch is not installed", { hint: "it is in Debian's package devscripts" });
  return new UserError(`dch failed with status ${status}`, { frame: output.trim() });
}
