import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { unifiedDiff } from "../../src/text/unified-diff.ts";

const scratch = mkdtempSync(join(tmpdir(), "osfix-diff-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** What the installed git prints for the two texts, header lines taken off. */
function gitHunks(before: string, after: string): string {
  const [a, b] = [join(scratch, "a.py"), join(scratch, "b.py")];
  writeFileSync(a, before, "latin1");
  writeFileSync(b, after, "latin1");
  const args = [
    "-c",
    "core.attributesFile=/dev/null",
    "diff",
    "--no-index",
    "--no-ext-diff",
    "--no-color",
    a,
    b,
  ];
  const env = {
    PATH: process.env.PATH,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    LC_ALL: "C",
  };
  let out = "";
  try {
    out = execFileSync("git", args, { env, encoding: "latin1", cwd: scratch });
  } catch (error) {
    out = (error as { stdout: string }).stdout;
  }
  const start = out.indexOf("\n@@ ");
  return start < 0 ? "" : out.slice(start + 1);
}

describe("the hunks are git's own", () => {
  it.each([
    ["equal texts", "a\nb\n", "a\nb\n"],
    ["a new text", "", "a\nb\n"],
    ["a text deleted", "a\nb\n", ""],
    ["one line of one", "a\n", "b\n"],
    ["the last newline lost", "a\nb\n", "a\nb"],
    ["the last newline gained", "a\nb", "a\nb\n"],
    ["no last newline on either side", "x\ny\nz", "x\nY\nz"],
    ["CRLF", "class A:\r\n    x = 1\r\n    y = 2\r\n", "class A:\r\n    x = 1\r\n    y = 3\r\n"],
    ["bytes that are no UTF-8", "# \xe9\xff\nx = 1\n", "# \xe9\xff\nx = 2\n"],
  ])("%s", (_name, before, after) => {
    expect(unifiedDiff(before, after).hunks).toBe(gitHunks(before, after));
  });

  it("shows the nearest unindented line above as context, and keeps it while no nearer one follows", () => {
    const body = Array.from({ length: 60 }, (_, row) => `    line_${row} = ${row}\n`);
    const before = `class Bridge(object):   \n${body.join("")}def after():\n    pass\n`;
    const after = before.replace("line_20 = 20", "line_20 = 0").replace("line_50 = 50", "line_50 = 0");
    const { hunks } = unifiedDiff(before, after);
    expect(hunks.match(/^@@.*$/gm)).toEqual([
      "@@ -19,7 +19,7 @@ class Bridge(object):",
      "@@ -49,7 +49,7 @@ class Bridge(object):",
    ]);
    expect(hunks).toBe(gitHunks(before, after));
  });

  it("counts the lines", () => {
    expect(unifiedDiff("a\nb\nc\n", "a\nB\nB\nc\n")).toMatchObject({ added: 2, deleted: 1 });
  });

  // Few different lines, so that shortest scripts are many and groups can slide.
  const line = fc.constantFrom(
    "def f():\n",
    "    return 1\n",
    "        deep()\n",
    "\n",
    "    @lock\n",
    "class A:\n",
    "\tx\n",
    "    )\n",
    "      \n",
    "# note\n",
  );
  const textOf = (lines: readonly string[], cut: boolean): string =>
    cut ? lines.join("").replace(/\n$/, "") : lines.join("");

  it("for any two short texts of few different lines", () => {
    const text = fc
      .tuple(fc.array(line, { maxLength: 30 }), fc.boolean())
      .map(([lines, cut]) => textOf(lines, cut));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(unifiedDiff(before, after).hunks).toBe(gitHunks(before, after));
      }),
      { numRuns: 120 },
    );
  });

  it("for a long text with lines replaced, inserted, moved and doubled", () => {
    const edit = fc.record({ at: fc.nat(200), drop: fc.nat(6), put: fc.array(line, { maxLength: 6 }) });
    const base = fc.array(
      fc.oneof(
        line,
        fc.integer({ max: 40 }).map((n) => `    name_${n} = ${n}\n`),
      ),
      {
        minLength: 60,
        maxLength: 200,
      },
    );
    fc.assert(
      fc.property(base, fc.array(edit, { minLength: 1, maxLength: 6 }), (lines, edits) => {
        const after = [...lines];
        for (const { at, drop, put } of edits) after.splice(at % (after.length + 1), drop, ...put);
        expect(unifiedDiff(lines.join(""), after.join("")).hunks).toBe(
          gitHunks(lines.join(""), after.join("")),
        );
      }),
      { numRuns: 100 },
    );
  });
});
