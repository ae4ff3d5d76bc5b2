import { describe, expect, it } from "vitest";
import { parseGlob } from "../../src/text/glob.ts";

describe("a glob", () => {
  it.each([
    ["*.py", "a.py", true],
    ["*.py", "deep/er/a.py", true],
    ["*.py", "a.pyc", false],
    ["nova/*.py", "nova/a.py", true],
    ["nova/*.py", "nova/virt/a.py", false],
    ["nova/**", "nova/virt/a.py", true],
    ["nova/", "nova/virt/a.py", true],
    ["**/tests/**", "tests/a.py", true],
    ["**/tests/**", "nova/tests/unit/a.py", true],
    ["**/tests/**", "nova/contests/a.py", false],
    ["a?.py", "ab.py", true],
    ["a?.py", "a/.py", false],
    ["{a,b}.py", "b.py", true],
    ["{a,b}.py", "c.py", false],
    ["a+(b)[c].py", "a+(b)[c].py", true],
    ["a.py", "aXpy", false],
    ["{a", "{a", true],
    ["nova/**/a.py", "nova/a.py", true],
    ["nova/**/a.py", "nova/b/c/a.py", true],
    ["nova/**/a.py", "nova/b/ca.py", false],
    ["a?b", "a\u{1d538}b", true],
    ["*", "", true],
    // A regular expression would go on for years.
    [`${"*a".repeat(40)}*b`, "a".repeat(4_000), false],
    [`${"**/".repeat(40)}*b`, "a/".repeat(2_000), false],
  ])("%s on %s is %s", (glob, path, fits) => expect(parseGlob(glob).test(path)).toBe(fits));
});
