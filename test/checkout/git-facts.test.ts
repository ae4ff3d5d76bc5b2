import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { directoryTree } from "../../src/checkout/directory-tree.ts";
import { describeHead, type GitFacts, readGitFacts } from "../../src/checkout/git-facts.ts";
import { putFiles, scratch } from "../helpers/scratch.ts";

const IDENTITY = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"];

function git(directory: string, ...args: string[]): string {
  return execFileSync("git", [...IDENTITY, ...args], {
    cwd: directory,
    encoding: "utf8",
    stdio: "pipe",
  }).trim();
}

/** A repository with pkg/a.py and pkg/b.py committed and tagged 1.0.0. */
function repository(): string {
  const root = scratch({ "pkg/a.py": "a = 1\n", "pkg/b.py": "b = 1\n" });
  git(root, "init", "-q", "-b", "stable/zed");
  git(root, "add", ".");
  git(root, "commit", "-q", "-m", "first");
  git(root, "tag", "1.0.0");
  return root;
}

function facts(root: string, ...paths: string[]): Promise<GitFacts> {
  return readGitFacts(directoryTree(root), paths);
}

describe("what git knows of a tree", () => {
  it("tells commit, branch and that nothing is changed", async () => {
    const root = repository();
    const want = { kind: "work-tree", top: root, own: true, branch: "stable/zed", dirty: [], sparse: false };
    expect(await facts(root, "pkg/a.py", "pkg/gone.py")).toEqual({
      ...want,
      head: git(root, "rev-parse", "HEAD"),
    });
  });

  it.each<[string, (root: string) => void, string | undefined]>([
    ["a changed file", (root) => putFiles(root, { "pkg/a.py": "a = 2\n" }), "modified"],
    ["a touched file", (root) => fs.utimesSync(path.join(root, "pkg/a.py"), 1, 1), undefined],
    [
      "a file changed and changed back in the index only",
      (root) => {
        putFiles(root, { "pkg/a.py": "a = 2\n" });
        git(root, "add", ".");
        putFiles(root, { "pkg/a.py": "a = 1\n" });
      },
      "staged",
    ],
    ["a deleted file", (root) => fs.rmSync(path.join(root, "pkg/a.py")), "deleted"],
    ["a file taken out of the index", (root) => git(root, "rm", "-q", "--cached", "pkg/a.py"), "staged"],
    ["a file checked out with CRLF", (root) => putFiles(root, { "pkg/a.py": "a = 1\r\n" }), undefined],
    ["another file changed", (root) => putFiles(root, { "pkg/b.py": "b = 2\n" }), undefined],
    [
      "a file in conflict",
      (root) => {
        git(root, "switch", "-q", "-c", "other");
        putFiles(root, { "pkg/a.py": "a = 2\n" });
        git(root, "commit", "-qam", "two");
        git(root, "switch", "-q", "stable/zed");
        putFiles(root, { "pkg/a.py": "a = 3\n" });
        git(root, "commit", "-qam", "three");
        expect(() => git(root, "merge", "other")).toThrow();
      },
      "unmerged",
    ],
  ])("%s", async (_, change, want) => {
    const root = repository();
    change(root);
    const found = await facts(root, "pkg/a.py");
    expect(found.kind === "work-tree" && found.dirty.map((file) => file.change)).toEqual(want ? [want] : []);
  });

  it("a new file is untracked in its own repository, and of no concern within another one", async () => {
    const root = repository();
    putFiles(root, { "new.py": "", "vendor/nova-1/new.py": "" });
    expect(await facts(root, "new.py")).toMatchObject({ dirty: [{ path: "new.py", change: "untracked" }] });
    const inner = await facts(path.join(root, "vendor/nova-1"), "new.py");
    expect(inner).toMatchObject({ kind: "work-tree", top: root, own: false, dirty: [] });
    expect(await describeHead(directoryTree(path.join(root, "vendor/nova-1")))).toBeUndefined();
  });

  it("a tracked file below the root of another repository is guarded too", async () => {
    const root = repository();
    putFiles(root, { "pkg/a.py": "a = 2\n" });
    expect(await facts(path.join(root, "pkg"), "a.py")).toMatchObject({
      own: false,
      dirty: [{ path: "a.py", change: "modified" }],
    });
  });

  it("no repository, no commit, a worktree, a submodule", async () => {
    expect(await facts(scratch({ "a.py": "" }), "a.py")).toEqual({ kind: "none" });
    const empty = scratch({ "a.py": "" });
    git(empty, "init", "-q", "-b", "main");
    expect(await facts(empty, "a.py")).toMatchObject({
      head: null,
      branch: "main",
      dirty: [{ change: "untracked" }],
    });
    const root = repository();
    const worktree = path.join(scratch(), "side");
    git(root, "worktree", "add", "-q", "-b", "side", worktree);
    expect(await facts(worktree, "pkg/a.py")).toMatchObject({ own: true, branch: "side", dirty: [] });
  });

  it("describes HEAD by its version tags and passes over end-of-life tags", async () => {
    const root = repository();
    const tree = directoryTree(root);
    expect(await describeHead(tree)).toBe("1.0.0");
    putFiles(root, { "pkg/a.py": "a = 2\n" });
    git(root, "commit", "-qam", "second");
    git(root, "tag", "rocky-eol");
    expect(await describeHead(tree)).toMatch(/^1\.0\.0-1-g[0-9a-f]{12}$/);
    git(root, "tag", "-d", "1.0.0");
    expect(await describeHead(tree)).toBeUndefined();
  });

  it("a .git that is no repository does not fall back to the one above", async () => {
    const root = repository();
    putFiles(root, { "inner/.git/HEAD": "ref: refs/heads/x\n", "inner/a.py": "" });
    const found = await facts(path.join(root, "inner"), "a.py");
    expect(found).toMatchObject({
      kind: "unavailable",
      reason: expect.stringContaining("not a git repository"),
    });
  });

  it("git missing is said, and the tree is still of use", async () => {
    const root = repository();
    const saved = process.env.PATH;
    process.env.PATH = scratch();
    const found = await facts(root, "pkg/a.py");
    process.env.PATH = saved;
    expect(found).toMatchObject({ kind: "unavailable", reason: "git is not installed (no `git` on PATH)" });
  });
});

