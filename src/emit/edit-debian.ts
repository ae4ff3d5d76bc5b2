import fs from "node:fs";
import path from "node:path";
import { blobName } from "../checkout/git-facts.ts";
import { UserError } from "../text/user-error.ts";
import { isOursAt, type PlannedFiles, readText, refuseForeign } from "./edit-spec.ts";
import { NO_BLOB } from "./file-patch.ts";
import { textFile } from "./output-files.ts";
import { namePatches, type SeriesChoices, type TreePatches } from "./series-formats.ts";

/** Which patches are to go into which Debian source package. */
export interface DebianRequest {
  /** A source package's root, or its `debian` folder. */
  readonly directory: string;
  readonly tree: TreePatches;
  readonly choices: SeriesChoices;
}

/**
 * `debian/patches` with ours after the distribution's own. The same request on the result changes nothing.
 *
 * The patches must have been made from the tree with the distribution's patches applied, as `dpkg-source -x` leaves it;
 * a tree that says otherwise is refused, because `dpkg-source` applies nothing at all, without a word, when the first
 * patch does not fit.
 *
 * @throws UserError when it is no source package in the format 3.0 (quilt), when the patches were made from other files,
 * or when names are taken
 */
export function planDebianEdit(request: DebianRequest): PlannedFiles {
  const debian = findDebian(request.directory);
  refuseOtherFormats(debian);
  refuseOtherFiles(path.dirname(debian), request.tree);
  const patches = path.join(debian, "patches");
  const seriesFile = path.join(patches, "series");
  const text = fs.existsSync(seriesFile) ? readText(seriesFile) : "";
  const names = patchNames(text);
  const own = names.filter((name) => isOursAt(path.join(patches, name)));
  refuseUnapplied(
    debian,
    names.filter((name) => !own.includes(name)),
  );
  const named = namePatches("debian", request.tree, request.choices);
  for (const { name } of named) refuseForeign(path.join(patches, name));
  const wanted = named.map(({ name }) => name);
  const files = named.map(({ name, bytes }) => ({ path: `patches/${name}`, bytes }));
  const remove = own.filter((name) => !wanted.includes(name)).map((name) => `patches/${name}`);
  const series = wanted.join("\n") === own.join("\n") ? text : appendNames(withoutNames(text, own), wanted);
  return { directory: debian, files: [...files, textFile("patches/series", series)], remove, notes: [] };
}

function findDebian(given: string): string {
  const found = [path.join(given, "debian"), given].find((folder) =>
    fs.existsSync(path.join(folder, "changelog")),
  );
  if (found !== undefined) return found;
  throw new UserError(`${given} is no Debian source package: it has no debian/changelog`, {
    hint: "name the unpacked source package, or its debian folder",
  });
}

function refuseOtherFormats(debian: string): void {
  const file = path.join(debian, "source", "format");
  const format = fs.existsSync(file) ? readText(file).trim() : "1.0";
  if (format === "3.0 (quilt)") return;
  throw new UserError(`the source package's format is ${format}; it applies no patch series`, {
    at: { file },
    hint: "only 3.0 (quilt) has debian/patches/series",
  });
}

/** The first patch of each file must start from the file that lies in the source package. */
function refuseOtherFiles(root: string, tree: TreePatches): void {
  const seen = new Set<string>();
  for (const file of tree.patches.flatMap((patch) => patch.files)) {
    if (seen.has(file.path)) continue;
    seen.add(file.path);
    const there = path.join(root, file.path);
    const id = fs.existsSync(there) ? blobName(fs.readFileSync(there)) : NO_BLOB;
    if (id === file.beforeId) continue;
    const hint = `name ${root} as the tree`;
    throw new UserError(`${file.path} in the source package is not the file that the patches are made from`, {
      hint,
    });
  }
}

/** The names in a `series` file: the first word of a line, comments left out, as dpkg-source and quilt read it. */
function patchNames(series: string): readonly string[] {
  return series.split("\n").flatMap((line) => /^\s*([^\s#]+)/.exec(line)?.[1] ?? []);
}

function refuseUnapplied(debian: string, foreign: readonly string[]): void {
  const file = path.join(path.dirname(debian), ".pc", "applied-patches");
  const applied = fs.existsSync(file) ? patchNames(readText(file)) : [];
  const missing = foreign.filter((name) => !applied.includes(name));
  if (missing.length === 0) return;
  throw new UserError(`the distribution's own patches are not applied: ${missing.slice(0, 3).join(", ")}`, {
    at: { file },
    hint: "run `dpkg-source --before-build .` in the source package first",
  });
}

function withoutNames(text: string, names: readonly string[]): string {
  const lines = text.split(/(?<=\n)/);
  return lines.filter((line) => !names.includes(patchNames(line)[0] ?? "")).join("");
}

function appendNames(text: string, names: readonly string[]): string {
  const start = text === "" || text.endsWith("\n") || names.length === 0 ? text : `${text}\n`;
  return start + names.map((name) => `${name}\n`).join("");
}
