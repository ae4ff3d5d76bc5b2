import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { GitPlace } from "../../src/checkout/git.ts";
import { openRevision, type RevisionTree } from "../../src/checkout/revision-tree.ts";
import { putFiles, scratch } from "../helpers/scratch.ts";

function git(directory: string, ...args: string[]): string {
  const own = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", ...args];
  return execFileSync("git", own, { cwd: directory, encoding: "utf8" }).trim();
}

function repository(): GitPlace & { kind: "work-tree" } {
  const root = scratch({
    "nova/__init__.py": "",
    "nova/a.py": "a = 1\n",
    "setup.cfg": "[metadata]\nname = nova\n",
  });
  fs.symlinkSync("a.py", path.join(root, "nova/link.py"));
  fs.chmodSync(path.join(root, "nova/a.py"), 0o755);
  git(root, "init", "-q", "-b", "main");
  git(root, "add", ".");
  git(root, "commit", "-q", "-m", "first");
  git(root, "tag", "1.0.0");
  putFiles(root, { "nova/a.py": "a = 2\n" });
  git(root, "commit", "-qam", "second");
  return { kind: "work-tree", top: root };
}

async function open(
  place: GitPlace,
  revision: string,
  prefetch: readonly string[] = [],
): Promise<RevisionTree> {
  const opened = await openRevision(place, revision, prefetch);
  if (opened.kind === "failed") throw new Error(opened.reason);
  return opened;
}

describe("a tree of git objects", () => {
  it("reads, lists and tells files, fetched before or not", async () => {
    const place = repository();
    const tree = await open(place, "1.0.0", ["nova/a.py", "gone.py", "nova/link.py"]);
    expect(tree.read("nova/a.py")).toMatchObject({ kind: "source", text: "a = 1\n", mode: 0o755 });
    expect(tree.read("setup.cfg")).toMatchObject({ kind: "source", text: "[metadata]\nname = nova\n" });
    expect([tree.list(""), tree.list("nova"), tree.list("gone")]).toEqual([
      ["nova", "setup.cfg"],
      ["__init__.py", "a.py", "link.py"],
      [],
    ]);
    expect([
      tree.exists("nova/a.py"),
      tree.exists("gone.py"),
      tree.isDirectory("nova"),
      tree.isDirectory("setup.cfg"),
    ]).toEqual([true, false, true, false]);
    expect((await open(place, "HEAD")).read("nova/a.py")).toMatchObject({ text: "a = 2\n" });
  });

  it.each([
    ["gone.py", "missing", "it is not in the revision"],
    ["nova", "not-a-file", "it is a directory, not a regular file"],
    ["nova/link.py", "not-a-file", "it is a symbolic link, not a regular file"],
  ])("%s is %s", async (asked, problem, reason) => {
    expect((await open(repository(), "1.0.0")).read(asked)).toMatchObject({ problem, reason });
  });

  it("reads a bare repository", async () => {
    const bare = path.join(scratch(), "bare.git");
    git("/", "clone", "-q", "--bare", repository().top, bare);
    const tree = await open({ kind: "git-dir", directory: bare }, "1.0.0", ["nova/a.py"]);
    expect([tree.root, tree.read("nova/a.py")]).toMatchObject([`${bare}@1.0.0`, { text: "a = 1\n" }]);
  });

  it.each(["no-such-tag", "--output=x", "HEAD:setup.cfg"])(
    "the revision %s is a failure with git's words",
    async (revision) => {
      expect(await openRevision(repository(), revision)).toMatchObject({
        kind: "failed",
        reason: expect.stringMatching(/^git says: fatal: /),
      });
    },
  );
});
