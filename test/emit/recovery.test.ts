import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { isInterrupted, recoverTree } from "../../src/emit/recovery.ts";
import { writeTrees } from "../../src/emit/work-tree.ts";
import { filesIn, putFiles, scratch } from "../helpers/scratch.ts";

const ID = "0123456789abcdef";
const ELSEWHERE = "999999999:1:0:none:nowhere";

function digest(text: string | null): string | null {
  return text === null ? null : createHash("sha256").update(text).digest("hex");
}

type Move = "old" | "linked" | "new";

interface Interrupted {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  /** How far the killed process got with this file: not at all, the old one kept beside it, the new one in place. */
  readonly move: Move;
}

/** A tree as a process leaves it that is killed in the middle of its renames. */
function interrupted(root: string, files: readonly Interrupted[], roots: readonly string[] = [root]): void {
  const entries = files.map(({ path: name, before, after }, at) => ({
    path: name,
    before: digest(before),
    after: digest(after),
    temporary: `.osfix-${ID}-${at}`,
  }));
  putFiles(root, {
    ".osfix-transaction/journal.json": `${JSON.stringify({ format: 1, id: ID, roots, files: entries })}\n`,
  });
  fs.symlinkSync(dead, path.join(root, ".osfix-transaction/owner-1"));
  files.forEach((file, at) => {
    const beside = path.join(path.dirname(file.path), `.osfix-${ID}-${at}`);
    const now = file.move === "new" ? file.after : file.before;
    if (now !== null) putFiles(root, { [file.path]: now });
    if (file.move !== "old" && file.before !== null) putFiles(root, { [`${beside}.old`]: file.before });
    if (file.after !== null && (file.move !== "new" || file.before === null))
      putFiles(root, { [`${beside}.new`]: file.after });
  });
}

/** The owner's text of this machine and boot, with a process number that no system gives. */
let dead = "";

beforeAll(async () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-test-"));
  fs.writeFileSync(path.join(root, "a.py"), "");
  const writing = writeTrees([
    { root, changes: [{ path: "a.py", before: Buffer.from(""), after: Buffer.from("x") }] },
  ]);
  dead = fs.readlinkSync(path.join(root, ".osfix-transaction/owner-1")).replace(/^\d+:\d*/, "999999999:1");
  await writing;
  fs.rmSync(root, { recursive: true });
});

const BEFORE = { "a.py": "a\n", "b.py": "b\n", "gone.py": "g\n" };
const AFTER = { "a.py": "A\n", "b.py": "B\n", "new.py": "n\n" };

function four(...moves: readonly [Move, Move, Move, Move]): readonly Interrupted[] {
  return [
    { path: "a.py", before: "a\n", after: "A\n", move: moves[0] },
    { path: "b.py", before: "b\n", after: "B\n", move: moves[1] },
    { path: "gone.py", before: "g\n", after: null, move: moves[2] },
    { path: "new.py", before: null, after: "n\n", move: moves[3] },
  ];
}

describe("the next run after a kill", () => {
  it.each<[string, readonly [Move, Move, Move, Move], "finished" | "undone"]>([
    ["before the first rename", ["old", "old", "old", "old"], "undone"],
    ["when the first old file was kept", ["linked", "old", "old", "old"], "undone"],
    ["after the first rename", ["new", "old", "old", "old"], "finished"],
    ["in the middle of the second", ["new", "linked", "old", "old"], "finished"],
    ["before the deletion", ["new", "new", "linked", "old"], "finished"],
    ["before the new file", ["new", "new", "new", "old"], "finished"],
    ["after everything", ["new", "new", "new", "new"], "finished"],
  ])("%s", (_, moves, kind) => {
    const root = scratch();
    interrupted(root, four(...moves));
    const files = ["a.py", "b.py", "gone.py", "new.py"].map((name) => path.join(root, name));
    expect(recoverTree(root)).toEqual({ kind, roots: [root], files });
    expect(filesIn(root)).toEqual(kind === "finished" ? AFTER : BEFORE);
    expect([isInterrupted(root), recoverTree(root)]).toEqual([false, { kind: "clean" }]);
  });

  it("an undoing that was interrupted is undone, not finished", () => {
    const root = scratch();
    interrupted(root, four("new", "new", "old", "old"));
    putFiles(root, { ".osfix-transaction/abort": "" });
    expect(recoverTree(root)).toMatchObject({ kind: "undone" });
    expect(filesIn(root)).toEqual(BEFORE);
  });

  it("a journal that was cut off is from before any change", () => {
    const root = scratch(BEFORE);
    interrupted(root, []);
    fs.writeFileSync(path.join(root, ".osfix-transaction/journal.json"), '{"format": 1, "id"');
    expect(recoverTree(root)).toEqual({ kind: "clean" });
    expect(filesIn(root)).toEqual(BEFORE);
    expect(isInterrupted(root)).toBe(false);
  });

  it("all trees of the interrupted call are finished, whichever is asked about", () => {
    const [one, two] = [scratch(), scratch()];
    interrupted(one, four("old", "old", "old", "old"), [one, two]);
    interrupted(two, four("new", "old", "old", "old"), [one, two]);
    expect(recoverTree(one)).toMatchObject({ kind: "finished", roots: [one, two].sort() });
    expect([filesIn(one), filesIn(two), isInterrupted(two)]).toEqual([AFTER, AFTER, false]);
  });

  it("a tree whose companion was moved away is still old or new", () => {
    const one = scratch();
    interrupted(one, four("new", "old", "old", "old"), [one, "/nowhere/at/all"]);
    expect(recoverTree(one)).toMatchObject({ kind: "finished", roots: [one] });
    expect(filesIn(one)).toEqual(AFTER);
  });

  it("writing before recovering is refused", async () => {
    const root = scratch();
    interrupted(root, four("new", "old", "old", "old"));
    const changes = [{ path: "b.py", before: Buffer.from("b\n"), after: Buffer.from("X\n") }];
    const reason = "an interrupted run left it half written; it must be recovered first";
    expect(await writeTrees([{ root, changes }])).toEqual({
      kind: "refused",
      problems: [{ root, path: ".", reason }],
    });
    expect(recoverTree(root)).toMatchObject({ kind: "finished" });
  });
});

