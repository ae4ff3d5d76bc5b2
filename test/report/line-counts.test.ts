import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countLines } from "../../src/report/line-counts.ts";
import { unifiedDiff } from "../../src/text/unified-diff.ts";

const line = fc.constantFrom("a", "b", "    return x", "", "é");
const text = fc
  .tuple(fc.array(line), fc.constantFrom("", "\n"))
  .map(([lines, end]) => lines.join("\n") + end);

describe("countLines", () => {
  it("counts the lines that differ as a whole diff does, up to lines that could as well be matched otherwise", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const counted = countLines(before, after);
        const whole = unifiedDiff(before, after);
        // Cutting equal ends off first may keep one more line; never is a line said to differ that need not.
        expect(counted.added - counted.deleted).toBe(whole.added - whole.deleted);
        expect(counted.added).toBeLessThanOrEqual(whole.added);
      }),
    );
  });

  it.each([
    ["", "", 0, 0],
    ["a\nb\nc\n", "a\nb\nc\n", 0, 0],
    ["a\nb\nc\n", "a\nx\nc\n", 1, 1],
    ["a\nb\n", "a\nb\nc\n", 1, 0],
    ["a\nb\nc", "a\nb", 1, 2],
    ["", "a\n", 1, 0],
  ])("%j to %j: +%i -%i", (before, after, added, deleted) => {
    expect(countLines(before, after)).toEqual({ added, deleted });
  });
});
