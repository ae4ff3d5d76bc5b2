import fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatVerification, verifySeries } from "../../src/cli/verify.ts";
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
});
