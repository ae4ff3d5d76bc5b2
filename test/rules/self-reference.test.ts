import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { checkFiles } from "../../src/check/check-files.ts";
import { sourcesFromTexts } from "../../src/facts/tree/source-reader.ts";
import { loadParser } from "../../src/parse/parser.ts";
import { allPageExamples } from "../helpers/page-examples.ts";

/*
 * What a name stands for is looked up through assignments, bases and decorators: code in which each of them leads back to
 * itself ends the search, and does not keep a module from being judged. The code is that of all rules' pages.
 */

const parser = await loadParser();
const examples = allPageExamples(fileURLToPath(new URL("../../", import.meta.url)));
const texts = Object.fromEntries(
  examples.flatMap(({ files }, at) =>
    Object.entries(files).map(([path, text]) => [`example${at}/${path}`, text] as const),
  ),
);

/** A whole assignment in one line: its indentation, its name, its value. */
const ASSIGNMENT = /^( *)([\w.]+) = ([^\n#]*[^\s#,([{\\])( *(?:#.*)?)$/gm;

const CYCLES: Readonly<Record<string, (text: string) => string>> = {
  "a value before what is added": (text) => text.replace(ASSIGNMENT, "$1$2 = $2 + $3$4"),
  "a value or itself": (text) => text.replace(ASSIGNMENT, "$1$2 = $3 or $2$4"),
  "what its method gives": (text) => text.replace(ASSIGNMENT, "$1$2 = $2.get($3)$4"),
  "an attribute of itself": (text) => text.replace(ASSIGNMENT, "$1$2 = $2.name$4"),
  "two values of each other": (text) =>
    text.replace(ASSIGNMENT, "$1$2 = the_other + $3$4\n$1the_other = $2 + $3"),
  "a class of itself": (text) => text.replace(/^( *)class (\w+)\(/gm, "$1class $2($2, "),
  "a class of what is in it": (text) => text.replace(/^( *)class (\w+)\(/gm, "$1class $2($2.$2, "),
  "a function decorated with itself": (text) => text.replace(/^( *)def (\w+)\(/gm, "$1@$2\n$&"),
};

it.each(Object.entries(CYCLES))("%s is followed to its end", async (_, led) => {
  const changed = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, led(text)]));
  expect(Object.keys(texts).filter((path) => changed[path] !== texts[path]).length).toBeGreaterThan(100);
  const { unparsed } = await checkFiles(sourcesFromTexts(changed), parser, rules, Object.keys(changed));
  expect(unparsed.filter(({ reason }) => reason.includes("nests deeper"))).toEqual([]);
});
