import fs from "node:fs";
import path from "node:path";
import { blobName } from "../checkout/git-facts.ts";
import { UserError } from "../text/user-error.ts";
import { keptNote, noneNote, type PlannedFiles, readText } from "./edit-spec.ts";
import { NO_BLOB } from "./file-patch.ts";
import { textFile } from "./output-files.ts";
import { areApplied, isOursAt, type PatchesOnTree, refuseForeign } from "./own-patches.ts";
import { namePatches, type SeriesChoices } from "./series-formats.ts";

/** Which patches are to go into which Debian source package. */
export interface DebianRequest {
  /** A source package's root, or its `debian` folder. */
  readonly directory: string;
  readonly tree: PatchesOnTree;
  readonly choices: SeriesChoices;
}

/**
 * `debian/patches` with ours after the distribution's own. The same request on the result changes nothing.
 *
 * The patches must have been made from the tree with the distribution's patches applied, as `dpkg-source -x` leaves it;
 * a tree that says otherwise is refused, because `dpkg-source` applies nothing at all, without a word, when the first
 * patch does not fit. Patches of an earlier run that are applied there too stay, and new ones follow them.
 *
 * @throws UserError when it is no source package in the format 3.0 (quilt), when the patches were made from other files,
 * or when names are taken
 */
export function planDebianEdit(request: DebianRequest): PlannedFiles {
  const { series } = request.choices;
  const debian = findDebian(request.directory);
  refuseOtherFormats(debian);
  refuseOtherFiles(path.dirname(debian), request.tree);
  const patches = path.join(debian, "patches");
  const text = readSeries(patches);
  const names = patchNames(text);
  const own = names.filter((name) => isOursAt(path.join(patches, name), series));
  refuseUnapplied(
    debian,
    names.filter((name) => !own.includes(name)),
  );
  const kept = appliedOf(debian, own, request.tree);
  const named = namePatches("debian", request.tree, request.choices);
  const wanted = named.map(({ name }) => name);
  for (const name of wanted) refuseForeign(path.join(patches, name), series);
  const files = named.map(({ name, bytes }) => ({ path: `patches/${name}`, bytes }));
  const replaced = own.filter((name) => !kept.includes(name));
  const remove = replaced.filter((name) => !wanted.includes(name)).map((name) => `patches/${name}`);
  const list =
    wanted.join("\n") === replaced.join("\n") ? text : appendNames(withoutNames(text, replaced), wanted);
  const changed = names.length > 0 || wanted.length > 0 ? [textFile("patches/series", list)] : [];
  return { directory: debian, files: [...files, ...changed], remove, notes: keptNote(kept.length, debian) };
}

/**
 * `debian/patches` without the patches of a series.
 *
 * @throws UserError when it is no source package, or its code has them applied: dpkg-source would take the code for changed
 */
export function planDebianRemoval(directory: string, series: string): PlannedFiles {
  const debian = findDebian(directory);
  const patches = path.join(debian, "patches");
  const text = readSeries(patches);
  const own = patchNames(text).filter((name) => isOursAt(path.join(patches, name), series));
  const applied = appliedPatches(debian) ?? [];
  const first = own.find((name) => applied.includes(name));
  if (first !== undefined)
    throw new UserError(`${first} is applied in the source package`, {
      at: { file: appliedList(debian) },
      hint: "take it out of the code with `quilt pop` first",
    });
  const left = withoutNames(text, own);
  const files = own.length > 0 && left !== "" ? [textFile("patches/series", left)] : [];
  const remove = own.map((name) => `patches/${name}`);
  if (own.length > 0 && left === "") remove.push("patches/series");
  return { directory: debian, files, remove, notes: noneNote(own.length, debian, series) };
}

function readSeries(patches: string): string {
  const file = path.join(patches, "series");
  return fs.existsSync(file) ? readText(file) : "";
}

/**
 * The source package's root, of it or of its `debian` folder.
 *
 * @throws UserError when it is no source package
 */
export function sourceRoot(given: string): string {
  return path.dirname(findDebian(given));
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
function refuseOtherFiles(root: string, tree: PatchesOnTree): void {
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

/** The patches that quilt or dpkg-source has applied; undefined where neither keeps a list. */
function appliedPatches(debian: string): readonly string[] | undefined {
  const file = appliedList(debian);
  return fs.existsSync(file) ? patchNames(readText(file)) : undefined;
}

function appliedList(debian: string): string {
  return path.join(path.dirname(debian), ".pc", "applied-patches");
}

function refuseUnapplied(debian: string, foreign: readonly string[]): void {
  const applied = appliedPatches(debian) ?? [];
  const missing = foreign.filter((name) => !applied.includes(name));
  if (missing.length === 0) return;
  throw new UserError(`the distribution's own patches are not applied: ${missing.slice(0, 3).join(", ")}`, {
    at: { file: appliedList(debian) },
    hint: "run `dpkg-source --before-build .` in the source package first",
  });
}

/**
 * Those of our earlier patches that are applied in the source package.
 *
 * @throws UserError when the list says so and the code does not
 */
function appliedOf(debian: string, own: readonly string[], tree: PatchesOnTree): readonly string[] {
  const list = appliedPatches(debian);
  const applied = own.filter((name) => list?.includes(name) ?? true);
  const isIn = areApplied(
    applied.map((name) => path.join(debian, "patches", name)),
    tree.inTree,
  );
  if (isIn) return applied;
  if (list === undefined || applied.length === 0) return [];
  throw new UserError(`${applied[0]} is listed as applied, and the code is not as it leaves it`, {
    at: { file: appliedList(debian) },
    hint: "take patches out with `quilt pop`, not with osfix revert, or unpack the source package anew",
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
