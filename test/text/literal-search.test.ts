import fc from "fast-check";
import { expect, it } from "vitest";
import { LiteralSearch } from "../../src/text/literal-search.ts";

const letters = fc.string({ unit: fc.constantFrom("a", "b", "A", "é", "😀", "\n"), maxLength: 12 });

it("says of every literal whether a text holds it, from text to text", () => {
  const search = new LiteralSearch();
  fc.assert(
    fc.property(letters, fc.array(letters), (text, literals) => {
      search.read(text);
      for (const literal of [...literals, text.slice(1, 5)])
        expect(search.holds(search.literal(literal))).toBe(text.includes(literal));
    }),
  );
});

it("forgets what earlier texts held, however many there were", () => {
  const search = new LiteralSearch();
  search.read("abcdef");
  expect(search.holds(search.literal("cde"))).toBe(true);
  for (let count = 0; count < 0xffff; count++) search.read("");
  expect(search.holds(search.literal("cde"))).toBe(false);
  search.read("abc");
  expect(search.holds(search.literal("abc"))).toBe(true);
});
