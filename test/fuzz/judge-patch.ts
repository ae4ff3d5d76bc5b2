import type { Parser } from "../../src/parse/tree.ts";
import { HunkCompiler } from "../../src/plan/compiled-series.ts";
import { parseSemanticPatch } from "../../src/smpl/parse.ts";
import type { SemanticPatch } from "../../src/smpl/semantic-patch.ts";
import { formatPlace, UserError } from "../../src/text/user-error.ts";
import { theParser } from "../helpers/planning.ts";

const HEADER = `Subject: a test
Project: sample
Author: A Tester <tester@example.org>
Date: Wed, 02 Dec 2020 00:00:00 +0000

`;

/** A text as a semantic patch; one that begins with a section or a hunk gets what must stand before. */
export function completePatch(text: string): string {
  if (text.startsWith("--- ")) return HEADER + text;
  return text.startsWith("@@") ? `${HEADER}--- a.py\n${text}` : text;
}

/**
 * Reads a text as a semantic patch and compiles its hunks. It may be refused with a place that lies in it; undefined then.
 *
 * @throws Error for anything else
 */
export function readPatch(source: string, compiler: HunkCompiler): SemanticPatch | undefined {
  try {
    const patch = parseSemanticPatch("sample/0001-fuzz", "fuzz.spatch", source);
    const lines = source.split(/\r\n?|\n/).length;
    for (const section of patch.sections) {
      checkLine(section.line, lines);
      for (const hunk of section.hunks) {
        checkLine(hunk.line, lines);
        compiler.compile(patch, hunk, "apply");
        compiler.compile(patch, hunk, "revert");
      }
    }
    return patch;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    checkPlace(error, source);
    return undefined;
  }
}

function checkLine(line: number, count: number): void {
  if (!(line >= 1 && line <= count)) throw new Error(`line ${line} is not in a text of ${count} lines`);
}

/** Every refusal says where: a line of the text, a column in it or right behind it. */
function checkPlace(error: UserError, source: string): void {
  const lines = source.split(/\r\n?|\n/);
  const { at } = error;
  const text = lines[(at?.line ?? 0) - 1];
  if (!at || at.column === undefined || text === undefined)
    throw new Error(`no place in the text: ${at && formatPlace(at)}: ${error.message}`);
  if (!(at.column >= 1 && at.column <= text.length + 1))
    throw new Error(`no column of the line: ${formatPlace(at)}: ${error.message}`);
}

/** The same parser to all that remembers what it was asked: an input must not find what another one left. */
export function withoutMemory(parser: Parser): Parser {
  return {
    backend: parser.backend,
    parse: (text, previous) => parser.parse(text, previous),
    parseWhole: (text) => parser.parseWhole(text),
  };
}

/** The parser's judge. */
export async function judgePatch(): Promise<(text: string) => void> {
  const parser = await theParser();
  return (text) => {
    readPatch(completePatch(text), new HunkCompiler(withoutMemory(parser)));
  };
}
