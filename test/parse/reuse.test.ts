import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dumpTree } from "../../src/parse/dump.ts";
import { loadParser } from "../../src/parse/parser.ts";
import { editBetween } from "../../src/parse/reuse.ts";
import { longModule, sources } from "./sources.ts";

const backends = [await loadParser({ backend: "native" }), await loadParser({ backend: "wasm" })] as const;

describe("the edit between two texts", () => {
  it.each([
    { name: "an insertion", before: "a = 1\nc = 3\n", after: "a = 1\nb = 2\nc = 3\n", edit: [6, 6, 12] },
    { name: "a deletion", before: "f(a, b)", after: "f(b)", edit: [2, 5, 2] },
    { name: "a replacement", before: "x = 'a'", after: "x = 'bc'", edit: [5, 6, 7] },
    { name: "a repeated letter", before: "aa", after: "aaa", edit: [2, 2, 3] },
    { name: "half of a surrogate pair", before: "'😀'", after: "'😁'", edit: [1, 3, 3] },
    { name: "LF before CRLF", before: "a\r\nb", after: "a\n\r\nb", edit: [1, 1, 2] },
    { name: "LF that becomes CRLF", before: "a\nb", after: "a\r\nb", edit: [1, 2, 3] },
    { name: "an emptied text", before: "a", after: "", edit: [0, 1, 0] },
  ])("is the least that covers $name", ({ before, after, edit }) => {
    const found = editBetween(before, after);
    expect([found?.startIndex, found?.oldEndIndex, found?.newEndIndex]).toEqual(edit);
  });

  it("is none for equal texts", () => {
    expect(editBetween("a", "a")).toBeUndefined();
  });

  it("counts rows by LF and columns in UTF-16 units", () => {
    expect(editBetween("😀\r\n😀a\n", "😀\r\n😀b\nc\n")).toEqual({
      startIndex: 6,
      oldEndIndex: 7,
      newEndIndex: 9,
      startPosition: { row: 1, column: 2 },
      oldEndPosition: { row: 1, column: 3 },
      newEndPosition: { row: 2, column: 1 },
    });
  });

  it("always turns the one text into the other", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "😀", "😁", "é"), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edit = editBetween(before, after);
        if (!edit) return before === after;
        const middle = after.slice(edit.startIndex, edit.newEndIndex);
        return before.slice(0, edit.startIndex) + middle + before.slice(edit.oldEndIndex) === after;
      }),
    );
  });
});

describe.each(backends)("parsing on top of a similar text with the $backend binding", (parser) => {
  const fragments = [
    "\n",
    "    ",
    "# c\n",
    "x",
    "(",
    ")",
    "'",
    '"""',
    "😀",
    "\\\n",
    "pass\n",
    "@d\n",
    ",",
    "\r\n",
    "def f():\n",
  ];
  const texts = fc.constantFrom(longModule(4_000), ...sources.map(({ text }) => text));
  const cuts = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat({ max: 30 }),
      insert: fc.constantFrom("", ...fragments),
    }),
    { minLength: 1, maxLength: 4 },
  );

  it("gives the tree that a parse from nothing gives, edit after edit", () => {
    fc.assert(
      fc.property(texts, cuts, (start, edits) => {
        let text = start;
        let tree = parser.parse(text);
        for (const { at, remove, insert } of edits) {
          const offset = Math.floor(at * text.length);
          text = text.slice(0, offset) + insert + text.slice(offset + remove);
          tree = parser.parse(text, tree);
          expect(dumpTree(tree.root)).toBe(dumpTree(parser.parse(text).root));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("leaves the earlier tree as it was, read before or after", () => {
    const text = longModule(8_000);
    const whole = dumpTree(parser.parse(text).root);
    const early = parser.parse(text);
    parser.parse(`import sys\n${text}`, early);
    parser.parse(text.replaceAll("mtu", "maximum"), early);
    expect(dumpTree(early.root)).toBe(whole);
    expect(early.text).toBe(text);
  });

  it("does not mind a tree of the other binding", () => {
    for (const other of backends) {
      const previous = other.parse("a = 1\n");
      expect(parser.parse("a = 12\n", previous).root.text).toBe("a = 12\n");
    }
  });
});
