import { describe, expect, it } from "vitest";
import { freeNames } from "../../src/facts/names/name-use.ts";
import { loadParser } from "../../src/parse/parser.ts";
import { answerOf } from "../../src/parse/tree.ts";

const parser = await loadParser();
const freeIn = (text: string) => answerOf(parser.parse(text), freeNames).map((node) => node.text);

describe("names that nothing binds", () => {
  it.each([
    ["a read", "x", ["x"]],
    ["Python's own", "len(__name__)\nlem(x)\n", ["lem", "x"]],
    ["a later definition", "def f():\n    return x\nx = 1\n", []],
    ["a parameter", "def f(a, *b, c=d, **e):\n    return a, b, c, e\n", ["d"]],
    ["a comprehension's variable", "y = {a for a in z}\n", ["z"]],
    ["Python 2's leaking list comprehension", "[a for a in ()]\na\n", []],
    ["a generator's variable after it", "list(a for a in ())\na\n", ["a"]],
    ["a class' name in its method", "class A:\n    x = 1\n    def f(self):\n        return x\n", ["x"]],
    ["a class' name in its block", "class A:\n    x = 1\n    y = x\n", []],
    [
      "an exception's name, both ways",
      "try:\n    pass\nexcept E, e:\n    e\nexcept F as g:\n    g\n",
      ["E", "F"],
    ],
    ["a walrus in a comprehension", "[b for a in () if (b := a)]\nb\n", []],
    ["a global made by a function", "def f():\n    global x\n    x = 1\nx\n", []],
    ["an import", "import a.b as c, d.e\nfrom f import g as h\nc, d, h, e\n", ["e"]],
    ["an attribute and a keyword", "a.b(c=d)\n", ["a", "d"]],
    ["a match's captures", "match a:\n    case [b, *c]:\n        b, c\n", ["a"]],
    ["a tuple parameter", "def f(a, (b, c)):\n    return b, c\n", []],
  ])("are found for %s", (_name, text, wanted) => expect(freeIn(text)).toEqual(wanted));
});
