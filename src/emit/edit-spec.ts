import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../text/system-error.ts";
import { UserError } from "../text/user-error.ts";
import { type OutputFile, textFile } from "./output-files.ts";
import { areApplied, isOursAt, type PatchesOnTree, refuseForeign } from "./own-patches.ts";
import { type NamedPatch, namePatches, type SeriesChoices } from "./series-formats.ts";
import { firstPatchNumber, keepOwn, readSpec, writeSpec } from "./spec-file.ts";
import { addChangelogEntry, bumpRelease, isBumped, type SpecEdit } from "./spec-release.ts";

/** Which patches are to go into which spec file, and how. */
export interface SpecRequest {
  /** The spec file; its folder takes the patches, or SOURCES beside its folder SPECS, where `rpmbuild` looks. */
  readonly file: string;
  readonly tree: PatchesOnTree;
  readonly choices: SeriesChoices;
  /** The number of the first patch; undefined to let the spec file decide. */
  readonly startNumber: number | undefined;
  readonly bumpRelease: boolean;
  /** `Name <mail>` and the day of a %changelog entry; undefined for none. */
  readonly changelog: { readonly author: string; readonly day: number } | undefined;
}

/** Files to be replaced in a folder, and what the user should know. Nothing is written by making it. */
export interface PlannedFiles {
  readonly directory: string;
  readonly files: readonly OutputFile[];
  readonly remove: readonly string[];
  readonly notes: readonly string[];
}

/**
 * The spec file with its patches declared, and the patches beside it. The same request on the result changes nothing.
 *
 * Patches of an earlier run that the tree holds stay, and new ones follow them.
 *
 * @throws UserError when the spec file cannot be edited, or a patch would take the name of a file that is not ours
 */
export function planSpecEdit(request: SpecRequest): PlannedFiles {
  const { series } = request.choices;
  const { directory, specs, sources } = placesOf(request.file);
  const place = (name: string): string => path.join(directory, sources + name);
  const text = readText(request.file);
  const read = readSpec(request.file, text, series);
  const own = read.own.map(({ name }) => place(name));
  const spec = areApplied(own, request.tree.inTree) ? keepOwn(read) : read;
  const first = firstPatchNumber(spec, request.tree.patches.length, request.startNumber);
  const named = namePatches("rpm", request.tree, request.choices, first);
  const files = named.map(({ name, bytes }) => ({ path: sources + name, bytes }));
  for (const { name } of named) refuseForeign(place(name), series);
  const wanted = new Set([...spec.kept, ...named].map(({ name }) => name));
  const remove = spec.own
    .filter(({ name }) => !wanted.has(name) && isOursAt(place(name), series))
    .map(({ name }) => sources + name);
  const declared = writeSpec(spec, series, named);
  const changed = declared !== text || remove.length > 0 || files.some((file) => !sameBytes(directory, file));
  const edit =
    named.length === 0 ? { text: declared, notes: [] } : release(request, declared, changed, named);
  return {
    directory,
    files: [...files, textFile(specs + path.basename(request.file), edit.text)],
    remove,
    notes: [...otherVersion(request, text), ...keptNote(spec.kept.length, request.file), ...edit.notes],
  };
}

/**
 * The spec file without the patches of a series, which go with their files. Release and %changelog stay as they are.
 *
 * @throws UserError when the spec file cannot be edited
 */
export function planSpecRemoval(file: string, series: string): PlannedFiles {
  const { directory, specs, sources } = placesOf(file);
  const text = readText(file);
  const spec = readSpec(file, text, series);
  const without = writeSpec(spec, series, []);
  const remove = spec.own
    .map(({ name }) => sources + name)
    .filter((name) => isOursAt(path.join(directory, name), series));
  const files = without === text ? [] : [textFile(specs + path.basename(file), without)];
  return { directory, files, remove, notes: noneNote(spec.own.length, file, series) };
}

/** What to say of a package that has no patch of the series. */
export function noneNote(count: number, where: string, series: string): readonly string[] {
  return count === 0 ? [`${where}: it has no patches of the series ${series}`] : [];
}

/** Patches of another release seldom apply without an offset; a version that a macro makes says nothing. */
function otherVersion({ file, tree }: SpecRequest, text: string): readonly string[] {
  const version = /^[ \t]*Version[ \t]*:[ \t]*(\d+(?:\.\d+)+)[ \t]*$/im.exec(text)?.[1];
  if (version === undefined || tree.version === undefined || version === tree.version) return [];
  if (!/^\d+(\.\d+)+$/.test(tree.version)) return [];
  return [`${file}: it is for ${version}, and the patches are made from ${tree.project} ${tree.version}`];
}

/** What to say of patches that stay because the tree holds them; nothing when there are none. */
export function keptNote(count: number, where: string): readonly string[] {
  const those =
    count === 1
      ? "the patch of an earlier run is in the tree and stays"
      : `the ${count} patches of an earlier run are in the tree and stay`;
  return count === 0 ? [] : [`${where}: ${those}`];
}

/** The folder of all that is written, and what leads from there to the spec file and to its patches. */
function placesOf(file: string): {
  readonly directory: string;
  readonly specs: string;
  readonly sources: string;
} {
  const beside = path.dirname(path.resolve(file));
  const top = path.dirname(beside);
  const isBuildTree = path.basename(beside) === "SPECS" && fs.existsSync(path.join(top, "SOURCES"));
  if (!isBuildTree) return { directory: path.dirname(file), specs: "", sources: "" };
  return { directory: path.join(path.dirname(file), ".."), specs: "SPECS/", sources: "SOURCES/" };
}

function release(
  request: SpecRequest,
  text: string,
  changed: boolean,
  named: readonly NamedPatch[],
): SpecEdit {
  const notes: string[] = [];
  let edited = text;
  if (request.bumpRelease && (changed || !isBumped(text))) {
    const bumped = bumpRelease(edited);
    edited = bumped.text;
    notes.push(...bumped.notes);
  }
  if (request.changelog) {
    const lines = named.map(({ patch }) =>
      changelogLine(patch.origin.header.subject, patch.origin.header.bugs),
    );
    const entry = addChangelogEntry(edited, { ...request.changelog, lines });
    edited = entry.text;
    notes.push(...entry.notes);
  }
  return { text: edited, notes };
}

/** A patch in one line, with Launchpad's bugs as packagers write them. */
export function changelogLine(subject: string, bugs: readonly string[]): string {
  const numbers = bugs.flatMap((bug) => /bugs\.launchpad\.net\/.*?(\d+)$/.exec(bug)?.[1] ?? []);
  return numbers.length === 0 ? subject : `${subject} (${numbers.map((bug) => `LP#${bug}`).join(" ")})`;
}

/** @throws UserError when the file cannot be read */
export function readText(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new UserError(code === "ENOENT" ? `there is no file ${file}` : `cannot read ${file}: ${code}`);
  }
}

function sameBytes(directory: string, file: OutputFile): boolean {
  const target = path.join(directory, file.path);
  return fs.existsSync(target) && fs.readFileSync(target).equals(file.bytes);
}
