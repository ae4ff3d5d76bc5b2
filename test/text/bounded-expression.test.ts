import { describe, expect, it } from "vitest";
import { BoundedExpression } from "../../src/text/bounded-expression.ts";

const expressionOf = (source: string): BoundedExpression =>
  new BoundedExpression(source, (limit) => new Error(`more than ${limit} ms`));

describe("a regular expression of a user's", () => {
  it.each([
    ["^br", "bridge", true],
    ["^br", "abr", false],
    ["^(a+)+$", "aaaa", true],
    ["[*+]{2}", "a**b", true],
    ["^.$", "\u{1d538}", true],
    ["(a|b)*c", `${"ab".repeat(2000)}c`, true],
  ])("/%s/ on %s is %s", (source, text, wanted) => {
    const expression = expressionOf(source);
    expect([expression.test(text), expression.test(text)]).toEqual([wanted, wanted]);
  });

  it.each(["^(a+)+$", "^(a|aa)+$", "^(?:a|a)*$"])(
    "/%s/ on a text that it explodes on is given up",
    (source) => {
      expect(() => expressionOf(source).test(`${"a".repeat(5_000)}!`)).toThrow("more than 1000 ms");
    },
  );

  it("that is none is a SyntaxError", () => {
    expect(() => expressionOf("(")).toThrow(SyntaxError);
  });
});
