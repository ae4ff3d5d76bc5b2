import type { Parser, SyntaxTree } from "../parse/tree.ts";
import { LineIndex } from "../text/lines.ts";
import { type Lexed, lexPattern, type PatternToken } from "./lexer.ts";
import type { RuleText } from "./rule-error.ts";
import type { BodyLine } from "./semantic-patch.ts";
import type { Variant } from "./variants.ts";

export type SliceName = "minus" | "plus";

/**
 * One slice of a variant as Python that the grammar accepts.
 *
 * Pattern operators are replaced by placeholder names, which `pattern.ts` turns into dots and nests. A placeholder is
 * named after its place in the patch file, so that both slices give a context line the same text.
 */
export interface Slice {
  readonly name: SliceName;
  readonly tree: SyntaxTree;
  readonly index: LineIndex;
  /** The body line behind each row of the text. */
  readonly rows: readonly BodyLine[];
}

/** Placeholder names: what they stand for is in the name, so that a tree alone can be read. */
export const DOTS: RegExp = /^osfix_dots_\d+_\d+$/;
export const NEST: RegExp = /^osfix_nest(_some)?_\d+_\d+$/;

/** Both slices of a variant; `undefined` for a slice without code. */
export function parseSlices(
  text: RuleText,
  variant: Variant,
  parser: Parser,
): { minus: Slice | undefined; plus: Slice | undefined } {
  const minus = variant.filter((line) => line.mark !== "plus");
  const plus = variant.filter((line) => line.mark !== "minus");
  const margin = Math.min(marginOf(minus), marginOf(plus));
  return {
    minus: parseSlice(text, "minus", minus, margin, parser),
    plus: parseSlice(text, "plus", plus, margin, parser),
  };
}

const textOf = (lines: readonly BodyLine[]): string => lines.map((line) => line.text).join("\n");

/** The indentation that all code lines share. Lines inside strings have none to give. */
function marginOf(lines: readonly BodyLine[]): number {
  const { lines: contexts } = lexPattern(textOf(lines));
  const indents = lines.flatMap(({ text }, row) =>
    text.trim() === "" || contexts[row]?.inString ? [] : [text.length - text.trimStart().length],
  );
  return indents.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...indents);
}

function parseSlice(
  text: RuleText,
  name: SliceName,
  rows: readonly BodyLine[],
  margin: number,
  parser: Parser,
): Slice | undefined {
  if (rows.every((row) => row.text.trim() === "" || row.text.trimStart().startsWith("#"))) return undefined;
  const source = textOf(rows);
  const lexed = lexPattern(source);
  const dedented = rows.map((row, at) => (lexed.lines[at]?.inString ? row.text : row.text.slice(margin)));
  const python = replaceOperators(text, dedented, rows, lexed, source);
  const tree = parseOnce(parser, `${python}\n`);
  const index = new LineIndex(tree.text);
  const slice = { name, tree, index, rows };
  checkParses(text, slice, dedented);
  return slice;
}

const PARSED = new WeakMap<Parser, Map<string, SyntaxTree>>();

/** Variants of a hunk share most of their slices. */
function parseOnce(parser: Parser, text: string): SyntaxTree {
  const known = PARSED.get(parser) ?? new Map<string, SyntaxTree>();
  PARSED.set(parser, known);
  const tree = known.get(text) ?? parser.parse(text);
  known.set(text, tree);
  return tree;
}

function checkParses(text: RuleText, slice: Slice, lines: readonly string[]): void {
  const error = slice.tree.errors[0];
  if (!error) return;
  const row = Math.min(slice.index.rowOf(error.start), slice.rows.length - 1);
  const offset = Math.min(error.start, slice.index.endOf(row)) - slice.index.startOf(row);
  const line = lines[row] ?? "";
  const body = slice.rows[row];
  const taken = (body?.text.length ?? 0) - line.length;
  throw text.error(
    {
      line: body?.line ?? 1,
      column: 2 + taken + offsetInLine(line, slice.index.lineAt(row), offset),
      width: Math.max(1, Math.min(error.end - error.start, 20)),
    },
    `the ${slice.name} slice is not Python here`,
    slice.name === "minus"
      ? 'The minus slice is the context and the "-" lines, read without the "+" lines.'
      : 'The plus slice is the context and the "+" lines, read without the "-" lines.',
  );
}

/** Where a place of the written line stands in the patch's own line, which has operators where this has placeholders. */
function offsetInLine(line: string, written: string, offset: number): number {
  let same = 0;
  while (same < offset && line.charAt(same) === written.charAt(same)) same++;
  if (same === offset) return Math.min(same, line.length);
  const fromEnd = written.length - offset;
  return line.endsWith(written.slice(offset)) ? line.length - fromEnd : same;
}

