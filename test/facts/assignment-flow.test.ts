import { afterEach, expect, it, vi } from "vitest";
import { unboundReadsOf } from "../../src/facts/names/assignment-flow.ts";
import { projectOf } from "../helpers/facts.ts";

afterEach(() => vi.unstubAllGlobals());

it("costs no square of the names that a function binds", () => {
  const names = Array.from({ length: 4_000 }, (_, at) => `b${at}`);
  const items = names.map((name) => `open(${name}) as ${name},\n`).join("");
  const text = `def f():\n    with (\n${items}    ):\n        pass\n`;
  const module = projectOf({ "a.py": text }).module("a.py");
  const [definition] = module?.functions ?? [];
  if (!definition) throw new Error("there is no function");
  const bound = new Set(names);
  const copied = countCopies();
  expect(unboundReadsOf(definition.node, bound)).toHaveLength(names.length);
  // the root of their number for each; a copy of all for each would be 16 million
  expect(copied()).toBeLessThan(3 * names.length * Math.sqrt(names.length));
});

it.each([
  ["a name that was deleted", "seed = 1\ndel seed\nreturn seed", ["seed"]],
  [
    "a name that one case of a match leaves out",
    "match kind:\n  case 1:\n    seed = 1\nreturn seed",
    ["seed"],
  ],
  [
    "a name that every case binds",
    "match kind:\n  case 1:\n    seed = 1\n  case _:\n    seed = 2\nreturn seed",
    [],
  ],
  ["a name that a case captures", "match kind:\n  case [seed]:\n    return seed", []],
  ["a function and a class of the body", "def seed(): pass\nclass Leaf(Base): pass\nreturn seed, Leaf", []],
  [
    "names that the body imports",
    "import os.path, json as leaf\nfrom a import b as seed\nreturn os, leaf, seed",
    [],
  ],
])("tells of reads before any binding: %s", (_, body, wanted) => {
  const text = `def f(kind):\n${body.replace(/^/gm, "  ")}\n`;
  const module = projectOf({ "a.py": text }).moduleAt("a.py");
  const definition = module.functions.find(({ name }) => name === "f");
  if (!definition) throw new Error("there is no function");
  const bound = new Set([...definition.scope.bindings.keys()].filter((name) => name !== "kind"));
  expect(unboundReadsOf(definition.node, bound).map(({ name }) => name)).toEqual(wanted);
});

/** Counts what sets and maps are made of from now on. */
function countCopies(): () => number {
  let copied = 0;
  vi.stubGlobal(
    "Set",
    class<T> extends Set<T> {
      constructor(items?: Iterable<T> | null) {
        super(items);
        copied += this.size;
      }
    },
  );
  vi.stubGlobal(
    "Map",
    class<K, V> extends Map<K, V> {
      constructor(items?: Iterable<readonly [K, V]> | null) {
        super(items);
        copied += this.size;
      }
    },
  );
  return () => copied;
}
