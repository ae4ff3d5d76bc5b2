import fs from "node:fs";
import path from "node:path";
import { codeOf, unreadReason } from "../text/system-error.ts";
import { directoryTree, entryKind } from "./directory-tree.ts";
import { findProjectRoots, type ProjectRoot, rootAbove } from "./project-roots.ts";
import type { Tree } from "./tree.ts";

/** One project's tree under a PATH of the command line. */
export interface OpenedTree {
  readonly tree: Tree;
  /** The project by its package directories; undefined for a directory that holds none known, or a lone file. */
  readonly project: string | undefined;
  /** The one file that the user named, from the tree's root; undefined for a directory. */
  readonly focus: string | undefined;
  /** A file outside of any package: `tree` must be given aliases before a project's path can be read from it. */
  readonly lone: boolean;
}

/** The trees of a PATH, or why there is none; `hint` says what to name instead. */
export type Opening =
  | { readonly kind: "trees"; readonly trees: readonly OpenedTree[] }
  | { readonly kind: "nothing"; readonly path: string; readonly reason: string; readonly hint: string };

/**
 * Finds the trees of a PATH: a checkout, an unpacked source package, a directory above one or several of these,
 * site-packages, a package directory, or one file.
 *
 * What cannot be told apart (two trees of one project) is `nothing` with the candidates, never a choice.
 * At most a few hundred directories are listed; no file is opened.
 */
export function openTrees(given: string): Opening {
  try {
    const real = fs.realpathSync.native(given);
    const stat = fs.statSync(real);
    if (stat.isDirectory()) return openDirectory(given, real);
    if (stat.isFile()) return { kind: "trees", trees: [openFile(given, real)] };
    return nothing(given, `it is ${entryKind(stat)}`, "name a directory or a Python file");
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    const isElsewhere = code === "ENOENT" || code === "ENOTDIR" || code === "ELOOP";
    return nothing(given, unreadReason(code), isElsewhere ? HINT : "check its permissions");
  }
}

const HINT = "name a checkout, an unpacked source package, site-packages, or one file";

function nothing(given: string, reason: string, hint: string): Opening {
  return { kind: "nothing", path: given, reason, hint };
}

function openDirectory(given: string, real: string): Opening {
  const names = fs.readdirSync(real);
  if (names.length === 0) return nothing(given, "it is an empty directory", HINT);
  const roots = findProjectRoots(real);
  const doubled = roots.find((root, at) =>
    roots.some((other, i) => i < at && other.project === root.project),
  );
  if (doubled !== undefined) {
    const same = roots
      .filter((root) => root.project === doubled.project)
      .map((root) => path.relative(real, root.directory));
    return nothing(
      given,
      `it holds several trees of ${doubled.project}: ${same.join(", ")}`,
      "name one of them",
    );
  }
  if (roots.length > 0) return { kind: "trees", trees: roots.map((root) => openRoot(given, real, root)) };
  const tree = directoryTree(real, { label: given });
  return {
    kind: "trees",
    trees: [{ tree, project: undefined, focus: undefined, lone: false }],
  };
}

function openRoot(given: string, real: string, root: ProjectRoot): OpenedTree {
  const label = root.directory === real ? given : relabel(given, real, root.directory);
  const tree = directoryTree(root.directory, { label });
  return { tree, project: root.project, focus: undefined, lone: false };
}

/** A directory below or above the given one, spelt as the user spelt it; its real path when a link makes that wrong. */
function relabel(given: string, real: string, directory: string): string {
  const label = path.join(given, path.relative(real, directory)) || ".";
  try {
    return fs.realpathSync.native(label) === directory ? label : directory;
  } catch {
    return directory;
  }
}

function openFile(given: string, real: string): OpenedTree {
  const root = rootAbove(real);
  if (root !== undefined) {
    const tree = directoryTree(root.directory, { label: relabel(given, real, root.directory) });
    const focus = path.relative(root.directory, real).split(path.sep).join("/");
    return { tree, project: root.project, focus, lone: false };
  }
  const name = path.basename(real);
  const tree = directoryTree(path.dirname(real), { label: given });
  return { tree, project: undefined, focus: name, lone: true };
}
