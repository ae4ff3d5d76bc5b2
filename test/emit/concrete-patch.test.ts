import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concretePatches, formatPatch } from "../../src/emit/concrete-patch.ts";
import type { FileBytes } from "../../src/emit/file-patch.ts";
import { type Base, formatBase, type MessageStyle, type PatchOrigin } from "../../src/emit/message.ts";
import { change, origin, run, scratchFolder, writeTree } from "./scratch.ts";

const base: Base = { project: "bridge", version: "4.3.0", commit: undefined };
const gitStyle: MessageStyle = {
  subjectTag: "[PATCH] ",
  fromLine: true,
  trailers: "dep3",
  signoff: undefined,
  epoch: undefined,
  series: "bridge-fix",
};

function patchText(
  head: PatchOrigin,
  files: readonly FileBytes[],
  style: Partial<MessageStyle> = {},
): string {
  const [patch] = concretePatches([{ origin: head, files }], base);
  if (!patch) throw new Error("nothing changes");
  return Buffer.from(formatPatch(patch, { ...gitStyle, ...style }, { kind: "p1" })).toString("latin1");
}

const root = scratchFolder();
let count = 0;

/** `git am` of our patch on the files' first state, then `git format-patch` of that commit. */
function throughGit(files: readonly FileBytes[], patch: string): string {
  const tree = join(root, `tree-${count++}`);
  mkdirSync(tree);
  const before = files.flatMap((file) =>
    file.before ? [[file.path, Buffer.from(file.before).toString("latin1")]] : [],
  );
  writeTree(tree, { README: "a tree\n", ...Object.fromEntries(before) });
  run(tree, "git", "init", "-q");
  run(tree, "git", "add", "-A", "-f");
  run(tree, "git", "commit", "-q", "-m", "base");
  writeFileSync(`${tree}.patch`, patch, "latin1");
  run(tree, "git", "am", "-q", "--keep-cr", `${tree}.patch`);
  for (const file of files) {
    if (file.after) expect(readFileSync(join(tree, file.path)).equals(Buffer.from(file.after))).toBe(true);
  }
  return run(
    tree,
    "git",
    "format-patch",
    "-1",
    "--stdout",
    "--full-index",
    "--zero-commit",
    "--no-signature",
  );
}

const module = "import os\n\n\ndef plug(vif):\n    return vif\n\n\ndef unplug(vif):\n    return None\n";

describe("a concrete patch is what git format-patch writes for the commit that git am makes of it", () => {
  it.each<[string, PatchOrigin, FileBytes[]]>([
    ["one changed file", origin(), [change("bridge/net.py", module, module.replace("None", "vif"))]],
    [
      "a new, a deleted and a changed file, in the order of their paths",
      origin(),
      [
        change("z.py", module, module.replace("import os", "import sys")),
        change("notes/new.yaml", null, "---\nfixes:\n  - one\n"),
        change("gone.py", "x = 1\ny = 2\n", null),
      ],
    ],
    ["no final newline", origin(), [change("a.py", "x = 1", "x = 2")]],
    ["CRLF", origin(), [change("a.py", "x = 1\r\ny = 2\r\n", "x = 1\r\ny = 3\r\n")]],
    ["bytes that are no UTF-8", origin(), [change("a.py", "# \xe9\nx = 1\n", "# \xe9\nx = 2\n")]],
    [
      "a long path and a long graph",
      origin(),
      [
        change(`${"deep/".repeat(14)}net.py`, "", "line\n".repeat(200)),
        change("short.py", "line\n".repeat(90), "other\n".repeat(30)),
      ],
    ],
    [
      "a subject that is folded",
      origin({ subject: `bridge: ${"word ".repeat(18)}end` }),
      [change("a.py", "a\n", "b\n")],
    ],
    [
      "an author with a dot",
      origin({ author: "Ada B. Example <ada@example.org>" }),
      [change("a.py", "a\n", "b\n")],
    ],
    [
      "names and prose that are not ASCII",
      origin({ author: "Zoë Ünal <zoe@example.org>" }, "Gr\u00fc\u00dfe.\n"),
      [change("a.py", "a\n", "b\n")],
    ],
    ["another time zone", origin({ date: "Wed, 2 Dec 2020 10:20:30 +0530" }), [change("a.py", "a\n", "b\n")]],
    ["no prose", origin({}, ""), [change("a.py", "a\n", "b\n")]],
  ])("%s", (_name, head, files) => {
    const text = patchText(head, files);
    expect(throughGit(files, text)).toBe(text);
  });

  it("for subjects of any length", () => {
    const file = change("a.py", "a\n", "b\n");
    const words = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 8, maxLength: 24 });
    fc.assert(
      fc.property(words, (lengths) => {
        const subject = lengths.map((length) => "w".repeat(length)).join(" ");
        const text = patchText(origin({ subject }), [file]);
        expect(throughGit([file], text)).toBe(text);
      }),
      { numRuns: 20 },
    );
  });

  it("for any sizes of changes", () => {
    const size = fc.nat(120);
    fc.assert(
      fc.property(fc.array(fc.tuple(size, size), { minLength: 1, maxLength: 5 }), (sizes) => {
        const files = sizes.map(([gone, come], at) =>
          change(
            `${"d/".repeat(at * 9)}f${at}.py`,
            `${"old\n".repeat(gone)}kept\n`,
            `${"new\n".repeat(come + 1)}kept\n`,
          ),
        );
        const text = patchText(origin(), files);
        expect(throughGit(files, text)).toBe(text);
      }),
      { numRuns: 15 },
    );
  });
});

