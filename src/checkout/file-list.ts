import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../text/system-error.ts";
import { entryKind, isWithin } from "./directory-tree.ts";
import { runGit } from "./git.ts";
import type { ReadProblem } from "./source-file.ts";
import { sortNames } from "./tree.ts";

/** The files of a directory that a check may look at. */
export interface FileList {
  /** `git`: what the index tracks; `walk`: what lies there. */
  readonly kind: "git" | "walk";
  /** Regular files, from the root with `/`, sorted by code unit. */
  readonly paths: readonly string[];
  /** Entries that are called `*.py` and are no regular file of the tree. */
  readonly skipped: readonly ReadProblem[];
  /** Why git did not list the work tree, so that it was walked. */
  readonly refused?: string;
}

/** Never entered: what tools make and fetch, and what is no source. */
const NEVER_ENTERED = new Set([
  ".git",
  ".hg",
  ".svn",
  ".tox",
  ".nox",
  ".venv",
  ".eggs",
  ".mypy_cache",
  ".ruff_cache",
  ".pytest_cache",
  ".stestr",
  "__pycache__",
  "node_modules",
  "build",
]);

/** A million files are 86 MB of listing; Node.js makes no longer text of it than this. */
const MOST_LISTED = 480 * 1024 * 1024;
const LISTING_MS = 60_000;

/**
 * The files below a directory: the tracked ones where `root` is the top of a git work tree (asked of the index; the
 * work tree's filters and hooks never run), else all of a walk that follows no link and opens nothing.
 *
 * Never throws for what lies in the tree: an unreadable folder has no files, and is one of those skipped.
 */
export async function listFiles(root: string): Promise<FileList> {
  if (!fs.existsSync(path.join(root, ".git"))) return withoutNameless(root, walk(root));
  const place = { kind: "work-tree", top: root } as const;
  const listed = await runGit(place, ["ls-files", "-z", "--stage"], "", LISTING_MS, MOST_LISTED);
  if (listed.kind === "failed") return { ...withoutNameless(root, walk(root)), refused: listed.reason };
  return withoutNameless(root, tracked(root, listed.stdout.toString("utf8")));
}

/** The Python files of a git work tree that git neither tracks nor ignores, from its top; none where git does not say. */
export async function untrackedPython(top: string): Promise<readonly string[]> {
  const place = { kind: "work-tree", top } as const;
  const asked = ["ls-files", "-z", "--others", "--exclude-standard"];
  const listed = await runGit(place, asked, "", LISTING_MS, MOST_LISTED);
  if (listed.kind === "failed") return [];
  const names = listed.stdout.toString("utf8").split("\0");
  const isEntered = (name: string): boolean => !name.split("/").some((part) => NEVER_ENTERED.has(part));
  return sortNames(names.filter((name) => name.endsWith(".py") && isEntered(name)));
}

/** Names that are no UTF-8 were read with U+FFFD in them, under which nothing lies. */
function withoutNameless(root: string, list: FileList): FileList {
  const isNameless = (name: string): boolean =>
    name.includes("\ufffd") && fs.lstatSync(path.join(root, name), { throwIfNoEntry: false }) === undefined;
  const nameless = list.paths.filter(isNameless);
  if (nameless.length === 0) return list;
  const problems = nameless
    .filter((name) => name.endsWith(".py"))
    .map((name): ReadProblem => {
      return { kind: "problem", path: name, problem: "unreadable", reason: "its name is not UTF-8" };
    });
  const paths = list.paths.filter((name) => !nameless.includes(name));
  return { ...list, paths, skipped: [...list.skipped, ...problems] };
}

/** Records are `MODE NAME STAGE<TAB>PATH`; an unmerged path has several. */
function tracked(root: string, listing: string): FileList {
  const paths = new Set<string>();
  const skipped: ReadProblem[] = [];
  for (const record of listing.split("\0")) {
    const tab = record.indexOf("\t");
    if (tab < 0) continue;
    const name = record.slice(tab + 1);
    if (record.startsWith("100")) paths.add(name);
    else if (record.startsWith("120") && name.endsWith(".py")) skipped.push(...linkProblem(root, name));
  }
  return { kind: "git", paths: sortNames(paths), skipped };
}

function walk(root: string): FileList {
  const paths: string[] = [];
  const skipped: ReadProblem[] = [];
  const open = [""];
  for (let directory = open.pop(); directory !== undefined; directory = open.pop()) {
    const entries = entriesOf(path.join(root, directory));
    if (entries === undefined) skipped.push(...unreadable(directory));
    for (const entry of entries ?? []) {
      const name = directory === "" ? entry.name : `${directory}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!NEVER_ENTERED.has(entry.name)) open.push(name);
      } else if (entry.isFile()) paths.push(name);
      else if (entry.name.endsWith(".py")) skipped.push(...otherProblem(root, name, entry));
    }
  }
  return { kind: "walk", paths: sortNames(paths), skipped };
}

function entriesOf(directory: string): readonly fs.Dirent[] | undefined {
  try {
    return fs.readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}

function unreadable(directory: string): readonly ReadProblem[] {
  const reason = "this folder may not be read, so nothing in it is checked";
  return [{ kind: "problem", path: directory || ".", problem: "unreadable-folder", reason }];
}

function otherProblem(root: string, name: string, entry: fs.Dirent): readonly ReadProblem[] {
  if (entry.isSymbolicLink()) return linkProblem(root, name);
  const kind = fs.lstatSync(path.join(root, name), { throwIfNoEntry: false });
  if (kind === undefined) return [];
  return [
    {
      kind: "problem",
      path: name,
      problem: "not-a-file",
      reason: `it is ${entryKind(kind)}, not a regular file`,
    },
  ];
}

/** A link to a file of the tree says nothing: the file is checked under its own name. */
function linkProblem(root: string, name: string): readonly ReadProblem[] {
  try {
    const real = fs.realpathSync.native(path.join(root, name));
    if (isWithin(root, real)) return [];
    return [
      {
        kind: "problem",
        path: name,
        problem: "link-outside",
        reason: "it is a symbolic link out of the tree",
      },
    ];
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    const reason = "it is a symbolic link to something that cannot be read";
    return [{ kind: "problem", path: name, problem: "dangling-link", reason }];
  }
}
