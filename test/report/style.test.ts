import { describe, expect, it } from "vitest";
import { clip, clipStart, printable, tint, wrap } from "../../src/report/style.ts";

describe("printable", () => {
  it.each([
    ["plain", "a = 'b'", "a = 'b'"],
    ["colours and titles", "\u001b[31m\u001b]0;x\u0007", "\\x1b[31m\\x1b]0;x\\x07"],
    ["one byte control codes", "\u009b2J", "\\x9b2J"],
    ["line ends", "a\r\nb", "a\\x0d\\x0ab"],
    ["writing direction", "a\u202eb\u2066c", "a\\u202eb\\u2066c"],
    ["tabs", "\ta", "    a"],
    ["letters of all kinds", "été 日本 🎉", "été 日本 🎉"],
  ])("%s", (_name, text, wanted) => {
    expect(printable(text)).toBe(wanted);
  });

  it("keeps line feeds where lines are wanted", () => {
    expect(printable("a\nb\u0007", "lines")).toBe("a\nb\\x07");
  });
});

describe("cutting and wrapping", () => {
  it("clips at the end and at the start", () => {
    expect([clip("abcdef", 6), clip("abcdef", 4), clipStart("abcdef", 4)]).toEqual([
      "abcdef",
      "abc…",
      "…def",
    ]);
  });

  it("wraps at blanks, with an indent, and never cuts a word", () => {
    expect(wrap("one two three four five six", "  ", 24)).toEqual(["  one two three four", "  five six"]);
    expect(wrap("x".repeat(90), "", 24)).toEqual(["x".repeat(90)]);
    expect(wrap("a  b", "", Number.POSITIVE_INFINITY)).toEqual(["a  b"]);
  });

  it("colours only where colours are wanted", () => {
    const style = { width: 80, verbosity: 0 };
    expect(tint({ ...style, color: false }, "red", "x")).toBe("x");
    expect(tint({ ...style, color: true }, "red", "x")).toBe("\u001b[31mx\u001b[39m");
    expect(tint({ ...style, color: true }, "red", "")).toBe("");
  });
});
