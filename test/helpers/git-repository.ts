import { execFileSync } from "node:child_process";
import { putFiles, scratch } from "./scratch.ts";

const IDENTITY = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"];

/** Runs git as nobody in particular; returns what it says. */
export function git(directory: string, ...args: readonly string[]): string {
  return execFileSync("git", [...IDENTITY, ...args], {
    cwd: directory,
    encoding: "utf8",
    stdio: "pipe",
  }).trim();
}

/** Files of one commit, and the tags that it gets. */
export interface CommitPlan {
  readonly files: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
}

/** A repository on branch master with these commits, one on the other; files add up. */
export function repositoryOf(commits: readonly CommitPlan[]): string {
  const root = scratch();
  git(root, "init", "-q", "-b", "master");
  for (const [at, { files, tags = [] }] of commits.entries()) {
    putFiles(root, files);
    git(root, "add", "-A");
    git(root, "commit", "-q", "--allow-empty", "-m", `commit ${at + 1}`);
    for (const tag of tags) git(root, "tag", tag);
  }
  return root;
}
