import { describe, expect, it } from "vitest";
import { lexPattern } from "../../src/smpl/lexer.ts";

const operators = (text: string) =>
  lexPattern(text).tokens.map(
    (token) =>
      `${token.kind}${token.atLeastOne ? "+" : ""} ${text.slice(token.start, token.end)} ${token.bracket?.symbol ?? "-"}`,
  );
const contexts = (text: string) =>
  lexPattern(text)
    .lines.map((line) => (line.inString ? "string" : line.continued ? "continued" : "logical"))
    .join(" ");

describe("the lexical look at a pattern", () => {
  it.each([
    [
      "dots in every bracket",
      "f(..., [...], {...})\n...",
      ["dots ... (", "dots ... [", "dots ... {", "dots ... -"],
    ],
    [
      "nests",
      "<... a ...>\n<+... b ...+>",
      ["nest-open <... -", "nest-close ...> -", "nest-open+ <+... -", "nest-close+ ...+> -"],
    ],
    ["a literal Ellipsis", "x[\\..., 0]", ["ellipsis \\... ["]],
    ["no operator in strings and comments", 'x = \'...\' + """\n...\n"""  # ...\n', []],
    ["an escaped quote does not end a string", "x = 'a\\'...'\n...", ["dots ... -"]],
    ["a prefix belongs to the string", "x = u'...' r\"...\"", []],
  ])("%s", (_name, text, wanted) => expect(operators(text)).toEqual(wanted));

  it.each([
    ["rows of a call", "f(a,\n  b)\nc", "logical continued logical"],
    ["rows of a string", 'x = """\na\n"""\ny', "logical string string logical"],
    ["a backslash", "x = 1 + \\\n    2\ny", "logical continued logical"],
    ["an unterminated string ends with its line", "x = 'a\ny", "logical logical"],
  ])("line contexts: %s", (_name, text, wanted) => expect(contexts(text)).toBe(wanted));
});
