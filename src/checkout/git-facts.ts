import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { type GitPlace, runGit } from "./git.ts";
import type { Tree } from "./tree.ts";

/** Why a file of a work tree is not what HEAD has. */
export type Uncommitted = "modified" | "staged" | "untracked" | "deleted" | "unmerged";

/** A file of a work tree that differs from HEAD, and how. */
export interface DirtyFile {
  /** From the tree's root. */
  readonly path: string;
  readonly change: Uncommitted;
}

/** How git knows a tree. */
export type GitFacts =
  | { readonly kind: "none" }
  /** git would not or could not say; `reason` is a clause. The tree is used as if it were no checkout. */
  | { readonly kind: "unavailable"; readonly top: string; readonly reason: string }
  | {
      readonly kind: "work-tree";
      /** The work tree's top directory, a real path. */
      readonly top: string;
      /** False when the tree lies inside another repository: then HEAD, branch and tags say nothing about it. */
      readonly own: boolean;
      /** Null before the first commit. */
      readonly head: string | null;
      /** Null when HEAD is detached. */
      readonly branch: string | null;
      /** The asked files that differ from HEAD. Inside another repository only the files that it tracks. */
      readonly dirty: readonly DirtyFile[];
      /** Not all files of the index are on disk by intention. */
      readonly sparse: boolean;
    };

/** Whether a clone holds a part of its history only. */
export function isShallow(top: string): boolean {
  const gitDir = fs.existsSync(path.join(top, ".git")) ? gitDirOf(top) : undefined;
  return gitDir !== undefined && fs.existsSync(path.join(gitDir, "shallow"));
}

/** Starts nothing but one `git cat-file`; the work tree is compared by hash, so no filter of the repository runs. */
export async function readGitFacts(tree: Tree, paths: readonly string[]): Promise<GitFacts> {
  if (tree.kind !== "directory") return { kind: "none" };
  const top = findTop(tree.root);
  if (top === undefined) return { kind: "none" };
  const asked = paths
    .filter((name) => !name.includes("\n"))
    .map((name) => ({ name, inGit: fromTop(tree, top, name) }));
  const lines = ["HEAD", ...asked.flatMap(({ inGit }) => [`HEAD:${inGit}`, `:0:${inGit}`, `:2:${inGit}`])];
  const place: GitPlace = { kind: "work-tree", top };
  const result = await runGit(place, ["cat-file", "--batch-check"], `${lines.join("\n")}\n`);
  if (result.kind === "failed") return { kind: "unavailable", top, reason: result.reason };
  const answers = result.stdout.toString("utf8").split("\n").map(objectName);
  const own = top === tree.root;
  const dirty = asked.flatMap(({ name }, at): DirtyFile[] => {
    const [committed, staged, unmerged] = answers.slice(1 + at * 3, 4 + at * 3);
    const change = compare(path.join(tree.root, tree.locate(name)), committed, staged, unmerged);
    return change === undefined || (change === "untracked" && !own) ? [] : [{ path: name, change }];
  });
  const gitDir = gitDirOf(top);
  const sparse = gitDir !== undefined && fs.existsSync(path.join(gitDir, "info", "sparse-checkout"));
  return { kind: "work-tree", top, own, head: answers[0] ?? null, branch: branchOf(gitDir), dirty, sparse };
}

/**
 * `git describe` of a tree's HEAD by version tags (`26.2.2`, `26.2.2-14-gabc…`); undefined without tags, without
 * git, or when the tree is not the top of its work tree. End-of-life tags (`rocky-eol`) are passed over, since the
 * version before them says more.
 */
export async function describeHead(tree: Tree): Promise<string | undefined> {
  if (tree.kind !== "directory" || findTop(tree.root) !== tree.root) return undefined;
  const excluded = ["*-eol", "*-em", "*-eom"].flatMap((glob) => ["--exclude", glob]);
  const place: GitPlace = { kind: "work-tree", top: tree.root };
  const result = await runGit(place, ["describe", "--tags", "--abbrev=12", ...excluded, "HEAD"]);
  return result.kind === "output" ? result.stdout.toString("utf8").trim() || undefined : undefined;
}

/**
 * The work tree around a directory. `.git` is a directory, or in worktrees and submodules a file; nothing is started to
 * find it.
 */
export function findTop(root: string): string | undefined {
  for (let at = root; ; at = path.dirname(at)) {
    if (isGitEntry(path.join(at, ".git"))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

function isGitEntry(dotGit: string): boolean {
  try {
    const stat = fs.statSync(dotGit);
    return stat.isFile() || (stat.isDirectory() && fs.existsSync(path.join(dotGit, "HEAD")));
  } catch {
    return false;
  }
}

function fromTop(tree: Tree, top: string, name: string): string {
  return path
    .relative(top, path.join(tree.root, tree.locate(name)))
    .split(path.sep)
    .join("/");
}

/** `NAME TYPE SIZE`, or `WHAT missing`. */
function objectName(line: string): string | undefined {
  return /^([0-9a-f]{40,64}) (?:blob|commit|tree|tag) \d+$/.exec(line)?.[1];
}

function compare(
  file: string,
  committed?: string,
  staged?: string,
  unmerged?: string,
): Uncommitted | undefined {
  if (unmerged !== undefined) return "unmerged";
  const bytes = readRegular(file);
  if (staged === undefined) {
    if (committed !== undefined) return bytes === undefined ? "deleted" : "staged";
    return bytes === undefined ? undefined : "untracked";
  }
  if (staged !== committed) return "staged";
  if (bytes === undefined) return "deleted";
  return isBlob(bytes, staged) ? undefined : "modified";
}

/** A checkout with `core.autocrlf` has CRLF where the object has LF. */
function isBlob(bytes: Buffer, name: string): boolean {
  if (blobName(bytes, name.length) === name) return true;
  const plain = Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
  return plain.length !== bytes.length && blobName(plain, name.length) === name;
}

/** git's name of a blob with these bytes, in hexadecimal: 40 digits (SHA-1) or 64 (SHA-256). */
export function blobName(bytes: Uint8Array, digits = 40): string {
  const hash = createHash(digits === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

function readRegular(file: string): Buffer | undefined {
  try {
    return fs.lstatSync(file).isFile() ? fs.readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}

/** The directory that holds this work tree's HEAD: the `.git` file of a worktree or submodule says where. */
function gitDirOf(top: string): string | undefined {
  const dotGit = path.join(top, ".git");
  if (fs.statSync(dotGit).isDirectory()) return dotGit;
  const named = readRegular(dotGit)
    ?.toString("utf8")
    .match(/^gitdir: (.+)$/m)?.[1];
  return named === undefined ? undefined : path.resolve(top, named);
}

function branchOf(gitDir: string | undefined): string | null {
  if (gitDir === undefined) return null;
  const head = readRegular(path.join(gitDir, "HEAD"))?.toString("utf8") ?? "";
  return /^ref: refs\/heads\/(.+)$/m.exec(head)?.[1] ?? null;
}
