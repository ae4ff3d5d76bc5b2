import { describe, expect, it } from "vitest";
import { dumpTree } from "../../src/parse/dump.ts";
import { loadParser } from "../../src/parse/parser.ts";
import type { SyntaxNode } from "../../src/parse/tree.ts";
import { longModule, sources } from "./sources.ts";

const native = await loadParser({ backend: "native" });
const wasm = await loadParser({ backend: "wasm" });
const backends = [native, wasm] as const;

describe("both bindings give the same tree of", () => {
  it.each(sources)("$name", ({ text }) => {
    const one = native.parse(text);
    const other = wasm.parse(text);
    expect(dumpTree(other.root)).toBe(dumpTree(one.root));
    expect(other.errors.map(describeNode)).toEqual(one.errors.map(describeNode));
  });

  it("a module of 190 KB, more than the native addon takes at once", () => {
    const text = longModule(190_000);
    const dump = dumpTree(native.parse(text).root);
    expect(dump.split("\n").length).toBeGreaterThan(20_000);
    expect(dumpTree(wasm.parse(text).root)).toBe(dump);
  });
});

describe.each(backends)("the $backend binding", (parser) => {
  it.each(sources.filter(({ broken }) => !broken))("accepts $name without an error node", ({ text }) => {
    expect(parser.parse(text).errors.map(describeNode)).toEqual([]);
  });

  it.each(sources.filter(({ broken }) => broken))("reports where it stumbles over $name", ({ text }) => {
    expect(parser.parse(text).errors).not.toEqual([]);
  });

  it.each(sources)("gives offsets that cut the very text of $name", ({ text }) => {
    for (const node of nodesOf(parser.parse(text).root)) {
      expect(node.text).toBe(text.slice(node.start, node.end));
      if (!node.isNamed && !node.isMissing && node.children.length === 0) expect(node.text).toBe(node.type);
    }
  });

  it.each(sources)("links every child of $name to its parent, in text order", ({ text }) => {
    for (const node of nodesOf(parser.parse(text).root)) {
      let end = node.start;
      for (const child of node.children) {
        expect(child.parent).toBe(node);
        expect(child.start).toBeGreaterThanOrEqual(end);
        end = child.end;
      }
      expect(node.end).toBeGreaterThanOrEqual(end);
    }
  });

  it("counts in UTF-16 units after letters outside ASCII and outside the BMP", () => {
    const text = 'é = "😀é"\r\nname = 1\r\n';
    const names = nodesOf(parser.parse(text).root).filter((node) => node.type === "identifier");
    expect(names.map((node) => [node.start, node.end, node.text])).toEqual([
      [0, 1, "é"],
      [11, 15, "name"],
    ]);
  });

  it("counts a byte order mark as one unit", () => {
    const tree = parser.parse("\uFEFFname = 1\n");
    expect(tree.errors).toEqual([]);
    expect(tree.root.children[0]?.start).toBe(1);
    expect(tree.root.children[0]?.text).toBe("name = 1");
  });

  it("reads astral letters wherever the binding's buffer ends", () => {
    for (const shift of ["", "x", "xy"]) {
      const text = `${shift} = "${"😀".repeat(20_000)}"\nlast = 1\n`.trimStart();
      const tree = parser.parse(text.startsWith("=") ? `a ${text}` : text);
      expect(tree.errors).toEqual([]);
      expect(tree.root.children.at(-1)?.text).toBe("last = 1");
    }
  });

  it("gives the first child under a field, and null for a field that is not there", () => {
    const definition = parser.parse("def plug(vif, *, wait=True):\n    return vif\n").root.children[0];
    expect(definition?.field("name")?.text).toBe("plug");
    expect(definition?.field("parameters")?.text).toBe("(vif, *, wait=True)");
    expect(definition?.field("return_type")).toBeNull();
  });

  it("gives the same tree whether it is read by fields, level by level or from its leaves", () => {
    const text = longModule(30_000);
    const whole = dumpTree(parser.parse(text).root);
    const byFields = parser.parse(text);
    for (const child of byFields.root.children) child.field("body")?.children.at(-1)?.field("name");
    expect(dumpTree(byFields.root)).toBe(whole);
    const lastFirst = parser.parse(text);
    const visit = (node: SyntaxNode): void => {
      for (const child of [...node.children].reverse()) visit(child);
    };
    visit(lastFirst.root);
    expect(dumpTree(lastFirst.root)).toBe(whole);
  });

  it("finds the errors of a text that has more lines than can be sought one by one", () => {
    const { errors, refusal } = parser.parse(`x = '''${"a(1)\n".repeat(50_000)}`);
    expect(refusal).toBeUndefined();
    expect(errors.map(({ type }) => type)).toContain("ERROR");
  });

  it("finds the errors of a tree however many are parsed after it", () => {
    const text = "x = (\ny = 1\n";
    const early = parser.parse(text);
    for (let more = 0; more < 50; more++) parser.parse(`x = ${more}\n`);
    expect(early.errors.map(describeNode)).toEqual(parser.parse(text).errors.map(describeNode));
    expect(early.errors.length).toBeGreaterThan(0);
  });

  it("keeps a tree readable however many are parsed after it", () => {
    const text = longModule(30_000);
    const whole = dumpTree(parser.parse(text).root);
    const early = parser.parse(text);
    const definition = early.root.children.at(-1);
    for (let more = 0; more < 50; more++) parser.parse(`x = ${more}\n`);
    expect(early.root.children.at(-1)).toBe(definition);
    expect(dumpTree(early.root)).toBe(whole);
    expect(dumpTree(parser.parse(`${text}x = 1\n`, early).root)).toBe(
      dumpTree(parser.parse(`${text}x = 1\n`).root),
    );
  });
});

describe("loading", () => {
  it("takes the native addon where it loads", async () => {
    expect((await loadParser()).backend).toBe("native");
  });

  it.each(["native", "wasm"] as const)("takes %s when it is asked for", async (backend) => {
    expect((await loadParser({ backend })).backend).toBe(backend);
  });
});

function nodesOf(node: SyntaxNode): readonly SyntaxNode[] {
  return [node, ...node.children.flatMap(nodesOf)];
}

function describeNode(node: SyntaxNode): string {
  return `${node.isMissing ? "MISSING " : ""}${node.type} ${node.start}-${node.end}`;
}
