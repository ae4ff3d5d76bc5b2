import fs from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { bytesOf, commitAll, sample } from "../cli/osfix.ts";
import { git } from "../helpers/git-repository.ts";
import { putFiles, scratch } from "../helpers/scratch.ts";
import { run, TARGET } from "./commands.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const failure = (code: string): Error => Object.assign(new Error(`${code}: made up`), { code });

type Call = "renameSync" | "symlinkSync" | "linkSync" | "mkdirSync" | "writeFileSync" | "openSync";

/** Lets a call of the file system fail the Nth time that it is about a file of the folder, or also ever after. */
function failAt(
  call: Call,
  code: string,
  folder: string,
  from = 1,
  until = from,
): { readonly hits: () => number } {
  const real = fs[call] as (...args: readonly unknown[]) => unknown;
  let seen = 0;
  vi.spyOn(fs, call).mockImplementation(((...args: readonly unknown[]) => {
    const isHere = args.some((one) => typeof one === "string" && one.startsWith(folder));
    if (isHere && ++seen >= from && seen <= until) throw failure(code);
    return real(...args);
  }) as never);
  return { hits: () => seen };
}

const REASONS: readonly (readonly [string, string])[] = [
  ["ENOSPC", "there is no space left on its file system"],
  ["EDQUOT", "your quota on its file system is used up"],
  ["EACCES", "it may not be written (permission denied)"],
  ["EROFS", "it may not be written (read-only file system)"],
  ["EIO", "its disk reports an error (EIO)"],
  ["EMFILE", "too many files are open (ulimit -n shows the limit)"],
  ["ETXTBSY", "it is in use by a running program"],
  ["EBADMSG", "it cannot be written (EBADMSG)"],
];

describe("a file system that fails while files are put in place", () => {
  it.each(REASONS)(
    "%s at the third rename: the old tree, the reason, exit status 2",
    async (code, reason) => {
      const trees = sample();
      const before = bytesOf(trees);
      const { hits } = failAt("renameSync", code, trees, 3);
      const { status, err } = await run(["apply", trees]);
      expect([hits() >= 3, status, bytesOf(trees)]).toEqual([true, 2, before]);
      expect(err).toContain(reason);
      expect(err).toContain("nothing was written");
    },
  );

  it("for good: it says that the trees are half written, and the next run undoes that", async () => {
    const trees = sample();
    const before = bytesOf(trees);
    failAt("renameSync", "EIO", trees, 3, Number.POSITIVE_INFINITY);
    const { status, err } = await run(["apply", trees]);
    expect(status).toBe(2);
    expect(err).toContain("the old file could not be put back: its disk reports an error (EIO)");
    expect(err).toContain("it is half written; the next osfix apply or osfix revert puts the old files back");
    expect(err).not.toContain("nothing was written");
    vi.restoreAllMocks();
    const again = await run(["revert", trees]);
    expect(again.err).toMatch(/an interrupted run was undone \(\d+ files\)/);
    expect(bytesOf(trees)).toEqual(before);
  });

  it.each([
    ["ENOSPC", "its file system is full"],
    ["EACCES", "its directory may not be written (permission denied)"],
    ["EROFS", "its file system is read-only"],
    ["EIO", "its lock cannot be taken: its disk reports an error (EIO)"],
  ])("%s when the lock is taken: nothing is touched, exit status 2", async (code, reason) => {
    const tree = sample("os-vif");
    const before = bytesOf(tree);
    failAt("mkdirSync", code, tree);
    const { status, err } = await run(["apply", tree]);
    expect([status, err.includes(reason), bytesOf(tree)]).toEqual([2, true, before]);
  });

  it("by revert and by check --fix alike", async () => {
    const tree = sample("os-vif");
    expect((await run(["apply", tree])).status).toBe(0);
    const patched = bytesOf(tree);
    failAt("renameSync", "ENOSPC", tree, 2);
    const reverted = await run(["revert", tree]);
    expect([reverted.status, reverted.err.includes("no space left"), bytesOf(tree)]).toEqual([
      2,
      true,
      patched,
    ]);
    vi.restoreAllMocks();
    const other = scratch({
      "a.py":
        "import logging\n\nLOG = logging.getLogger(__name__)\nLOG.info('%s', (a,))\ntry:\n    a = '%s %s' % (1, 2)\nexcept A or B:\n    pass\n",
    });
    const source = bytesOf(other);
    const { hits } = failAt("renameSync", "EIO", other);
    const fixed = await run(["check", "--all", "--fix", "--unsafe", other]);
    expect([hits(), fixed.status, bytesOf(other)]).toEqual([1, 2, source]);
    expect(fixed.err).toContain("a.py: its disk reports an error (EIO)");
  });
});

/** Commands that write a file or folder of their own, and how the call begins. */
const OUTPUTS: readonly (readonly [string, (tree: string, out: string) => readonly string[]])[] = [
  ["emit", (tree, out) => ["emit", "--output", path.join(out, "all.patch"), tree]],
  [
    "check --output",
    (tree, out) => ["check", "--format", "json", "--output", path.join(out, "r.json"), tree],
  ],
  [
    "check --update-baseline",
    (tree, out) => ["check", "--baseline", path.join(out, "b.json"), "--update-baseline", tree],
  ],
];

