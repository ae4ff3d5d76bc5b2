import fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runTool } from "../../src/cli/run-tool.ts";
import { formatVerification, verifySeries } from "../../src/cli/verify.ts";
import type { RunTool } from "../../src/emit/outside-tool.ts";
import { readSeries } from "../../src/emit/patch-files.ts";
import { hashTree } from "../../src/emit/tree-hash.ts";
import { run, scratchFolder, writeTree } from "./scratch.ts";

const root = scratchFolder();
let count = 0;

function folder(files: Readonly<Record<string, string>>): string {
  const made = join(root, String(count++));
  fs.mkdirSync(made);
  writeTree(made, files);
  return made;
}

describe("the hash of a tree", () => {
  it("is git's own, links, modes and the order of names included", () => {
    const tree = folder({
      "a.py": "x\n",
      "a/b": "y\n",
      "a-b": "z\n",
      "run.sh": "#!/bin/sh\n",
      "empty/.keep": "",
    });
    fs.chmodSync(join(tree, "run.sh"), 0o755);
    fs.symlinkSync("a/b", join(tree, "link"));
    fs.mkdirSync(join(tree, "nothing"));
    run(tree, "git", "init", "-q");
    run(tree, "git", "add", "-A");
    expect(hashTree(tree, [".git"])).toBe(run(tree, "git", "write-tree").trim());
  });

  it("of nothing is that of git's empty tree", () => {
    expect(hashTree(folder({}))).toBe("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
  });
});

describe("a series on disk", () => {
  const mail =
    "From: Ada <ada@example.org>\nDate: Wed, 2 Dec 2020 00:00:00 +0000\nSubject: [PATCH] two\n words\n\nText\n";

  it("is read in the order of its list, with what each mail says", () => {
    const read = readSeries(
      folder({ series: "# c\nb.patch\na.patch -p1\n", "a.patch": "--- a/x\n", "b.patch": mail }),
    );
    expect(read.map(({ name, mail: head }) => [name, head?.subject])).toEqual([
      ["b.patch", "two words"],
      ["a.patch", undefined],
    ]);
  });

  it("is read by name without a list", () => {
    expect(
      readSeries(folder({ "2.patch": "", "1.patch": "", "x.mbox": "" })).map(({ name }) => name),
    ).toEqual(["1.patch", "2.patch"]);
  });

  it.each([
    ["holds nothing", {}, "holds no patches"],
    ["lists what is not there", { series: "a.patch\n" }, "a.patch is listed but is not there"],
    [
      "does not list all",
      { series: "a.patch\n", "a.patch": "", "b.patch": "" },
      "b.patch is there but is not listed",
    ],
  ])("is refused when it %s", (_name, files, message) => {
    expect(() => readSeries(folder(files))).toThrow(message);
  });
});

describe("osfix verify", () => {
  const tree = folder({ "a.py": "x = 1\n" });
  const series = folder({ "1.patch": "--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-x = 1\n+x = 2\n" });

  it("shows what is not installed, and does not call that agreement", () => {
    const result = verifySeries({ series, tree, requireAll: false }, () => ({
      status: undefined,
      output: "",
    }));
    expect(result.agreed).toBe(false);
    expect(formatVerification(result)).toMatch(/^git apply {12}- {7}git is not installed \(Debian: git\)\n/);
  });

  it("names each tool before it is asked", () => {
    const told: string[] = [];
    const begun = ({ name }: { readonly name: string }) => told.push(name);
    const result = verifySeries({ series, tree, requireAll: false, begun }, (program) => {
      expect(told.length).toBeGreaterThan(0);
      told.push(`asks ${program}`);
      return { status: undefined, output: "" };
    });
    expect(told.slice(0, 2)).toEqual(["git apply", "asks git"]);
    expect(told.filter((line) => !line.startsWith("asks "))).toEqual(
      result.rows.map(({ consumer }) => consumer.name),
    );
  });

  it("shows why a tool refused", () => {
    const result = verifySeries({ series, tree, requireAll: false }, (program, args) => ({
      status: args[0] === "--version" || program === "cp" || program === "chmod" ? 0 : 1,
      output: "it does not fit\n",
    }));
    expect(result.agreed).toBe(false);
    expect(formatVerification(result)).toMatch(
      /^git apply {12}FAILED\n {4}git apply --verbose: status 1\n {4}it does not fit\n/,
    );
  });

  const quick: RunTool = (program, args, options) =>
    program === "gbp" || program === "rpmbuild" || program === "dpkg-source" || program === "quilt"
      ? { status: undefined, output: "" }
      : runTool(program, args, options);

  it("says when nobody can apply a series because the tree holds it", () => {
    const held = folder({ "a.py": "x = 2\n" });
    const result = verifySeries({ series, tree: held, requireAll: false }, quick);
    expect(formatVerification(result)).toMatch(/\nno agreement: the tree holds these patches already\n$/);
    const other = verifySeries({ series, tree: folder({ "a.py": "y\n" }), requireAll: false }, quick);
    expect(formatVerification(other)).toMatch(/\nno agreement\n$/);
  });

  it("tries of a tree's own debian/patches what is not applied in it", () => {
    const mail = "From: A <a@example.org>\nDate: Wed, 2 Dec 2020 00:00:00 +0000\nSubject: two\n\n---\n";
    const diff = (from: number): string =>
      `--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-x = ${from}\n+x = ${from + 1}\n`;
    const files = {
      "a.py": "x = 1\n",
      "debian/patches/own.patch": diff(0),
      "debian/patches/disabled.patch": diff(7),
      "debian/patches/more.patch": mail + diff(1),
      "debian/patches/series": "own.patch\nmore.patch\n",
      ".pc/applied-patches": "own.patch\n",
    };
    const source = folder(files);
    const patches = join(source, "debian/patches");
    const result = verifySeries({ series: patches, tree: source, requireAll: false }, quick);
    expect(result.agreed, formatVerification(result)).toBe(true);
    const full = folder({ ...files, ".pc/applied-patches": "own.patch\nmore.patch\n" });
    const all = { series: join(full, "debian/patches"), tree: full, requireAll: false };
    expect(() => verifySeries(all, quick)).toThrow("holds no patch that is not applied in the tree");
  });
});