describe("a hostile repository", () => {
  it("runs nothing that its configuration, attributes or hooks name", async () => {
    const root = repository();
    const witness = path.join(scratch(), "ran");
    const trap = path.join(scratch({ trap: `#!/bin/sh\necho "$0 $*" >> ${witness}\ncat\n` }), "trap");
    fs.chmodSync(trap, 0o755);
    const settings = [
      ["core.fsmonitor", trap],
      ["core.hooksPath", path.dirname(trap)],
      ["core.sshCommand", trap],
      ["core.pager", trap],
      ["core.editor", trap],
      ["core.askPass", trap],
      ["credential.helper", trap],
      ["diff.external", trap],
      ["core.alternateRefsCommand", trap],
      ["filter.evil.clean", trap],
      ["filter.evil.smudge", trap],
      ["filter.evil.process", trap],
      ["filter.evil.required", "true"],
      ["diff.evil.textconv", trap],
      ["diff.evil.command", trap],
      ["merge.evil.driver", trap],
      ["gpg.program", trap],
      ["alias.cat-file", `!${trap}`],
      ["alias.describe", `!${trap}`],
      ["pager.describe", trap],
      ["extensions.partialClone", "origin"],
      ["remote.origin.promisor", "true"],
      ["remote.origin.url", `ext::${trap} x`],
      ["remote.origin.uploadpack", trap],
      ["protocol.ext.allow", "always"],
      ["uploadpack.packObjectsHook", trap],
    ] as const;
    git(root, "config", "core.repositoryFormatVersion", "1");
    for (const [name, value] of settings) git(root, "config", name, value);
    putFiles(root, {
      ".git/info/attributes": "* filter=evil diff=evil merge=evil\n",
      ".gitattributes": "* filter=evil\n",
    });
    for (const hook of ["post-index-change", "fsmonitor-watchman", "reference-transaction", "post-checkout"])
      fs.copyFileSync(trap, path.join(root, ".git/hooks", hook));
    // Touched in the second of the index, and of the same size: a git that looks at the work tree reads it through the filter.
    putFiles(root, { "pkg/a.py": "a = 2\n" });
    // The file alone: its folder may hold the commit as well, once in 256 runs.
    const blob = git(root, "rev-parse", "HEAD:pkg/b.py");
    fs.rmSync(path.join(root, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    const found = await facts(root, "pkg/a.py", "pkg/b.py");
    expect(await describeHead(directoryTree(root))).toBe("1.0.0");
    expect(found).toMatchObject({
      kind: "work-tree",
      dirty: [{ path: "pkg/a.py", change: "modified" }, { path: "pkg/b.py" }],
    });
    expect(fs.existsSync(witness) ? fs.readFileSync(witness, "utf8") : "nothing ran").toBe("nothing ran");
  });

  it("the trap does work when a git looks at the work tree", () => {
    const root = repository();
    const witness = path.join(scratch(), "ran");
    git(root, "config", "filter.evil.clean", `echo x >> ${witness}; cat`);
    putFiles(root, { ".gitattributes": "* filter=evil\n", "pkg/a.py": "a = 2\n" });
    git(root, "status");
    expect(fs.existsSync(witness)).toBe(true);
  });

  it("an environment made for another repository (as in a hook) does not lead astray", async () => {
    const [root, other] = [repository(), scratch()];
    git(other, "init", "-q");
    process.env.GIT_DIR = path.join(other, ".git");
    const found = await facts(root, "pkg/a.py");
    delete process.env.GIT_DIR;
    expect(found).toMatchObject({ kind: "work-tree", branch: "stable/zed", dirty: [] });
  });
});
