import { describe, expect, it } from "vitest";
import { readPercentFormat } from "../../src/facts/formats/percent-format.ts";

describe("a printf-style format", () => {
  it.each([
    ["two plain placeholders", "%s of %d", { keys: [], takes: 2, broken: 0 }],
    ["a named one", "%(name)s", { keys: ["name"], takes: 0, broken: 0 }],
    ["the same name twice", "%(a)s %(a)r", { keys: ["a"], takes: 0, broken: 0 }],
    ["a percent sign", "100%% of %s", { keys: [], takes: 1, broken: 0 }],
    ["width and precision as arguments", "%*.*f", { keys: [], takes: 3, broken: 0 }],
    ["flags and width", "%-10s|%05.2f", { keys: [], takes: 2, broken: 0 }],
    ["a name without conversion", "%(name).", { keys: ["name"], takes: 0, broken: 1 }],
    ["a name that swallows the next word", "%(name) and", { keys: ["name"], takes: 0, broken: 1 }],
    ["braces for parentheses", "%{name}s", { keys: [], takes: 0, broken: 1 }],
    ["a sign at the end", "50%", { keys: [], takes: 0, broken: 1 }],
    ["no placeholder", "text", { keys: [], takes: 0, broken: 0 }],
  ])("reads %s", (_name, text, wanted) => {
    const { keys, takes, broken } = readPercentFormat(text);
    expect({ keys, takes, broken: broken.length }).toEqual(wanted);
  });
});
