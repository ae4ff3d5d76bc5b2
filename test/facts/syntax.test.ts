import { expect, it } from "vitest";
import { ownNodes } from "../../src/facts/module/syntax.ts";
import { loadParser } from "../../src/parse/parser.ts";

const parser = await loadParser();

it("the nodes of a statement's body are those of its block", () => {
  const tree = parser.parseWhole("with a:\n    b()\n    def c():\n        d()\n    return e\n");
  const [statement] = tree.ofType("with_statement");
  const block = statement?.field("body");
  const types = (from: typeof block): readonly string[] =>
    from ? [...ownNodes(from)].map(({ type }) => type) : [];
  expect(types(block)).toContain("return_statement");
  expect(types(block)).toEqual(types(statement));
  expect(types(block).filter((type) => type === "call")).toHaveLength(1);
});