describe("the message", () => {
  const files = [change("a.py", "a\n", "b\n")];

  it("names base, semantic patch and digest beside the DEP-3 fields", () => {
    const text = patchText(origin(), files);
    expect(text.split("\n---\n")[0]?.split("\n\n").at(-1)).toBe(
      [
        "Bug: https://bugs.example.org/1",
        "Forwarded: not-needed",
        "Last-Update: 2020-12-02",
        "Base: bridge 4.3.0",
        "Semantic-Patch: bridge/0001-hold-the-lock",
        "Semantic-Patch-Series: bridge-fix",
        `Semantic-Patch-Digest: sha256:${"ab".repeat(32)}`,
        "Semantic-Patch-Profile: published device=bond1",
      ].join("\n"),
    );
    expect(text).not.toContain("Change-Id");
    expect(text).not.toContain("Signed-off-by");
  });

  it("is dated by SOURCE_DATE_EPOCH when there is one", () => {
    expect(patchText(origin(), files, { epoch: 1_600_000_000 })).toContain(
      "\nDate: Sun, 13 Sep 2020 12:26:40 +0000\n",
    );
  });

  it("says Upstream-Status for Yocto, and signs off when asked", () => {
    const text = patchText(origin({ forwarded: "no" }), files, {
      trailers: "yocto",
      signoff: "Bo <bo@example.org>",
    });
    expect(text).toContain("\nUpstream-Status: Pending\nSigned-off-by: Bo <bo@example.org>\n---\n");
  });

  it("wraps prose at 72 and leaves lists and indented lines alone", () => {
    const prose = `${"word ".repeat(30)}\n\n- one\n- two\n\n    code = 1\n`;
    const body = patchText(origin({}, prose), files).split("\n---\n")[0] ?? "";
    const words = body.split("\n").filter((line) => line.startsWith("word"));
    expect(words.map((line) => line.length)).toEqual([69, 69, 9]);
    expect(body).toContain("\n\n- one\n- two\n\n    code = 1\n\n");
  });

  it("keeps prose from being read as a diff", () => {
    const text = patchText(origin({}, "---\n\ndiff --git a/x b/x\n\nFrom here on\n"), files);
    expect(text).toContain("\n ---\n\n diff --git a/x b/x\n\n From here on\n");
  });

  it.each([
    ["not a date: yesterday", { date: "yesterday" }],
    ["not an author: somebody", { author: "somebody" }],
  ])("refuses: %s", (message, fields) => {
    expect(() => patchText(origin(fields), files)).toThrow(message);
  });

  it.each<[Base, string]>([
    [{ project: "nova", version: undefined, commit: "c".repeat(40) }, `nova commit ${"c".repeat(40)}`],
    [
      { project: "nova", version: undefined, commit: undefined },
      "nova (version unknown; see the index lines)",
    ],
  ])("the base %#", (given, wanted) => {
    expect(formatBase(given)).toBe(wanted);
  });
});

describe("no patch", () => {
  it("of a step that changes nothing", () => {
    expect(concretePatches([{ origin: origin(), files: [change("a.py", "a\n", "a\n")] }], base)).toEqual([]);
  });

  it.each([
    ["a file with NUL bytes", change("a.bin", "a\0", "b\0"), "a.bin cannot be written as a patch"],
    ["an empty new file", change("__init__.py", null, ""), "__init__.py cannot be written as a patch"],
  ])("of %s", (_name, file, message) => {
    expect(() => concretePatches([{ origin: origin(), files: [file] }], base)).toThrow(message);
  });
});