describe("what is not recovered by itself", () => {
  it("a file that somebody has changed since: nothing moves until it is accepted", () => {
    const root = scratch();
    interrupted(root, four("new", "old", "old", "old"));
    putFiles(root, { "b.py": "mine\n" });
    const before = filesIn(root);
    const said = recoverTree(root);
    expect(said.kind === "stuck" && said.reasons[0]).toContain(
      "b.py was changed by another program after an osfix run was interrupted",
    );
    expect(filesIn(root)).toEqual(before);
    expect(recoverTree(root, { discard: true })).toMatchObject({ kind: "finished" });
    expect(filesIn(root)).toEqual({ "a.py": "A\n", "b.py": "mine\n", "gone.py": "g\n" });
  });

  it("an owner on another machine, unless told so", () => {
    const root = scratch();
    interrupted(root, four("new", "old", "old", "old"));
    const owner = path.join(root, ".osfix-transaction/owner-1");
    fs.rmSync(owner);
    fs.symlinkSync(ELSEWHERE, owner);
    const reason = `${root}: an osfix on another machine or in another container (${ELSEWHERE}) is or was writing; when it is over, remove ${owner}`;
    expect(recoverTree(root)).toEqual({ kind: "stuck", reasons: [reason] });
    expect(recoverTree(root, { evenFromElsewhere: true })).toMatchObject({ kind: "finished" });
  });

  it("an owner on another machine, whose mark was removed by hand", () => {
    const root = scratch();
    interrupted(root, four("new", "old", "old", "old"));
    fs.rmSync(path.join(root, ".osfix-transaction/owner-1"));
    expect(recoverTree(root)).toMatchObject({ kind: "finished" });
  });

  it("an owner's mark that is a file, as on file systems without symbolic links", () => {
    const root = scratch();
    interrupted(root, four("new", "old", "old", "old"));
    const owner = path.join(root, ".osfix-transaction/owner-1");
    fs.rmSync(owner);
    fs.writeFileSync(owner, dead);
    expect(recoverTree(root)).toMatchObject({ kind: "finished" });
  });

  it("a process that still runs", async () => {
    const root = scratch({ "a.py": "a\n" });
    const writing = writeTrees([
      { root, changes: [{ path: "a.py", before: Buffer.from("a\n"), after: Buffer.from("A\n") }] },
    ]);
    expect(recoverTree(root)).toEqual({
      kind: "stuck",
      reasons: [`${root}: another osfix (process ${process.pid}) is writing`],
    });
    expect(await writing).toEqual({ kind: "written", files: 1 });
  });

  it.each([
    ["no JSON", "nonsense}\n"],
    [
      "a path out of the tree",
      JSON.stringify({
        format: 1,
        id: ID,
        roots: ["/"],
        files: [{ path: "../x", before: null, after: null, temporary: `.osfix-${ID}-0` }],
      }),
    ],
    [
      "another temporary name",
      JSON.stringify({
        format: 1,
        id: ID,
        roots: ["/"],
        files: [{ path: "x", before: null, after: null, temporary: "x" }],
      }),
    ],
    ["another format", JSON.stringify({ format: 2, id: ID, roots: [], files: [] })],
  ])("a journal from a stranger with %s", (_, text) => {
    const root = scratch({ "a.py": "a\n", ".osfix-transaction/journal.json": `${text.trimEnd()}\n` });
    const said = recoverTree(root);
    expect(said.kind === "stuck" && said.reasons[0]).toContain("was not made by this osfix");
    expect(filesIn(root)["a.py"]).toBe("a\n");
  });

  it("a journal from a stranger whose folder leads out of the tree", () => {
    const [root, outside] = [scratch(), scratch({ "a.py": "a\n", [`.osfix-${ID}-0.new`]: "A\n" })];
    interrupted(root, [{ path: "x.py", before: "x\n", after: "X\n", move: "new" }]);
    const journal = path.join(root, ".osfix-transaction/journal.json");
    const parsed = JSON.parse(fs.readFileSync(journal, "utf8"));
    parsed.files.push({
      path: "out/a.py",
      before: digest("a\n"),
      after: digest("A\n"),
      temporary: `.osfix-${ID}-0`,
    });
    fs.writeFileSync(journal, `${JSON.stringify(parsed)}\n`);
    fs.symlinkSync(outside, path.join(root, "out"));
    expect(recoverTree(root).kind).toBe("stuck");
    expect(filesIn(outside)["a.py"]).toBe("a\n");
  });
});
