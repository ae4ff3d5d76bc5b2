import { describe, expect, it } from "vitest";
import { fitCall } from "../../src/facts/calls/call-fit.ts";
import { argumentsOf } from "../../src/facts/module/calls.ts";
import { readModule } from "../../src/facts/module/module.ts";
import { loadParser } from "../../src/parse/parser.ts";

const parser = await loadParser();

/** The misfits of the last call of a text with its first function. */
function misfitsOf(parameters: string, given: string, bound = 0): readonly string[] {
  const module = readModule("a.py", "a", parser.parse(`def f(${parameters}): pass\nf(${given})\n`));
  const call = module.tree.ofType("call").at(-1);
  const facts = module.functions[0];
  if (!call || !facts) throw new Error("the text has no call");
  return fitCall(facts.parameters, { arguments: argumentsOf(call), bound }).misfits.map((misfit) => {
    if (misfit.kind === "missing") return `missing ${misfit.names.join()}`;
    return misfit.kind === "surplus"
      ? `surplus ${misfit.given}>${misfit.taken}`
      : `${misfit.kind} ${misfit.name}`;
  });
}

describe("a call of a function", () => {
  it.each([
    ["all by position", "a, b", "1, 2", 0, []],
    ["one by name", "a, b", "1, b=2", 0, []],
    ["a default left out", "a, b=1", "1", 0, []],
    ["one missing", "a, b", "1", 0, ["missing b"]],
    ["a keyword-only one missing", "a, *, b", "1", 0, ["missing b"]],
    ["self filled already", "self, a", "1", 1, []],
    ["self given again", "self, a", "1, 2", 1, ["surplus 2>1"]],
    ["one too many", "a", "1, 2", 0, ["surplus 2>1"]],
    ["as many as one likes", "a, *b", "1, 2, 3", 0, []],
    ["an unknown name", "a", "1, b=2", 0, ["unknown b"]],
    ["any name", "a, **b", "1, c=2", 0, []],
    ["one twice", "a, b", "1, 2, a=3", 0, ["twice a"]],
    ["a positional-only one by name", "a, /", "a=1", 0, ["unknown a", "missing a"]],
    ["a splat that may hold the rest", "a, b", "*c", 0, []],
    ["a double splat that may hold the rest", "a, b", "1, **c", 0, []],
    ["a splat and too many after it", "a", "*b, 1, 2", 0, ["surplus 2>1"]],
  ])("fits with %s", (_name, parameters, given, bound, wanted) => {
    expect(misfitsOf(parameters, given, bound)).toEqual(wanted);
  });
});
