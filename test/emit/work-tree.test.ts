import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { directoryTree } from "../../src/checkout/directory-tree.ts";
import { type ByteChange, encodeChanges, type TreeWrite } from "../../src/emit/byte-change.ts";
import { type WriteOutcome, writeTrees } from "../../src/emit/work-tree.ts";
import { filesIn, putFiles, scratch, unprivileged } from "../helpers/scratch.ts";

function change(path: string, before: string | null, after: string | null): ByteChange {
  const bytes = (text: string | null): Uint8Array | null => (text === null ? null : Buffer.from(text));
  return { path, before: bytes(before), after: bytes(after) };
}

function reasons(outcome: WriteOutcome): readonly string[] {
  return outcome.kind === "written" ? [] : outcome.problems.map(({ path, reason }) => `${path}: ${reason}`);
}

function write(root: string, ...changes: readonly ByteChange[]): Promise<WriteOutcome> {
  return writeTrees([{ root, changes }]);
}

const OLD = { "a.py": "a\n", "pkg/b.py": "b\n" };

describe("writing a tree", () => {
  it("changes, makes and deletes files, and leaves nothing else behind", async () => {
    const root = scratch({ ...OLD, "pkg/gone.py": "g\n" });
    const outcome = await write(
      root,
      change("a.py", "a\n", "A\n"),
      change("pkg/new.py", null, "n\n"),
      change("pkg/gone.py", "g\n", null),
    );
    expect(outcome).toEqual({ kind: "written", files: 3 });
    expect(filesIn(root)).toEqual({ "a.py": "A\n", "pkg/b.py": "b\n", "pkg/new.py": "n\n" });
    expect(fs.readdirSync(root)).toEqual(["a.py", "pkg"]);
  });

  it("writes several trees in one go, and two projects of one directory", async () => {
    const [nova, shared] = [scratch(OLD), scratch(OLD)];
    const writes: readonly TreeWrite[] = [
      { root: shared, changes: [change("a.py", "a\n", "A\n")] },
      { root: nova, changes: [change("a.py", "a\n", "N\n")] },
      { root: shared, changes: [change("pkg/b.py", "b\n", "B\n")] },
    ];
    expect(await writeTrees(writes)).toEqual({ kind: "written", files: 3 });
    expect([filesIn(nova), filesIn(shared)]).toEqual([
      { ...OLD, "a.py": "N\n" },
      { "a.py": "A\n", "pkg/b.py": "B\n" },
    ]);
  });

  it("does nothing for changes without effect, not even take a lock", async () => {
    const root = scratch(OLD);
    fs.chmodSync(root, 0o555);
    expect(await write(root, change("a.py", "a\n", "a\n"))).toEqual({ kind: "written", files: 0 });
    expect(await writeTrees([])).toEqual({ kind: "written", files: 0 });
  });

  it.each([0o644, 0o600, 0o755, 0o664, 0o4755])("keeps the mode %o", async (mode) => {
    const root = scratch(OLD);
    fs.chmodSync(path.join(root, "a.py"), mode);
    await write(root, change("a.py", "a\n", "A\n"));
    expect((fs.statSync(path.join(root, "a.py")).mode & 0o7777).toString(8)).toBe(mode.toString(8));
  });

  it("keeps the owner, when root writes another user's tree", async () => {
    const root = scratch(OLD);
    if (process.geteuid?.() === 0) fs.chownSync(path.join(root, "a.py"), 1234, 4321);
    const before = fs.statSync(path.join(root, "a.py"));
    expect(reasons(await write(root, change("a.py", "a\n", "A\n")))).toEqual([]);
    const after = fs.statSync(path.join(root, "a.py"));
    expect([after.uid, after.gid]).toEqual([before.uid, before.gid]);
  });

  it("writes through a symbolic link within the tree and keeps the link", async () => {
    const root = scratch({ "real/a.py": "a\n" });
    fs.symlinkSync("real/a.py", path.join(root, "file.py"));
    fs.symlinkSync("real", path.join(root, "folder"));
    await write(
      root,
      change("file.py", "a\n", "A\n"),
      change("folder/a.py", "a\n", "A\n"),
      change("folder/n.py", null, "n\n"),
    );
    expect(filesIn(root)).toEqual({ "real/a.py": "A\n", "real/n.py": "n\n" });
    expect([fs.readlinkSync(path.join(root, "file.py")), fs.readlinkSync(path.join(root, "folder"))]).toEqual(
      ["real/a.py", "real"],
    );
  });

  it("cuts hard links: a copy made with `cp -l` keeps the old bytes", async () => {
    const root = scratch(OLD);
    const other = path.join(scratch(), "a.py");
    fs.linkSync(path.join(root, "a.py"), other);
    await write(root, change("a.py", "a\n", "A\n"));
    expect([fs.readFileSync(other, "utf8"), filesIn(root)["a.py"], fs.statSync(other).nlink]).toEqual([
      "a\n",
      "A\n",
      1,
    ]);
  });
});

