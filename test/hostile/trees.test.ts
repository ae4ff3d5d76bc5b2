import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bytesOf, sample } from "../cli/osfix.ts";
import { repositoryOf } from "../helpers/git-repository.ts";
import { filesIn, putFiles, scratch } from "../helpers/scratch.ts";
import { CONTENTS, ENTRIES, type HostileFile, STRANGE_BUT_FINE } from "./cases.ts";
import { run, TARGET } from "./commands.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOUND =
  "from oslo_concurrency import lockutils\n\n\n@lockutils.synchronized('a')\ndef f():\n    with lockutils.lock('a'):\n        pass\n";

const named = (cases: readonly HostileFile[]): (readonly [string, HostileFile])[] =>
  cases.map((one) => [one.name, one]);

/** Both sample trees, the target of most patches made hostile. */
function spoilt(one: HostileFile): string {
  const trees = sample();
  one.make(path.join(trees, "os-vif", TARGET));
  return trees;
}

describe("a target file that nobody should read", () => {
  it.each(named([...ENTRIES, ...CONTENTS]))(
    "%s: a conflict with its reason for every command",
    async (_, one) => {
      const trees = spoilt(one);
      const target = path.join(trees, "os-vif", TARGET);
      const status = await run(["status", trees]);
      expect([status.status, status.out.includes(one.reason ?? "")]).toEqual([3, true]);
      // The other tree of the call is judged as ever.
      expect(status.out).toMatch(/applicable +0002-vlan-of-bridge-ports/);
      for (const command of ["diff", "apply"]) {
        const said = await run([command, trees]);
        expect([command, said.status, (said.out + said.err).includes(one.reason ?? "")]).toEqual([
          command,
          3,
          true,
        ]);
        expect(said.err).toContain("nothing was written");
      }
      const emitted = await run([
        "emit",
        "--output",
        path.join(scratch(), "out"),
        path.join(trees, "os-vif"),
      ]);
      expect([emitted.status, emitted.err.includes(one.reason ?? "")]).toEqual([3, true]);
      const located = await run(["locate", trees]);
      expect([located.status, located.out.includes(one.reason ?? "")]).toEqual([0, true]);
      // Nothing that could be taken out is known of, nor is this what the patches are for.
      const reverted = await run(["revert", trees]);
      expect([reverted.status, reverted.out.includes(one.reason ?? "")]).toEqual([3, true]);
      expect((await run(["explain", `${target}:1`])).status).not.toBe(70);
    },
  );

  it.each(named(STRANGE_BUT_FINE))("%s: is patched, and comes back byte for byte", async (_, one) => {
    const trees = spoilt(one);
    const before = bytesOf(trees);
    expect((await run(["apply", trees])).status).toBe(0);
    expect(bytesOf(trees)[`os-vif/${TARGET}`]).not.toBe(before[`os-vif/${TARGET}`]);
    expect((await run(["apply", "--check", trees])).status).toBe(0);
    expect((await run(["revert", trees])).status).toBe(0);
    expect(bytesOf(trees)).toEqual(before);
  });
});

