import { expect, it } from "vitest";
import { anyWord } from "../../src/text/any-word.ts";

const words = anyWord(String.raw`
  open close
  get_\w+ [gs]etName
`);

it.each([
  ["open", true],
  ["close", true],
  ["get_door", true],
  ["setName", true],
  ["reopen", false],
  ["opened", false],
  ["get_", false],
  ["open close", false],
  ["", false],
])("%j is one of the words: %s", (text, isOne) => expect(words.test(text)).toBe(isOne));
