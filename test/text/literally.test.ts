import fc from "fast-check";
import { expect, it } from "vitest";
import { literally } from "../../src/text/literally.ts";

it("matches just the text that it was made of, and is a part like any other", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (text, rest) => {
      const pattern = new RegExp(`^(?:${literally(text)})+$`);
      if (text !== "") expect(pattern.test(text + text)).toBe(true);
      expect(new RegExp(`^${literally(text)}$`).test(text + rest)).toBe(rest === "");
    }),
  );
});