const REFUSED: readonly (readonly [string, ByteChange, (root: string) => void, string])[] = [
  [
    "a file changed since it was read",
    change("a.py", "other\n", "A\n"),
    () => undefined,
    "a.py: it has changed since it was read",
  ],
  [
    "a file that is gone",
    change("gone.py", "g\n", "G\n"),
    () => undefined,
    "gone.py: it, or its directory, is not there any more",
  ],
  [
    "a file that should be new",
    change("a.py", null, "A\n"),
    () => undefined,
    "a.py: it should be new, but a regular file is there",
  ],
  [
    "a dangling link where a file should be new",
    change("n.py", null, "A\n"),
    (root) => fs.symlinkSync("/nowhere", path.join(root, "n.py")),
    "n.py: it should be new, but a symbolic link is there",
  ],
  [
    "a new file in a directory that is not there",
    change("no/n.py", null, "A\n"),
    () => undefined,
    "no/n.py: it, or its directory, is not there any more",
  ],
  [
    "a new file in a directory linked out of the tree",
    change("out/n.py", null, "A\n"),
    (root) => fs.symlinkSync("/usr/lib", path.join(root, "out")),
    `out/n.py: its directory is a symbolic link out of the tree, to ${fs.realpathSync("/usr/lib")}`,
  ],
  [
    "a link out of the tree",
    change("l.py", "a\n", "A\n"),
    (root) => fs.symlinkSync("/etc/hostname", path.join(root, "l.py")),
    "l.py: it is a symbolic link out of the tree, to /etc/hostname",
  ],
  [
    "a loop of links",
    change("l.py", "a\n", "A\n"),
    (root) => fs.symlinkSync("l.py", path.join(root, "l.py")),
    "l.py: it cannot be written (ELOOP)",
  ],
  [
    "a FIFO",
    change("f.py", "a\n", "A\n"),
    (root) => execFileSync("mkfifo", [path.join(root, "f.py")]),
    "f.py: it is not a regular file",
  ],
  [
    "a read-only file",
    change("a.py", "a\n", "A\n"),
    (root) => fs.chmodSync(path.join(root, "a.py"), 0o444),
    "a.py: it is read-only",
  ],
  [
    "a link that should be deleted",
    change("l.py", "a\n", null),
    (root) => fs.symlinkSync("a.py", path.join(root, "l.py")),
    "l.py: it is reached through a symbolic link, so it is not deleted",
  ],
  [
    "one file with two different contents",
    change("l.py", "b\n", "B2\n"),
    (root) => fs.symlinkSync("pkg/b.py", path.join(root, "l.py")),
    "l.py: it is the same file as another one that is changed otherwise",
  ],
];

