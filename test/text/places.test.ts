import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasWord, hasWordOnce, placesOf, placesOfWord } from "../../src/text/places.ts";

const text = fc.string({ unit: fc.constantFrom("a", "b", "_", "1", ".", " "), maxLength: 40 });
const word = fc.string({ unit: fc.constantFrom("a", "b", "_"), minLength: 1, maxLength: 3 });

describe("places", () => {
  it("of a part do not lie within one another", () => {
    expect([...placesOf("aaaa baa", "aa")]).toEqual([0, 2, 6]);
  });

  it("of an empty part are none", () => {
    expect([...placesOf("a b", "")]).toEqual([]);
    expect(hasWord("a b", "") || hasWordOnce("a b", "")).toBe(false);
  });

  it("of a word are those that an expression finds", () => {
    fc.assert(
      fc.property(text, word, (among, wanted) => {
        const found = [...among.matchAll(new RegExp(`\\b${wanted}\\b`, "g"))].map(({ index }) => index);
        expect([...placesOfWord(among, wanted)]).toEqual(found);
        expect(hasWord(among, wanted)).toBe(found.length > 0);
        expect(hasWordOnce(among, wanted)).toBe(found.length === 1);
      }),
    );
  });
});
