import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { directoryTree } from "../../src/checkout/directory-tree.ts";
import { MAX_FILE_BYTES } from "../../src/checkout/source-file.ts";
import { scratch, unprivileged } from "../helpers/scratch.ts";

describe("reading a file of a directory", () => {
  it("tells bytes, text and mode", () => {
    const root = scratch({ "pkg/a.py": "x = 1\r\ny = 2" });
    fs.chmodSync(path.join(root, "pkg/a.py"), 0o755);
    const read = directoryTree(root).read("pkg/a.py");
    const want = {
      kind: "source",
      text: "x = 1\r\ny = 2",
      mode: 0o755,
    };
    expect(read).toMatchObject({ ...want, path: "pkg/a.py", realPath: "pkg/a.py" });
  });

  it("follows a symbolic link within the tree and says where it leads", () => {
    const root = scratch({ "real/a.py": "x\n" });
    fs.symlinkSync("real", path.join(root, "linked"));
    expect(directoryTree(root).read("linked/a.py")).toMatchObject({
      path: "linked/a.py",
      realPath: "real/a.py",
    });
  });

  it("reads through a root that is itself a link", () => {
    const root = scratch({ "tree/a.py": "x\n" });
    fs.symlinkSync("tree", path.join(root, "link"));
    expect(directoryTree(path.join(root, "link")).read("a.py")).toMatchObject({
      kind: "source",
      realPath: "a.py",
    });
  });

  it("answers to the project's path for a lone file, and to no other", () => {
    const root = scratch({ "neutron.py": "x\n", "other.py": "y\n" });
    const tree = directoryTree(root, {
      aliases: new Map([["nova/conf/neutron.py", "neutron.py"]]),
    });
    expect(tree.read("nova/conf/neutron.py")).toMatchObject({
      text: "x\n",
      path: "nova/conf/neutron.py",
      realPath: "neutron.py",
    });
    expect([tree.exists("other.py"), tree.exists("neutron.py"), tree.list("")]).toEqual([false, false, []]);
    expect(tree.locate("nova/conf/neutron.py")).toBe("neutron.py");
  });

  it.each(["/etc/passwd", "../x", "a/../b", "a//b", "./a", "", "a\0b"])(
    "the path %j is a bug of the caller",
    (asked) => {
      const tree = directoryTree(scratch());
      expect(() => tree.read(asked)).toThrow("not a path within a tree");
      expect(() => tree.exists(asked)).toThrow(RangeError);
    },
  );
});

/** Each entry of a hostile tree, and what is said about it. */
const HOSTILE: readonly (readonly [string, (file: string) => void, string, string])[] = [
  ["nothing", () => undefined, "missing", "it is not there"],
  [
    "a name in another case",
    (file) => fs.writeFileSync(file.replace("a.py", "A.py"), ""),
    "missing",
    "it is not there, but A.py is; names differ in case",
  ],
  ["a directory", (file) => fs.mkdirSync(file), "not-a-file", "it is a directory, not a regular file"],
  ["a FIFO", (file) => execFileSync("mkfifo", [file]), "not-a-file", "it is a FIFO, not a regular file"],
  [
    "a link to a device",
    (file) => fs.symlinkSync("/dev/zero", file),
    "link-outside",
    "it is a symbolic link out of the tree, to /dev/zero",
  ],
  [
    "a link out of the tree",
    (file) => fs.symlinkSync("/etc/passwd", file),
    "link-outside",
    "it is a symbolic link out of the tree, to /etc/passwd",
  ],
  [
    "a dangling link",
    (file) => fs.symlinkSync("gone.py", file),
    "dangling-link",
    "it is a symbolic link to something that does not exist",
  ],
  [
    "a link to itself",
    (file) => fs.symlinkSync("a.py", file),
    "link-loop",
    "its symbolic links go round in a circle",
  ],
  [
    "a NUL byte",
    (file) => fs.writeFileSync(file, "x\0"),
    "not-python",
    "it holds a NUL byte at offset 1; it is not Python source",
  ],
  [
    "a file of 1 GB",
    (file) => sparse(file, 1024 ** 3),
    "too-large",
    "it has 1073741824 bytes; osfix reads files of at most 4 MiB",
  ],
  [
    "a file just too large",
    (file) => sparse(file, MAX_FILE_BYTES + 1),
    "too-large",
    "it has 4194305 bytes; osfix reads files of at most 4 MiB",
  ],
];

function sparse(file: string, size: number): void {
  fs.writeFileSync(file, "");
  fs.truncateSync(file, size);
}

describe("a hostile tree", () => {
  it.each(HOSTILE)("%s is a problem with its reason, not an exception", (_, make, problem, reason) => {
    const root = scratch();
    make(path.join(root, "a.py"));
    expect(directoryTree(root).read("a.py")).toEqual({ kind: "problem", path: "a.py", problem, reason });
  });

  it("a directory that is a link out of the tree", () => {
    const outside = scratch({ "a.py": "secret\n" });
    const root = scratch();
    fs.symlinkSync(outside, path.join(root, "pkg"));
    const tree = directoryTree(root);
    expect(tree.read("pkg/a.py")).toMatchObject({ problem: "link-outside" });
    expect(tree.isDirectory("pkg")).toBe(false);
  });

  it("directories that link to each other", () => {
    const root = scratch();
    fs.symlinkSync("b", path.join(root, "a"));
    fs.symlinkSync("a", path.join(root, "b"));
    const tree = directoryTree(root);
    expect(tree.read("a/x.py")).toMatchObject({ problem: "link-loop" });
    expect([tree.exists("a"), tree.isDirectory("a"), tree.list("a")]).toEqual([true, false, []]);
  });

  it("a file that may not be read", async () => {
    const root = scratch({ "a.py": "x\n" });
    fs.chmodSync(root, 0o755);
    fs.chmodSync(path.join(root, "a.py"), 0o000);
    const read = await unprivileged(() => directoryTree(root).read("a.py"));
    expect(read).toMatchObject({ problem: "unreadable", reason: "it may not be read (permission denied)" });
  });

  it("a directory that may not be entered still exists, and its files say why they cannot be read", async () => {
    const root = scratch({ "pkg/a.py": "x\n" });
    fs.chmodSync(root, 0o755);
    fs.chmodSync(path.join(root, "pkg"), 0o000);
    const seen = await unprivileged(() => {
      const tree = directoryTree(root);
      return [tree.exists("pkg/a.py"), tree.read("pkg/a.py")];
    });
    fs.chmodSync(path.join(root, "pkg"), 0o755);
    expect(seen).toMatchObject([true, { problem: "unreadable" }]);
  });

  it("a file where a directory is expected", () => {
    const tree = directoryTree(scratch({ nova: "" }));
    expect(tree.exists("nova/conf.py")).toBe(false);
    expect(tree.read("nova/conf.py")).toMatchObject({ problem: "missing" });
  });

  it("names that are no UTF-8 or hold newlines are listed without harm", () => {
    const root = scratch({ "a\nb.py": "x\n" });
    fs.writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0x2e, 0x70, 0x79])]), "y\n");
    const tree = directoryTree(root);
    expect(tree.list("")).toEqual(["a\nb.py", "\ufffd.py"]);
    expect(tree.read("a\nb.py")).toMatchObject({ kind: "source", text: "x\n" });
  });
});
