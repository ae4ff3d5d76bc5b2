import fs from "node:fs";
import path from "node:path";
import { UserError } from "../text/user-error.ts";
import { type GitPlace, runGit } from "./git.ts";
import type { ObjectReader } from "./object-reader.ts";

/** A commit under the name that people call it by. */
export interface Revision {
  /** `26.2.2`, `stable/2024.1`, `origin/master`, or the expression that the user gave. */
  readonly name: string;
  readonly kind: "tag" | "branch" | "commit";
  readonly commit: string;
  /** Name of the commit's tree object. */
  readonly tree: string;
}

/**
 * The repository that a path stands for: a work tree's top, a `.git` directory or a bare repository.
 *
 * @throws UserError for anything else
 */
export function repositoryAt(given: string): GitPlace {
  const directory = path.resolve(given);
  const isRepository = (at: string): boolean =>
    fs.existsSync(path.join(at, "objects")) && fs.existsSync(path.join(at, "HEAD"));
  if (isRepository(directory)) return { kind: "git-dir", directory: fs.realpathSync.native(directory) };
  if (fs.existsSync(path.join(directory, ".git")))
    return { kind: "work-tree", top: fs.realpathSync.native(directory) };
  throw new UserError(`${given}: there is no git repository`, {
    hint: "name the top directory of a clone, or a bare repository",
  });
}

const FIELDS =
  "%(refname)%00%(objecttype)%00%(objectname)%00%(tree)%00%(*objecttype)%00%(*objectname)%00%(*tree)";

/**
 * All tags and branches that name commits, ordered as git orders refs. A branch of `origin` counts where there is no
 * local one.
 */
export async function listRevisions(place: GitPlace): Promise<readonly Revision[]> {
  const listed = await runGit(place, [
    "for-each-ref",
    `--format=${FIELDS}`,
    "refs/tags",
    "refs/heads",
    "refs/remotes/origin",
  ]);
  if (listed.kind === "failed") throw new UserError(`the repository cannot be read: ${listed.reason}`);
  const revisions = new Map<string, Revision>();
  for (const line of listed.stdout.toString("utf8").split("\n")) {
    const [ref = "", type, name = "", tree = "", peeledType, peeled = "", peeledTree = ""] = line.split("\0");
    const found = /^refs\/(tags|heads|remotes\/origin)\/(.+)$/.exec(ref);
    const [commit, root] = type === "commit" ? [name, tree] : [peeled, peeledTree];
    if (!found?.[2] || root === "" || (type !== "commit" && peeledType !== "commit")) continue;
    if (found[2] === "HEAD") continue;
    const kind = found[1] === "tags" ? "tag" : "branch";
    const known = revisions.get(`${kind} ${found[2]}`);
    if (known === undefined || found[1] !== "remotes/origin")
      revisions.set(`${kind} ${found[2]}`, { name: found[2], kind, commit, tree: root });
  }
  return [...revisions.values()];
}

/** The commit that an expression (`HEAD~3`, an object name) stands for; undefined where there is none. */
export async function findRevision(reader: ObjectReader, name: string): Promise<Revision | undefined> {
  const [commit, tree] = await Promise.all([reader.read(`${name}^{commit}`), reader.read(`${name}^{tree}`)]);
  if (commit?.type !== "commit" || tree?.type !== "tree") return undefined;
  return { name, kind: "commit", commit: commit.name, tree: tree.name };
}
