import fs from "node:fs";
import path from "node:path";
import { codeOf, unreadReason } from "../text/system-error.ts";
import { UserError } from "../text/user-error.ts";
import { sortNames } from "./tree.ts";

/** One text file of a series' folder. */
export interface SeriesText {
  /** From the series' folder, with `/`. */
  readonly path: string;
  /** The name used in messages: the folder as it was given, and the path. */
  readonly file: string;
  readonly text: string;
}

/** A series' folder as read; nothing of it is parsed. */
export interface SeriesFolder {
  /** The folder's last name. */
  readonly name: string;
  readonly directory: string;
  readonly manifest: SeriesText;
  readonly patches: readonly SeriesText[];
}

/**
 * Reads `series.json` and `PROJECT/NNNN-name.spatch` of a folder. A folder that holds exactly one series in a
 * subfolder stands for it; `name` picks one of several.
 *
 * @throws UserError when there is no series, or several and no name
 */
export function readSeriesFolder(directory: string, name?: string): SeriesFolder {
  const found = findSeries(directory, name);
  const read = (relative: string): SeriesText => readSeriesText(found, relative);
  const projects = foldersIn(found);
  const patches = projects.flatMap((project) =>
    list(path.join(found, project))
      .filter((file) => file.endsWith(".spatch"))
      .map((file) => read(`${project}/${file}`)),
  );
  return {
    name: path.basename(path.resolve(found)),
    directory: found,
    manifest: read("series.json"),
    patches,
  };
}

/** The page beside a semantic patch (`PROJECT/NNNN-name.md`); undefined when there is none. */
export function readSeriesPage(folder: SeriesFolder, patchId: string): string | undefined {
  try {
    return fs.readFileSync(path.join(folder.directory, `${patchId}.md`), "utf8");
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}

function findSeries(directory: string, name: string | undefined): string {
  if (!isDirectory(directory))
    throw new UserError(`${directory}: there is no such folder of semantic patches`, {
      hint: "name a folder that holds series.json",
    });
  if (name === undefined && isSeries(directory)) return directory;
  const below = foldersIn(directory).filter((entry) => isSeries(path.join(directory, entry)));
  const wanted = name === undefined ? below : below.filter((entry) => entry === name);
  if (wanted.length === 1 && wanted[0] !== undefined) return path.join(directory, wanted[0]);
  if (below.length === 0)
    throw new UserError(`${directory}: it holds no series.json`, {
      hint: "a series is a folder with series.json and PROJECT/NNNN-name.spatch",
    });
  throw new UserError(
    name === undefined
      ? `${directory}: it holds several series: ${below.join(", ")}`
      : `${directory}: it holds no series "${name}"`,
    { hint: `name one of them: ${below.join(", ")}` },
  );
}

const isSeries = (directory: string): boolean => fs.existsSync(path.join(directory, "series.json"));

function isDirectory(directory: string): boolean {
  return fs.statSync(directory, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Links to folders count: a series may be put together of them. */
function foldersIn(directory: string): readonly string[] {
  const entries = fs.readdirSync(directory, { withFileTypes: true });
  const folders = entries.filter(
    (entry) =>
      entry.isDirectory() || (entry.isSymbolicLink() && isDirectory(path.join(directory, entry.name))),
  );
  return sortNames(folders.map((entry) => entry.name));
}

function list(directory: string): readonly string[] {
  return sortNames(fs.readdirSync(directory));
}

function readSeriesText(directory: string, relative: string): SeriesText {
  const file = path.join(directory, relative);
  try {
    return { path: relative, file, text: fs.readFileSync(file, "utf8") };
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new UserError(`${file}: ${unreadReason(code)}`);
  }
}
