import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bytesOf, sample } from "../cli/osfix.ts";
import { git } from "../helpers/git-repository.ts";
import { putFiles, scratch } from "../helpers/scratch.ts";
import { run, runEverything, TARGET } from "./commands.ts";

/** What would run: each attack writes its name to a file that must not come to be. */
interface Trap {
  readonly program: string;
  readonly sprung: () => readonly string[];
}

function makeTrap(): Trap {
  const folder = scratch();
  const witness = path.join(folder, "sprung");
  const program = path.join(folder, "trap");
  fs.writeFileSync(program, `#!/bin/sh\necho "$(basename "$0") $1" >> ${witness}\n`);
  fs.chmodSync(program, 0o755);
  return {
    program,
    sprung: () => (fs.existsSync(witness) ? fs.readFileSync(witness, "utf8").trim().split("\n") : []),
  };
}

/** A checkout of os-vif with two releases. */
function checkout(): string {
  const tree = sample("os-vif");
  git(tree, "init", "-q", "-b", "master");
  git(tree, "add", "-A");
  git(tree, "commit", "-q", "-m", "one");
  git(tree, "tag", "2.0.0");
  fs.appendFileSync(path.join(tree, "os_vif/__init__.py"), "# more\n");
  git(tree, "commit", "-q", "-a", "-m", "two");
  git(tree, "tag", "2.1.0");
  return tree;
}

const HOOKS = [
  ...["applypatch-msg", "pre-commit", "prepare-commit-msg", "post-commit", "post-checkout", "post-merge"],
  ...["pre-auto-gc", "reference-transaction", "post-index-change", "fsmonitor-watchman", "post-rewrite"],
];

/** Every setting that names a program, as far as git's documentation tells (git-config(1), gitattributes(5)). */
const settingsOf = (trap: string): readonly (readonly [string, string])[] => [
  ["core.fsmonitor", `${trap} core.fsmonitor`],
  ["core.hooksPath", path.join(path.dirname(trap), "hooks")],
  ["core.sshCommand", `${trap} core.sshCommand`],
  ["core.gitProxy", trap],
  ["core.pager", `${trap} core.pager`],
  ["core.editor", `${trap} core.editor`],
  ["core.askPass", trap],
  ["core.alternateRefsCommand", `${trap} core.alternateRefsCommand`],
  ["credential.helper", `!${trap} credential.helper`],
  ["diff.external", `${trap} diff.external`],
  ["diff.evil.command", `${trap} diff.command`],
  ["diff.evil.textconv", `${trap} diff.textconv`],
  ["merge.evil.driver", `${trap} merge.driver`],
  ["filter.evil.clean", `${trap} filter.clean`],
  ["filter.evil.smudge", `${trap} filter.smudge`],
  ["filter.evil.required", "true"],
  ["filter.lived.process", `${trap} filter.process`],
  ["gpg.program", trap],
  ["gpg.ssh.program", trap],
  ["log.showSignature", "true"],
  ["commit.gpgSign", "true"],
  ["tag.gpgSign", "true"],
  ["interactive.diffFilter", `${trap} interactive.diffFilter`],
  ["sequence.editor", `${trap} sequence.editor`],
  ["uploadpack.packObjectsHook", trap],
  ["protocol.allow", "always"],
  ["protocol.ext.allow", "always"],
  ["remote.origin.url", `ext::${trap} remote.origin.url`],
  ["remote.origin.uploadpack", trap],
  ["remote.origin.vcs", "ext"],
  ["submodule.evil.url", `ext::${trap} submodule.url`],
  ["submodule.evil.update", `!${trap} submodule.update`],
  ["submodule.recurse", "true"],
  ["core.precomposeunicode", "true"],
  ["core.autocrlf", "input"],
  ["core.untrackedCache", "true"],
  ...["cat-file", "describe", "for-each-ref", "ls-files", "ls-tree", "rev-parse"].flatMap((name) => [
    [`alias.${name}`, `!${trap} alias.${name}`] as const,
    [`pager.${name}`, `${trap} pager.${name}`] as const,
  ]),
];

/** Sets everything at once, directly and by a file that the configuration includes. */
function infest(tree: string, trap: string): void {
  const included = path.join(scratch(), "included");
  for (const [name, value] of settingsOf(trap)) {
    git(tree, "config", "--file", included, name, value);
    git(tree, "config", name, value);
  }
  git(tree, "config", "include.path", included);
  git(tree, "config", "includeIf.gitdir:/.path", included);
  const attributes = "*.py filter=evil diff=evil merge=evil\n*.yaml filter=lived\n";
  putFiles(tree, {
    ".gitattributes": attributes,
    ".git/info/attributes": attributes,
    ".gitmodules": `[submodule "evil"]\n\tpath = evil\n\turl = ext::${trap} gitmodules\n\tupdate = !${trap} gitmodules\n`,
  });
  for (const folder of [path.join(tree, ".git/hooks"), path.join(path.dirname(trap), "hooks")])
    for (const hook of HOOKS) {
      fs.mkdirSync(folder, { recursive: true });
      fs.copyFileSync(trap, path.join(folder, hook));
    }
  // Touched and of the same size: a git that looks at the work tree must read it through the filter.
  const target = path.join(tree, TARGET);
  fs.utimesSync(target, 1, 1);
}

