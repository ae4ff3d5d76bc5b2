import { describe, expect, it } from "vitest";
import { dumpTree } from "../../src/parse/dump.ts";
import { loadParser } from "../../src/parse/parser.ts";
import type { SyntaxNode } from "../../src/parse/tree.ts";
import { longModule, sources } from "./sources.ts";

const backends = [await loadParser({ backend: "native" }), await loadParser({ backend: "wasm" })] as const;
const texts = [...sources, { name: "a module of 190 KB", text: longModule(190_000) }];

describe.each(backends)("a tree that the $backend binding reads at once", (parser) => {
  it.each(texts)("is the one read bit by bit: $name", ({ text }) => {
    const whole = parser.parseWhole(text);
    const tree = parser.parse(text);
    expect(dumpTree(whole.root)).toBe(dumpTree(tree.root));
    expect(whole.errors.map(placeOf)).toEqual(tree.errors.map(placeOf));
  });

  it.each(sources)("has the same named nodes by type: $name", ({ text }) => {
    const whole = parser.parseWhole(text);
    const tree = parser.parse(text);
    const types = new Set(nodesOf(tree.root).map(({ type }) => type));
    for (const type of types) {
      const expected = nodesOf(tree.root).filter((node) => node.isNamed && node.type === type);
      expect(whole.ofType(type).map(placeOf)).toEqual(expected.map(placeOf));
      expect(tree.ofType(type).map(placeOf)).toEqual(expected.map(placeOf));
    }
    expect(whole.ofType("no such type")).toEqual([]);
  });

  it.each(sources)(
    "is walked as one read bit by bit, wherever that leaves something out: $name",
    ({ text }) => {
      const [whole, tree] = [parser.parseWhole(text).root, parser.parse(text).root];
      const types = new Set(nodesOf(tree).map(({ type }) => type));
      for (const left of ["", ...types]) {
        const enter = ({ type }: SyntaxNode) => type !== left;
        expect([...whole.walk(enter)].map(placeOf)).toEqual([...tree.walk(enter)].map(placeOf));
      }
      const all = nodesOf(tree).filter((node) => node === tree || node.parent?.namedChildren.includes(node));
      expect([...tree.walk(() => true)]).toEqual(all);
    },
  );

  it("has no nodes of a kind that only a later module made known", async () => {
    const { backend } = parser;
    const fresh = await loadParser({ backend });
    const plain = fresh.parseWhole("x = 1\n");
    expect(plain.ofType("identifier").map(({ text }) => text)).toEqual(["x"]);
    const later = fresh.parseWhole("f(**a)\nasync def g():\n    print(*await h())\n[*b, lambda: 0]\n");
    const types = new Set(nodesOf(later.root).flatMap(({ type, isNamed }) => (isNamed ? [type] : [])));
    const own = new Set(nodesOf(plain.root).map(({ type }) => type));
    for (const type of types) if (!own.has(type)) expect([type, plain.ofType(type)]).toEqual([type, []]);
    expect(types.size).toBeGreaterThan(own.size);
  });

  it.each(sources)("has one object for each node, whichever way leads to it: $name", ({ text }) => {
    const whole = parser.parseWhole(text);
    const wrong = nodesOf(whole.root).filter((node) => {
      const named = node.children.filter(
        ({ isNamed, type }) => isNamed && type !== "comment" && type !== "line_continuation",
      );
      const areLinked = node.children.every(
        (child, at) => child.parent === node && node.children[at] === child,
      );
      const areNamed = named.length === node.namedChildren.length;
      const areFields = node.children.every(
        ({ fieldName }) => fieldName === null || node.children.includes(node.field(fieldName) ?? node),
      );
      const areSame = node.namedChildren.every((child, at) => child === named[at]);
      return !(areLinked && areNamed && areSame && areFields && node.field("no such field") === null);
    });
    expect(wrong).toEqual([]);
  });

  it("keeps 23 bytes a node, in whole words", () => {
    const { nodes } = parser.pack(longModule(190_000));
    expect(nodes.count).toBeGreaterThan(20_000);
    expect(nodes.starts.buffer.byteLength).toBe(4 * Math.ceil((23 * nodes.count) / 4));
  });
});

it.each(texts)("both bindings give the same numbers: $name", ({ text }) => {
  const [native, wasm] = backends.map((parser) => parser.pack(text).nodes);
  expect(wasm).toEqual(native);
});

function placeOf({ type, start, end, isMissing }: SyntaxNode) {
  return { type, start, end, isMissing };
}

function nodesOf(root: SyntaxNode): readonly SyntaxNode[] {
  return [root, ...root.children.flatMap(nodesOf)];
}