describe("a tree full of hostile files", () => {
  const fileOf = (at: number): string => `pkg/m${String(at).padStart(2, "0")}.py`;

  it("is checked: each is passed over with its reason, and the healthy one is found", async () => {
    const tree = scratch({ "pkg/__init__.py": "", "pkg/zz.py": FOUND });
    const cases = [...ENTRIES, ...CONTENTS, ...STRANGE_BUT_FINE];
    for (const [at, one] of cases.entries()) one.make(path.join(tree, fileOf(at)));
    const { status, out } = await run(["check", "--json", "--all", tree]);
    const { findings, skipped } = JSON.parse(out);
    const passedOver = skipped.filter(({ problem }: { problem: string }) => problem !== "syntax-error");
    const reasons = new Map<string, string>(
      passedOver.map((each: { path: string; reason: string }) => [
        path.relative(tree, `/${each.path}`),
        each.reason,
      ]),
    );
    for (const [at, one] of cases.entries())
      expect([one.name, reasons.get(fileOf(at))]).toEqual([
        one.name,
        one.reason === undefined ? undefined : expect.stringContaining(one.reason),
      ]);
    expect(findings.map((one: { path: string }) => path.basename(one.path))).toContain("zz.py");
    expect(status).toBe(1);
  });

  it("is named by check without being asked, the first ones at least", async () => {
    const tree = scratch({ "a.py": FOUND });
    for (const [at, one] of CONTENTS.slice(0, 6).entries()) one.make(path.join(tree, `b${at}.py`));
    const { err } = await run(["check", tree]);
    expect(err).toContain("b0.py: it holds a NUL byte at offset 4; it is not Python source");
    expect(err).toContain("1 more file like that; -v names them");
    expect(err).toContain("6 files skipped");
    expect((await run(["check", "-v", tree])).err).not.toContain("more; -v");
  });

  it("may loop, link to itself and hold what has no name in UTF-8", async () => {
    const tree = scratch({ "pkg/a.py": FOUND, "pkg/new\nline.py": FOUND, "pkg/\u001b[31m.py": FOUND });
    fs.symlinkSync("..", path.join(tree, "pkg/up"));
    fs.symlinkSync("b", path.join(tree, "pkg/a"));
    fs.symlinkSync("a", path.join(tree, "pkg/b"));
    fs.symlinkSync("loop.py", path.join(tree, "pkg/loop.py"));
    fs.writeFileSync(
      Buffer.concat([Buffer.from(`${tree}/pkg/`), Buffer.from([0xff, 0x2e, 0x70, 0x79])]),
      FOUND,
    );
    for (const prepare of [
      () => undefined,
      () => execFileSync("git", ["init", "-q"], { cwd: tree }),
      () => execFileSync("git", ["add", "-A"], { cwd: tree }),
    ]) {
      prepare();
      const { out, err } = await run(["check", "-v", "--select", "locks/*", tree]);
      expect(`${out}${err}`).not.toContain("\u001b");
      if (!fs.existsSync(path.join(tree, ".git/index"))) continue;
      expect(out).toContain("new\\x0aline.py:");
      expect(err).toContain("\ufffd.py: its name is not UTF-8");
      expect(err).toContain("loop.py: it is a symbolic link to something that cannot be read");
    }
  });

  it("may have an index of a million files", async () => {
    const tree = scratch({ "a.py": FOUND });
    execFileSync("git", ["init", "-q"], { cwd: tree });
    execFileSync("git", ["add", "a.py"], { cwd: tree });
    const blob = execFileSync("git", ["rev-parse", ":a.py"], { cwd: tree, encoding: "utf8" }).trim();
    // In order, so that git appends them.
    const input = Array.from(
      { length: 1_000_000 },
      (_, at) => `100644 ${blob}\td/file-${String(at).padStart(7, "0")}.txt\n`,
    );
    execFileSync("git", ["update-index", "--index-info"], { cwd: tree, input: input.join("") });
    putFiles(tree, { "untracked.py": FOUND });
    const { out } = await run(["check", "--json", "--select", "locks/*", tree]);
    const { files, findings } = JSON.parse(out);
    // The untracked file tells the index from a walk.
    expect([files, findings.length > 0]).toEqual([1, true]);
  });

  it("is judged in git's objects too", async () => {
    const module = fs.readFileSync(path.join(ROOT, "fixtures/sample/os-vif", TARGET), "utf8");
    const made = CONTENTS.map((one) => {
      const folder = scratch({ "m.py": module });
      one.make(path.join(folder, "m.py"));
      return fs.readFileSync(path.join(folder, "m.py"));
    });
    const repository = repositoryOf([
      { files: filesIn(path.join(ROOT, "fixtures/sample/os-vif")), tags: ["2.0.0"] },
    ]);
    for (const [at, content] of made.entries()) {
      putFiles(repository, { [TARGET]: content });
      execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-qam", "x"], {
        cwd: repository,
      });
      execFileSync("git", ["tag", `2.1.${at}`], { cwd: repository });
    }
    const { status, out } = await run(["matrix", "--json", "--only", "1", repository]);
    expect(status).not.toBe(70);
    const report = JSON.parse(out);
    const reasonsOf = (name: string): string => {
      const revision = report.repositories[0].revisions.find((one: { name: string }) => one.name === name);
      return JSON.stringify((revision.verdicts.hardened ?? []).map((at: number) => report.verdicts[at]));
    };
    for (const [at, one] of CONTENTS.entries()) expect(reasonsOf(`2.1.${at}`)).toContain(one.reason);
    expect(reasonsOf("2.0.0")).toContain("applicable");
    const drifted = await run(["drift", repository, "--from", "2.0.0", "--to", "2.1.3", "--no-cache"]);
    expect(drifted.status).not.toBe(70);
  });
});