describe("a repository whose configuration, attributes and hooks name programs", () => {
  it("has none of them run by any command", async () => {
    const [tree, trap] = [checkout(), makeTrap()];
    infest(tree, trap.program);
    const said = await runEverything(tree);
    expect(trap.sprung()).toEqual([]);
    expect([...said].filter(([, { status }]) => status === 70 || status === 2)).toEqual([]);
    expect(said.get("status")?.out).toContain("applicable");
    expect(said.get("matrix")?.out).toMatch(/os-vif\/0001-\S+ +\+ +\+/);
    expect(said.get("apply --allow-dirty")?.status).toBe(0);
  });

  it("has them run by git itself, so that the traps are none that nothing could spring", () => {
    const [tree, trap] = [checkout(), makeTrap()];
    infest(tree, trap.program);
    const tryOut = (...args: readonly string[]): void => {
      try {
        git(tree, ...args);
      } catch {
        // What fails has run the trap all the same.
      }
    };
    tryOut("status");
    tryOut("diff", "2.0.0", "2.1.0");
    tryOut("diff", "--no-ext-diff", "--textconv", "2.0.0", "2.1.0");
    tryOut("fetch", "origin");
    tryOut("update-ref", "refs/heads/other", "HEAD");
    tryOut("commit", "-a", "-m", "three");
    const sprung = trap.sprung().join("\n");
    for (const name of [
      ...["core.fsmonitor", "filter.clean", "diff.command", "diff.textconv"],
      ...["remote.origin.url", "reference-transaction"],
    ])
      expect(sprung).toContain(name);
  });
});

const linked = (tree: string): string => {
  const elsewhere = path.join(scratch(), "elsewhere.git");
  fs.renameSync(path.join(tree, ".git"), elsewhere);
  return elsewhere;
};

/** Repositories that point out of the tree, or whose objects are not what they say. */
const CROOKED: readonly (readonly [string, (tree: string, trap: Trap) => void])[] = [
  [
    "core.worktree points elsewhere",
    (tree) => void git(tree, "config", "core.worktree", scratch({ [TARGET]: "secret = 1\n" })),
  ],
  [
    "the .git file points elsewhere",
    (tree, trap) => {
      infest(tree, trap.program);
      fs.writeFileSync(path.join(tree, ".git"), `gitdir: ${linked(tree)}\n`);
    },
  ],
  [
    "the .git file points nowhere",
    (tree) => fs.writeFileSync(path.join(tree, ".git"), `gitdir: ${linked(tree)}x\n`),
  ],
  [
    "the .git file points to itself",
    (tree) => {
      linked(tree);
      fs.writeFileSync(path.join(tree, ".git"), "gitdir: .git\n");
    },
  ],
  [".git is a symbolic link", (tree) => fs.symlinkSync(linked(tree), path.join(tree, ".git"))],
  [
    "alternates point elsewhere",
    (tree) =>
      putFiles(tree, { ".git/objects/info/alternates": `${scratch()}\n/dev/zero\n../../../../etc\n` }),
  ],
  [
    "replacements and grafts tell another history",
    (tree) => {
      const [one, two] = [git(tree, "rev-parse", "2.0.0"), git(tree, "rev-parse", "2.1.0")];
      git(tree, "replace", two, one);
      putFiles(tree, { ".git/info/grafts": `${two} ${one} ${one}\n` });
    },
  ],
  [
    "objects are with a promisor",
    (tree, trap) => {
      const blob = git(tree, "rev-parse", `HEAD:${TARGET}`);
      fs.rmSync(path.join(tree, ".git/objects", blob.slice(0, 2), blob.slice(2)));
      for (const [name, value] of [
        ["core.repositoryFormatVersion", "1"],
        ["extensions.partialClone", "origin"],
        ["remote.origin.promisor", "true"],
        ["protocol.ext.allow", "always"],
        ["remote.origin.url", `ext::${trap.program} promisor`],
        ["core.sshCommand", trap.program],
      ] as const)
        git(tree, "config", name, value);
    },
  ],
  ["the index is garbage", (tree) => fs.writeFileSync(path.join(tree, ".git/index"), "DIRC garbage")],
  [
    "HEAD is garbage",
    (tree) => fs.writeFileSync(path.join(tree, ".git/HEAD"), "\u001b[31mevil\n".repeat(1000)),
  ],
  [
    "the configuration is garbage",
    (tree) => fs.writeFileSync(path.join(tree, ".git/config"), "[core\n\u001b[31m"),
  ],
  ["names of tags are escapes", (tree) => void git(tree, "tag", "2.0.1-%0A<script>\u202e")],
];