describe("refusing", () => {
  it.each(REFUSED)("%s: nothing at all is written", async (_, bad, prepare, reason) => {
    const root = scratch(OLD);
    prepare(root);
    const before = [filesIn(root), fs.readdirSync(root)];
    expect(reasons(await write(root, change("pkg/b.py", "b\n", "B\n"), bad))).toEqual([reason]);
    expect([filesIn(root), fs.readdirSync(root)]).toEqual(before);
  });

  it("a tree that may not be written", async () => {
    const root = scratch(OLD);
    fs.chmodSync(root, 0o555);
    const outcome = await unprivileged(() => write(root, change("a.py", "a\n", "A\n")));
    expect(reasons(outcome)).toEqual([".: its directory may not be written (permission denied)"]);
  });

  it("a folder in it that may not be written", async () => {
    const root = scratch(OLD);
    fs.chmodSync(root, 0o777);
    fs.chmodSync(path.join(root, "pkg"), 0o555);
    const outcome = await unprivileged(() => write(root, change("pkg/new.py", null, "A\n")));
    expect(reasons(outcome)).toEqual(["pkg/new.py: its directory may not be written (permission denied)"]);
  });

  it("a file of another user, who would lose it", async () => {
    const root = scratch(OLD);
    fs.chmodSync(root, 0o777);
    fs.chmodSync(path.join(root, "a.py"), 0o666);
    if (process.geteuid?.() !== 0) return;
    const outcome = await unprivileged(() => write(root, change("a.py", "a\n", "A\n")));
    expect(reasons(outcome)).toEqual(["a.py: it belongs to another user (uid 0), who would lose it"]);
    expect(fs.readdirSync(root)).toEqual(["a.py", "pkg"]);
  });

  it("a transaction directory that is a link to somewhere else", async () => {
    const [root, outside] = [scratch(OLD), scratch()];
    fs.symlinkSync(outside, path.join(root, ".osfix-transaction"));
    expect(reasons(await write(root, change("a.py", "a\n", "A\n")))).toEqual([
      ".: .osfix-transaction in it is not a directory",
    ]);
    expect(fs.readdirSync(outside)).toEqual([]);
  });

  it.each(["../x", "/etc/x", "a//b"])("the path %j is a bug of the caller", async (bad) => {
    await expect(write(scratch(), change(bad, null, ""))).rejects.toThrow("not a path within a tree");
  });

  it("a file that another program changes while the new bytes are flushed", async () => {
    const root = scratch(OLD);
    const writing = write(root, change("pkg/b.py", "b\n", "B\n"), change("a.py", "a\n", "A\n"));
    fs.writeFileSync(path.join(root, "a.py"), "mine\n");
    expect(reasons(await writing)).toEqual(["a.py: it has changed since it was read"]);
    expect(filesIn(root)).toEqual({ "a.py": "mine\n", "pkg/b.py": "b\n" });
    expect(fs.readdirSync(root)).toEqual(["a.py", "pkg"]);
  });

  it("a directory that vanishes while the new bytes are flushed", async () => {
    const root = scratch(OLD);
    const writing = write(root, change("a.py", "a\n", "A\n"), change("pkg/b.py", "b\n", "B\n"));
    fs.renameSync(path.join(root, "pkg"), path.join(root, "moved"));
    const said = reasons(await writing);
    expect(said[0]).toMatch(/pkg/);
    expect(filesIn(root)["a.py"]).toBe("a\n");
  });

  it("one of two osfix that run at once", async () => {
    const root = scratch(OLD);
    const first = write(root, change("a.py", "a\n", "1\n"));
    const second = await write(root, change("a.py", "a\n", "2\n"));
    expect(reasons(second)).toEqual([`.: another osfix (process ${process.pid}) is writing`]);
    expect(await first).toEqual({ kind: "written", files: 1 });
    expect(filesIn(root)["a.py"]).toBe("1\n");
  });
});

describe("changes of text as changes of bytes", () => {
  it("keeps encoding, byte order mark and line endings of each file", () => {
    const latin = Buffer.from("# coding: latin-1\nx = '\u00fc'\n", "latin1");
    const root = scratch({ "l.py": latin, "b.py": "\ufeffx = 1\r\n" });
    const given = [
      { path: "b.py", before: "x = 1\r\n", after: "x = 2\r\n" },
      { path: "l.py", before: latin.toString("latin1"), after: "# coding: latin-1\nx = '\u00e4'\n" },
      { path: "n.py", before: null, after: "'\u00fc'\n" },
      { path: "same.py", before: "x", after: "x" },
    ];
    const { write: made, problems } = encodeChanges(directoryTree(root), given);
    expect(problems).toEqual([]);
    expect(made.changes.map((each) => Buffer.from(each.after ?? []).toString("latin1"))).toEqual([
      "\u00ef\u00bb\u00bfx = 2\r\n",
      "# coding: latin-1\nx = '\u00e4'\n",
      "'\u00c3\u00bc'\n",
    ]);
  });

  it.each([
    [
      "a character that the file's encoding lacks",
      "# coding: latin-1\n",
      "# coding: latin-1\n€",
      "U+20AC cannot be written in iso-8859-1, the encoding of the file",
    ],
    ["a file changed since it was planned", "x = 2\n", "x = 3\n", "it has changed since it was read"],
  ])("%s is a problem", (_, text, after, reason) => {
    const root = scratch({ "a.py": text });
    const before = text.startsWith("#") ? text : "x = 1\n";
    expect(encodeChanges(directoryTree(root), [{ path: "a.py", before, after }]).problems).toEqual([
      { root, path: "a.py", reason },
    ]);
  });

  it("a lone file is written where it lies", async () => {
    const root = scratch();
    putFiles(root, { "neutron.py": "x\n" });
    const tree = directoryTree(root, {
      aliases: new Map([["nova/conf/neutron.py", "neutron.py"]]),
    });
    const { write: made } = encodeChanges(tree, [
      { path: "nova/conf/neutron.py", before: "x\n", after: "y\n" },
    ]);
    expect(await writeTrees([made])).toEqual({ kind: "written", files: 1 });
    expect(filesIn(root)).toEqual({ "neutron.py": "y\n" });
  });
});