describe("an output that cannot be written", () => {
  it.each(OUTPUTS)("%s: what was there before stays, exit status 2", async (_, argsOf) => {
    const [tree, out] = [sample("os-vif"), path.join(scratch(), "out")];
    const first = await run(argsOf(tree, out));
    expect(first.status).not.toBe(2);
    const before = bytesOf(out);
    expect(Object.keys(before)).not.toEqual([]);
    fs.appendFileSync(
      path.join(tree, TARGET),
      "\n\n@lockutils.synchronized('a')\ndef f():\n    with lockutils.lock('a'):\n        pass\n",
    );
    const text = fs.readFileSync(path.join(tree, "PKG-INFO"), "utf8");
    putFiles(tree, { "PKG-INFO": text.replace("3.0.0", "3.0.1") });
    for (const [code, says] of [
      ["ENOSPC", "no space left"],
      ["EDQUOT", "your quota is used up"],
      ["EROFS", "the file system is read-only"],
      ["EIO", "the disk reports an error"],
    ] as const) {
      const { hits } = failAt("renameSync", code, out);
      const { status, err } = await run(argsOf(tree, out));
      vi.restoreAllMocks();
      expect([code, hits() > 0, status, err.includes(says)]).toEqual([code, true, 2, true]);
      expect(bytesOf(out)).toEqual(before);
    }
    expect((await run(argsOf(tree, out))).status).not.toBe(2);
    expect(bytesOf(out)).not.toEqual(before);
  });

  it("goes into a pipe as it is, and through a symbolic link", async () => {
    const [tree, out] = [sample("os-vif"), scratch({ "real.json": "{}" })];
    fs.symlinkSync("real.json", path.join(out, "link.json"));
    for (const file of ["/dev/null", path.join(out, "link.json")])
      expect((await run(["check", "--format", "json", "--output", file, tree])).status).not.toBe(2);
    expect(fs.lstatSync(path.join(out, "link.json")).isSymbolicLink()).toBe(true);
    expect(JSON.parse(fs.readFileSync(path.join(out, "real.json"), "utf8"))).toHaveProperty("findings");
  });
});

describe("two osfix at once", () => {
  it("the second one says who writes, and writes nothing", async () => {
    const tree = sample("os-vif");
    const [one, two] = await Promise.all([run(["apply", tree]), run(["apply", tree])]);
    const said = [one, two].sort((a, b) => a.status - b.status);
    expect(said[0]?.status).toBe(0);
    const isTold = /another osfix \(process \d+\) is writing/.test(said[1]?.err ?? "");
    expect(isTold || said[1]?.status === 0).toBe(true);
    expect((await run(["apply", "--check", tree])).status).toBe(0);
  });
});

describe("what lies in a tree beside plain files", () => {
  it("a hard link: the other name keeps the old bytes, and the call says so", async () => {
    const tree = sample("os-vif");
    const other = path.join(scratch(), "copy.py");
    fs.linkSync(path.join(tree, TARGET), other);
    const before = fs.readFileSync(other, "latin1");
    const { status, err } = await run(["apply", tree]);
    expect([status, fs.readFileSync(other, "latin1")]).toEqual([0, before]);
    expect(err).toContain(`${TARGET} had other names (hard links): they keep the old bytes`);
  });

  it("a sparse checkout: what it leaves out is told", async () => {
    const tree = sample("os-vif");
    commitAll(tree);
    git(tree, "sparse-checkout", "set", "--no-cone", "/*", `!/${TARGET}`);
    expect(fs.existsSync(path.join(tree, TARGET))).toBe(false);
    const { status, err } = await run(["status", tree]);
    expect(status).toBe(0);
    expect(err).toContain(
      `the checkout is sparse and leaves out ${TARGET}: what patches change there was not looked at`,
    );
  });

  it("two names that differ in case: the one that patches mean is changed", async () => {
    const tree = sample("os-vif");
    const twin = path.join(tree, path.dirname(TARGET), "Linux_Net.py");
    fs.copyFileSync(path.join(tree, TARGET), twin);
    const before = fs.readFileSync(twin, "latin1");
    expect((await run(["apply", tree])).status).toBe(0);
    expect([
      fs.readFileSync(twin, "latin1") === before,
      fs.readFileSync(path.join(tree, TARGET), "latin1") === before,
    ]).toEqual([true, false]);
  });

  it("a name in another case alone is a file that is not there, and is named", async () => {
    const tree = sample("os-vif");
    fs.renameSync(path.join(tree, TARGET), path.join(tree, path.dirname(TARGET), "Linux_Net.py"));
    const { out } = await run(["locate", tree]);
    expect(out).toContain("no such file");
  });

  it("mode and time: the mode stays, the time is that of the change", async () => {
    const tree = sample("os-vif");
    const file = path.join(tree, TARGET);
    fs.chmodSync(file, 0o754);
    fs.utimesSync(file, 1_000, 1_000);
    expect((await run(["apply", tree])).status).toBe(0);
    expect([fs.statSync(file).mode & 0o7777, fs.statSync(file).mtimeMs > 1_000_000]).toEqual([0o754, true]);
    const untouched = path.join(tree, "os_vif/__init__.py");
    fs.utimesSync(untouched, 1_000, 1_000);
    await run(["revert", tree]);
    expect(fs.statSync(untouched).mtimeMs).toBe(1_000_000);
  });
});