describe("a repository that is crooked", () => {
  const isUnsafe = (said: string): boolean => said.includes("\u001b") || said.includes("\u202e");

  it.each(CROOKED)("%s: nothing runs, nothing is lost, and the tree is still patched", async (_, bend) => {
    const [tree, trap] = [checkout(), makeTrap()];
    const before = bytesOf(tree);
    bend(tree, trap);
    for (const args of [["status"], ["check"], ["matrix"], ["diff"]]) {
      const { status, out, err } = await run([...args, tree]);
      expect([args, status === 70, isUnsafe(out + err)]).toEqual([args, false, false]);
    }
    const applied = await run(["apply", "--allow-dirty", tree]);
    expect(applied.status).toBe(0);
    expect(bytesOf(tree)[TARGET]).not.toBe(before[TARGET]);
    expect((await run(["revert", tree])).status).toBe(0);
    expect(bytesOf(tree)[TARGET]).toBe(before[TARGET]);
    expect(trap.sprung()).toEqual([]);
  });

  it("has a FIFO where git reads: git is given up, and the tree is still judged", async () => {
    const tree = checkout();
    fs.rmSync(path.join(tree, ".git/config"));
    execFileSync("mkfifo", [path.join(tree, ".git/config")]);
    const { status, out, err } = await run(["status", "-v", tree]);
    expect([status, out.includes("applicable")]).toEqual([0, true]);
    expect(out + err).toContain("git did not finish within 30 s");
  });

  it("has a FIFO for an object: git is given up with a message", async () => {
    const tree = checkout();
    const blob = git(tree, "rev-parse", `HEAD:${TARGET}`);
    const object = path.join(tree, ".git/objects", blob.slice(0, 2), blob.slice(2));
    fs.rmSync(object);
    execFileSync("mkfifo", [object]);
    const { status, err } = await run(["matrix", tree]);
    expect([status, err]).toEqual([2, expect.stringContaining("git did not answer within 30 s")]);
  });

  it("of another user is not asked, with the way out", async () => {
    const tree = checkout();
    if (process.geteuid?.() !== 0) throw new Error("this test runs as root, as CI does");
    execFileSync("chown", ["-R", "65534", tree]);
    const { status, out, err } = await run(["status", "-v", tree]);
    expect(status).toBe(0);
    expect(out + err).toContain("git refuses it because another user owns it");
    expect(out).toContain("applicable");
  });
});

/** Variables that point git to another repository, or to a program. */
const ELSEWHERE = (other: string, trap: string): Readonly<Record<string, string>> => ({
  GIT_DIR: path.join(other, ".git"),
  GIT_WORK_TREE: other,
  GIT_INDEX_FILE: path.join(other, "index"),
  GIT_OBJECT_DIRECTORY: path.join(other, "objects"),
  GIT_ALTERNATE_OBJECT_DIRECTORIES: other,
  GIT_COMMON_DIR: other,
  GIT_NAMESPACE: "other",
  GIT_EXTERNAL_DIFF: `${trap} GIT_EXTERNAL_DIFF`,
  GIT_PAGER: `${trap} GIT_PAGER`,
  GIT_SSH_COMMAND: `${trap} GIT_SSH_COMMAND`,
  GIT_ASKPASS: trap,
  GIT_PROXY_COMMAND: trap,
  GIT_EDITOR: trap,
  GIT_TRACE: path.join(other, "trace"),
  GIT_TRACE2_EVENT: path.join(other, "trace"),
  GIT_REPLACE_REF_BASE: "refs/tags/",
});

describe("an environment that is made for another repository, as in a hook", () => {
  it("does not lead astray, and runs and writes nothing", async () => {
    const [tree, other, trap] = [checkout(), scratch(), makeTrap()];
    git(other, "init", "-q");
    const variables = ELSEWHERE(other, trap.program);
    const before = fs.readdirSync(other);
    Object.assign(process.env, variables);
    const said = await runEverything(tree).finally(() => {
      for (const name of Object.keys(variables)) delete process.env[name];
    });
    expect([...said].filter(([, { status }]) => status === 70 || status === 2)).toEqual([]);
    expect(said.get("matrix")?.out).toMatch(/os-vif\/0001-\S+ +\+ +\+/);
    expect([trap.sprung(), fs.readdirSync(other)]).toEqual([[], before]);
  });
});
