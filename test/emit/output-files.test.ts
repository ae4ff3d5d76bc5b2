import fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { replaceFiles, textFile, writeOwnedDirectory } from "../../src/emit/output-files.ts";
import { recoverDirectory } from "../../src/emit/swap-directory.ts";
import { scratchFolder, writeTree } from "./scratch.ts";

const root = scratchFolder();
let count = 0;
const patch = (name: string): string => `Subject: ${name}\n\nSemantic-Patch: bridge/${name}\n---\n`;

function folder(files: Readonly<Record<string, string>>): string {
  const made = join(root, String(count++));
  fs.mkdirSync(made);
  writeTree(made, files);
  return made;
}

/** All files below a folder with their text. */
function contents(directory: string): Record<string, string> {
  const names = fs.readdirSync(directory, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => fs.statSync(join(directory, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, fs.readFileSync(join(directory, name), "utf8")]));
}

describe("a directory of ours", () => {
  it("is made with its parents", () => {
    const out = join(root, "new", "deep");
    const done = writeOwnedDirectory(out, [textFile("a.patch", patch("a")), textFile("series", "a.patch\n")]);
    expect(done.written).toEqual(["a.patch", "series"]);
    expect(contents(out)).toEqual({ "a.patch": patch("a"), series: "a.patch\n" });
  });

  it("is left alone when nothing differs", () => {
    const out = folder({ "a.patch": patch("a"), series: "a.patch\n" });
    const before = fs.statSync(join(out, "a.patch")).mtimeMs;
    const done = writeOwnedDirectory(out, [textFile("a.patch", patch("a")), textFile("series", "a.patch\n")]);
    expect(done).toEqual({ written: [], unchanged: ["a.patch", "series"], removed: [] });
    expect(fs.statSync(join(out, "a.patch")).mtimeMs).toBe(before);
  });

  it("loses what an earlier run left", () => {
    const out = folder({ "a.patch": patch("a"), "old.patch": patch("old"), series: "a.patch\nold.patch\n" });
    expect(writeOwnedDirectory(out, [textFile("a.patch", patch("a"))]).removed).toEqual([
      "old.patch",
      "series",
    ]);
    expect(contents(out)).toEqual({ "a.patch": patch("a") });
  });

  it("is refused when patches of another series or project are there, and not when they are written again", () => {
    const of = (series: string, name: string) =>
      `Subject: ${name}\n\nSemantic-Patch: ${name}\nSemantic-Patch-Series: ${series}\n---\n`;
    const files = { "a.patch": of("bridge", "nova/a"), "b.patch": of("bridge", "nova/b") };
    const out = folder(files);
    const write = (series: string, name: string) => () =>
      writeOwnedDirectory(out, [textFile("c.patch", of(series, name))]);
    const message = `${out} holds patches of bridge for nova, which would be lost`;
    expect(write("door", "nova/c")).toThrow(message);
    expect(write("bridge", "os-vif/c")).toThrow(message);
    expect(contents(out)).toEqual(files);
    expect(write("bridge", "nova/c")().removed).toEqual(["a.patch", "b.patch"]);
  });

  it.each([
    ["a patch of somebody else's under the same name", { "a.patch": "--- a/x\n+++ b/x\n" }, "a.patch"],
    ["any other file", { "notes.txt": "mine\n" }, "notes.txt"],
    ["a list that names others", { "a.patch": patch("a"), series: "distro.patch\n" }, "series"],
  ])("is refused when it holds %s", (_name, files, named) => {
    const out = folder(files);
    expect(() => writeOwnedDirectory(out, [textFile("a.patch", patch("b"))])).toThrow(
      `${out} holds files that osfix did not write: ${named}`,
    );
    expect(contents(out)).toEqual(files);
  });
});

