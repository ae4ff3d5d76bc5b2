import type { Parser, SyntaxTree } from "../parse/tree.ts";
import { LineIndex } from "../text/lines.ts";
import { lexPattern } from "./lexer.ts";
import { withPlaceholders } from "./placeholders.ts";
import type { RuleText } from "./rule-error.ts";
import type { BodyLine } from "./semantic-patch.ts";
import type { Variant } from "./variants.ts";

/** The side of a hunk: the code before the patch, or the code after it. */
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
  const python = withPlaceholders({ text, lines: dedented, rows, source, lexed });
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
