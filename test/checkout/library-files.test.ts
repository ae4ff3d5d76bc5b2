import { expect, it } from "vitest";
import { readLibraryLines } from "../../src/checkout/library-files.ts";
import { UserError } from "../../src/text/user-error.ts";

it("an installation without its files says what is missing", () => {
  expect(readLibraryLines("index.txt")[0]).toMatch(/^\S+ \S+ \S+/);
  expect(() => readLibraryLines("names/nobodys.txt")).toThrow(UserError);
  expect(() => readLibraryLines("names/nobodys.txt")).toThrow("libraries/names/nobodys.txt is not there");
});
