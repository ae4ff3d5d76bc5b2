import { describe, expect, it } from "vitest";
import { namesInDoubt } from "../../src/facts/names/bound-first.ts";
import { projectOf } from "../helpers/facts.ts";

/** Whether the text alone leaves open if `x` has a value where it is read. */
function isInDoubt(...body: readonly string[]): boolean {
  const text = `def f(y):\n${body.map((line) => `    ${line}\n`).join("")}`;
  const [facts] = projectOf({ "a.py": text }).moduleAt("a.py").functions;
  if (!facts) throw new Error("there is no function");
  return namesInDoubt(facts, new Set(["x"])).has("x");
}

describe("a local name is bound for sure", () => {
  it.each([
    ["by an assignment above its reads", ["x = y", "return x + x"]],
    ["that the docstring speaks of", ['"""Gives x."""', "x = y", "return x"]],
    ["whose attribute namesake comes first", ["y.x()", "x = y.x", "return x"]],
    ["within a branch that it never leaves", ["if y:", "    x = y", "    use(x)", "return y"]],
    ["within a try block that it never leaves", ["try:", "    x = y", "    use(x)", "except E:", "    pass"]],
    ["by a loop that it never leaves", ["for x in y:", "    use(x)", "return y"]],
    ["by a with statement", ["with y as x:", "    use(x)", "return x"]],
    ["by an import", ["import x", "return x.z"]],
    ["by a definition", ["def x():", "    return y", "return x()"]],
  ])("%s", (_what, body) => {
    expect(isInDoubt(...body)).toBe(false);
  });
});

describe("a local name is in doubt", () => {
  it.each([
    ["read above its assignment", ["use(x)", "x = y"]],
    ["read by the statement that binds it", ["x = use(x)"]],
    ["read after the branch", ["if y:", "    x = y", "return x"]],
    ["read in a handler", ["try:", "    x = y", "except E:", "    use(x)"]],
    ["read after the loop", ["for x in y:", "    pass", "return x"]],
    ["read in the loop's else", ["for x in y:", "    pass", "else:", "    use(x)"]],
    ["read by the loop's own head", ["for x in use(x):", "    pass"]],
    ["that is deleted", ["x = y", "del x", "return x"]],
    ["that is only annotated", ["x: int", "return x"]],
    ["that is added to", ["x += 1"]],
    ["that an expression binds, if it comes to it", ["y and (x := 1)", "return x"]],
    ["of a handler", ["try:", "    pass", "except E as x:", "    use(x)"]],
    ["of a pattern", ["match y:", "    case x:", "        use(x)"]],
  ])("%s", (_what, body) => {
    expect(isInDoubt(...body)).toBe(true);
  });
});