/** The slice's lines with every operator of the pattern language replaced by something that parses. */
function replaceOperators(
  text: RuleText,
  lines: readonly string[],
  rows: readonly BodyLine[],
  lexed: Lexed,
  source: string,
): string {
  const starts = new LineIndex(source);
  const result = [...lines];
  const counts = new Map<number, number>();
  const nests: { row: number; indent: number }[] = [];
  const byRow = new Map<number, PatternToken[]>();
  for (const token of lexed.tokens) {
    const row = starts.rowOf(token.start);
    byRow.set(row, [...(byRow.get(row) ?? []), token]);
  }
  for (const [row, body] of rows.entries()) {
    const tokens = byRow.get(row) ?? [];
    const line = lines[row] ?? "";
    const dedent = (starts.lineAt(row).length - line.length) * -1;
    const alone =
      tokens.length === 1 && tokens[0] ? line.trim() === source.slice(tokens[0].start, tokens[0].end) : false;
    const number = (): number => {
      const next = (counts.get(body.line) ?? 0) + 1;
      counts.set(body.line, next);
      return next;
    };
    const token = tokens[0];
    const inNest = nests.at(-1);
    let written: string;
    if (alone && token?.kind === "nest-close") {
      if (!nests.pop())
        throw text.error(
          { line: body.line, column: 2 },
          'unexpected end of a nest, expected "<..." before it',
        );
      written = "";
    } else if (alone && token?.kind === "nest-open") {
      written = `${indentOf(line)}while osfix_nest${token.atLeastOne ? "_some" : ""}_${body.line}_${number()}:`;
      if (inNest) written = `    ${written}`;
      nests.push({ row, indent: indentOf(line).length });
      result[row] = written;
      continue;
    } else {
      written = replaceInLine(
        { text, lines, rows, source, lexed },
        row,
        tokens,
        starts.startOf(row) - dedent,
        number,
      );
    }
    // The body of a nest is written at the nest's own depth; Python wants it deeper.
    if (nests.length > 0 && !lexed.lines[row]?.inString && written.trim() !== "")
      written = "    ".repeat(nests.length) + written;
    result[row] = written;
  }
  const open = nests.at(-1);
  if (open)
    throw text.error(
      { line: rows[open.row]?.line ?? 1, column: 2 },
      'this nest is not closed, expected "...>"',
    );
  return result.join("\n");
}

const indentOf = (line: string): string => /^[ \t]*/.exec(line)?.[0] ?? "";

interface SliceLines {
  readonly text: RuleText;
  readonly lines: readonly string[];
  readonly rows: readonly BodyLine[];
  readonly source: string;
  readonly lexed: Lexed;
}

function replaceInLine(
  slice: SliceLines,
  row: number,
  tokens: readonly PatternToken[],
  lineStart: number,
  number: () => number,
): string {
  const line = slice.lines[row] ?? "";
  const body = slice.rows[row];
  let written = "";
  let done = 0;
  for (const token of tokens) {
    const at = token.start - lineStart;
    written += line.slice(done, at);
    done = token.end - lineStart;
    if (token.kind === "ellipsis") written += "...";
    else if (token.kind === "nest-open")
      written += `osfix_nest${token.atLeastOne ? "_some" : ""}_${body?.line}_${number()}(`;
    else if (token.kind === "nest-close") written += ")";
    else written += dotsFor(slice, row, token, `osfix_dots_${body?.line}_${number()}`);
  }
  return written + line.slice(done);
}

/** Where dots do not parse as a name, the construct that does. */
function dotsFor(slice: SliceLines, row: number, token: PatternToken, name: string): string {
  if (token.bracket)
    return token.bracket.symbol === "{" && isPairPlace(slice.source, token) ? `**${name}` : name;
  const line = slice.lines[row] ?? "";
  if (line.trim() !== "...") return name;
  const indent = indentOf(line);
  const neighbour = (step: number): string => {
    for (let at = row + step; at >= 0 && at < slice.lines.length; at += step) {
      const other = slice.lines[at] ?? "";
      if (other.trim() !== "" && indentOf(other).length <= indent.length && !slice.lexed.lines[at]?.continued)
        return indentOf(other) === indent ? other.trim() : "";
    }
    return "";
  };
  if (neighbour(-1).startsWith("@")) return `@${name}`;
  const next = neighbour(1);
  if (/^(elif|else)\b/.test(next)) return `elif ${name}: pass`;
  if (/^(except|finally)\b/.test(next)) return `except ${name}: pass`;
  return name;
}

/** Whether dots in braces stand for pairs of a dictionary: not after a colon, and the braces hold a pair or nothing else. */
function isPairPlace(source: string, token: PatternToken): boolean {
  const before = source.slice(token.bracket?.start ?? 0, token.start).trimEnd();
  if (before.endsWith(":")) return false;
  const inside = source.slice((token.bracket?.start ?? 0) + 1);
  const close = inside.indexOf("}");
  return /:|^\s*\.\.\.\s*$/.test(inside.slice(0, close < 0 ? inside.length : close));
}
