import { describe, expect, it } from "vitest";
import { mapLine } from "../../src/text/map-line.ts";

const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\n`).join("");

describe("mapLine finds a line of one text in another", () => {
  const before = lines("a", "b", "c", "d");
  it.each([
    { given: "the same text", after: before, line: 3, wanted: 3 },
    { given: "lines inserted above", after: lines("x", "y", "a", "b", "c", "d"), line: 3, wanted: 5 },
    { given: "lines inserted below", after: lines("a", "b", "c", "d", "x"), line: 3, wanted: 3 },
    { given: "lines deleted above", after: lines("c", "d"), line: 3, wanted: 1 },
    { given: "the line itself gone", after: lines("a", "b", "d"), line: 3, wanted: 3 },
    { given: "the line changed", after: lines("a", "b", "C", "d"), line: 3, wanted: 4 },
    { given: "the first line", after: lines("x", "a"), line: 1, wanted: 2 },
  ])("$given", ({ after, line, wanted }) => {
    expect(mapLine(before, after, line)).toBe(wanted);
  });
});
