import { beforeAll, describe, expect, it } from "vitest";
import { LIMITS } from "../../src/parse/limits.ts";
import { outlineOf } from "../../src/parse/outline.ts";
import { loadParser } from "../../src/parse/parser.ts";
import type { Parser } from "../../src/parse/tree.ts";

const indented = (levels: number): string =>
  `${Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}if x:\n`).join("")}${" ".repeat(levels)}y\n`;

/** A text at each limit, the same past it, the line that is named, and why. */
const AT_LIMITS: readonly (readonly [string, (size: number) => string, number, number, string])[] = [
  [
    "brackets",
    (size) => `\nx = ${"(".repeat(size)}1${")".repeat(size)}\n`,
    LIMITS.brackets,
    2,
    "its brackets nest more than 200 deep, which Python does not read either",
  ],
  [
    "brackets that open only",
    (size) => `x = ${"[".repeat(size)}`,
    LIMITS.brackets,
    1,
    "its brackets nest more than 200 deep, which Python does not read either",
  ],
  [
    "brackets that close only",
    (size) => `x = 1\n${")\n".repeat(size)}`,
    LIMITS.brackets,
    202,
    "it closes more than 200 brackets that it has not opened",
  ],
  [
    "blocks",
    (size) => indented(size - 1),
    LIMITS.indents,
    101,
    "its blocks nest more than 100 deep, which Python does not read either",
  ],
  [
    "tokens",
    (size) => "a\n".repeat(size),
    LIMITS.tokens,
    400_001,
    "it has more than 400000 tokens, which is more than osfix reads of a file",
  ],
  [
    "tokens of a statement",
    (size) => `x = 1\ny = (${"a,".repeat(Math.floor((size - 5) / 2))}a)\nz\n`,
    LIMITS.statement,
    2,
    "one statement of it has more than 100000 tokens",
  ],
  [
    "characters that are no code",
    (size) => `# ???\n'???'\n${"?\n".repeat(size)}`,
    LIMITS.strange,
    1_003,
    "it has more than 1000 characters outside of strings that no Python code has there",
  ],
  [
    "continued lines",
    (size) => `x = 1${" \\\n".repeat(size)}\ny = 1${" \\\n".repeat(9)}\n`,
    LIMITS.continuations,
    1_002,
    "it continues one line with a backslash more than 1000 times",
  ],
];

const NO_COMMA = "it has more than 3000 names and operators in one row, with no comma between";

/** What nests without brackets and blocks: its tree shows how deep. */
const DEEP: readonly (readonly [string, (size: number) => string])[] = [
  ["sums", (size) => `x = ${"a + ".repeat(size)}a\n`],
  ["sums of strings", (size) => `x = ${"'a' + ".repeat(size)}'a'\n`],
  ["attributes", (size) => `x = a${".b".repeat(size)}\n`],
  ["calls of calls", (size) => `x = a${"()".repeat(size)}\n`],
  ["items of items", (size) => `x = a${"[0]".repeat(size)}\n`],
  ["lambdas", (size) => `x = ${"lambda: ".repeat(size)}0\n`],
  ["negations", (size) => `x = ${"not ".repeat(size)}a\n`],
  ["signs", (size) => `x = ${"-".repeat(size)}a\n`],
  ["conditions", (size) => `x = ${"a if b else ".repeat(size)}a\n`],
  ["powers", (size) => `x = ${"a ** ".repeat(size)}a\n`],
  ["assignments", (size) => `${"a = ".repeat(size)}1\n`],
  ["awaited calls", (size) => `async def f():\n    ${"await ".repeat(size)}a\n`],
  ["formats in a format", (size) => `x = f'${"{a:".repeat(size)}${"}".repeat(size)}'\n`],
];

describe("limits", () => {
  it.each(AT_LIMITS)("%s: up to the limit a text is parsed", (_, text, size) => {
    expect(outlineOf(text(size)).refusal).toBeUndefined();
  });
});

describe.each(["native", "wasm"] as const)("limits of the %s parser", (backend) => {
  let parser: Parser;

  beforeAll(async () => {
    parser = await loadParser({ backend });
  });

  it.each(AT_LIMITS)(
    "%s: past the limit a text is one ERROR, with the place and why",
    (_, make, size, line, reason) => {
      const text = make(size + 1);
      for (const tree of [parser.parse(text), parser.parseWhole(text)]) {
        const { at, reason: said } = tree.refusal ?? { at: -1, reason: "none" };
        expect([said, text.slice(0, at).split("\n").length]).toEqual([reason, line]);
        expect(tree.errors.map(({ type, start, end }) => [type, start, end])).toEqual([
          ["ERROR", 0, text.length],
        ]);
        expect([tree.root.children, tree.ofType("call")]).toEqual([[], []]);
      }
    },
  );

  it.each(DEEP)("%s may nest, but not deeper than the stack", (_, make) => {
    const tooDeep = "its code nests more than 1000 levels deep, which is more than osfix follows";
    for (const parse of [parser.parse, parser.parseWhole]) {
      expect(parse(make(200)).errors).toEqual([]);
      expect([tooDeep, NO_COMMA]).toContain(parse(make(1_200)).refusal?.reason);
    }
  });

  it.each([
    ["operators", `x = ${"a + ".repeat(100_000)}a\n`],
    ["signs that overflow the stack of the parser", "@".repeat(300_000)],
    ["dots", "...".repeat(100_000)],
    ["signs in a string that is never closed", `x = '${"@".repeat(300_000)}\ny = 1`],
    ["signs in a long string that is never closed", `x = '''${"@".repeat(300_000)}\ny = 1`],
  ])("%s in a row are not given to the parser", (_, text) => {
    for (const tree of [parser.parse(text), parser.parseWhole(text)])
      expect(tree.refusal?.reason).toBe(NO_COMMA);
  });

  it("what is broken all over is not gone through", () => {
    for (const parse of [parser.parse, parser.parseWhole]) {
      expect(parse("x y\n".repeat(900)).refusal).toBeUndefined();
      const refused = parse(`x = 1\n${"x y\n".repeat(1_100)}`);
      expect(refused.refusal).toEqual({ at: 6, reason: "it has more than 1000 syntax errors" });
    }
  });

  it.each([
    ["a table", `x = [${"{'a': f(1, b=2)}, ".repeat(2_000)}]\n`],
    ["many branches", `if x:\n    pass\n${"elif y:\n    pass\n".repeat(2_000)}`],
    ["many decorators", `${"@a.b(1)\n".repeat(2_000)}def f():\n    pass\n`],
    ["many strings side by side", `x = (${"'a'\n".repeat(2_000)})\n`],
    ["many statements on a line", `${"x = 1;".repeat(2_000)}\n`],
    ["a long string", `x = '''${"([{ \\\\ ".repeat(8_000)}'''\n`],
  ])("%s is read however long", (_, text) => {
    for (const tree of [parser.parse(text), parser.parseWhole(text)])
      expect([tree.refusal, tree.errors]).toEqual([undefined, []]);
  });

  it("a text that takes too long is given up, and the parser goes on", async () => {
    const hasty = await loadParser({ backend, milliseconds: 1 });
    const slow = "x = f(a, b)\n".repeat(30_000);
    for (const tree of [hasty.parse(slow), hasty.parseWhole(slow), hasty.parse(slow)])
      expect(tree.refusal).toEqual({ at: 0, reason: "it was not parsed within 10 s" });
    expect(hasty.parse("x = 1\n").errors).toEqual([]);
  });
});