describe("a directory that is exchanged as a whole", () => {
  const given = [textFile("a.patch", patch("a")), textFile("b.patch", patch("b"))];

  it("is another directory with the same mode; files that stay are the same files", () => {
    const out = folder({ "a.patch": patch("a"), "old.patch": patch("old") });
    fs.chmodSync(out, 0o750);
    const before = [fs.statSync(out).ino, fs.statSync(join(out, "a.patch")).ino];
    expect(writeOwnedDirectory(out, given)).toEqual({
      written: ["b.patch"],
      unchanged: ["a.patch"],
      removed: ["old.patch"],
    });
    expect(fs.statSync(out).ino).not.toBe(before[0]);
    expect(fs.statSync(join(out, "a.patch")).ino).toBe(before[1]);
    expect(fs.statSync(out).mode & 0o7777).toBe(0o750);
    expect(contents(out)).toEqual({ "a.patch": patch("a"), "b.patch": patch("b") });
  });

  it("keeps a link to it", () => {
    const [out, link] = [folder({ "a.patch": patch("x") }), join(root, "link")];
    fs.symlinkSync(out, link);
    writeOwnedDirectory(link, given);
    expect(fs.readlinkSync(link)).toBe(out);
    expect(Object.keys(contents(out))).toEqual(["a.patch", "b.patch"]);
  });

  it("is written file by file where somebody works in it", () => {
    const out = folder({ "a.patch": patch("x") });
    const before = fs.statSync(out).ino;
    const here = process.cwd;
    process.cwd = () => out;
    try {
      writeOwnedDirectory(out, given);
    } finally {
      process.cwd = here;
    }
    expect(fs.statSync(out).ino).toBe(before);
    expect(Object.keys(contents(out))).toEqual(["a.patch", "b.patch"]);
  });

  it("comes back when a run was killed between the two renames, and what was made is removed", () => {
    const out = folder({ "a.patch": patch("x") });
    const pid = 2 ** 22 + 1;
    fs.renameSync(out, `${out}.osfix-old-${pid}`);
    fs.mkdirSync(`${out}.osfix-new-${pid}`);
    const foreign = folder({ "notes.txt": "mine" });
    expect(() => writeOwnedDirectory(foreign, given)).toThrow("holds files that osfix did not write");
    recoverDirectory(out);
    expect(contents(out)).toEqual({ "a.patch": patch("x") });
    expect(fs.readdirSync(root).filter((name) => name.includes(".osfix-"))).toEqual([]);
    expect(writeOwnedDirectory(out, given).written).toEqual(["a.patch", "b.patch"]);
  });
});

describe("all files or none", () => {
  it("when the directory is a file", () => {
    const out = folder({ taken: "mine\n" });
    expect(() => replaceFiles(join(out, "taken"), [textFile("a.patch", "x")])).toThrow("cannot write to");
    expect(contents(out)).toEqual({ taken: "mine\n" });
  });

  it("when the second of three targets is a directory", () => {
    const out = folder({ "one.patch": "old\n", "two.patch/inner": "mine\n" });
    const files = ["one.patch", "two.patch", "new/three.patch"].map((name) => textFile(name, "new\n"));
    expect(() => replaceFiles(out, files)).toThrow("two.patch is not a regular file");
    expect(contents(out)).toEqual({ "one.patch": "old\n", "two.patch/inner": "mine\n" });
    expect(fs.existsSync(join(out, "new"))).toBe(false);
  });

  it("when a file that should go cannot go", () => {
    const out = folder({ "one.patch": "old\n", "stale/inner": "mine\n" });
    expect(() =>
      replaceFiles(out, [textFile("one.patch", "new\n"), textFile("z", "z")], ["stale"]),
    ).toThrow();
    expect(contents(out)).toEqual({ "one.patch": "old\n", "stale/inner": "mine\n" });
  });

  it("keeps the mode of what it replaces", () => {
    const out = folder({ "one.sh": "old\n" });
    fs.chmodSync(join(out, "one.sh"), 0o750);
    replaceFiles(out, [textFile("one.sh", "new\n")]);
    expect(fs.statSync(join(out, "one.sh")).mode & 0o777).toBe(0o750);
  });
});
