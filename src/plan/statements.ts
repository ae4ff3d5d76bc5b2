import { isDocstring } from "../facts/module/syntax.ts";
import { statementsOf } from "../parse/significant.ts";
import type { SyntaxNode } from "../parse/tree.ts";
import type { Item } from "../smpl/items.ts";
import type { Edit } from "../text/edit.ts";
import { RewriteRefused, type Target } from "./target.ts";

/** Rows of the target, both included. */
export interface Rows {
  readonly first: number;
  readonly last: number;
}

/** The rows of a statement, which must have them to itself. */
export function rowsOf(target: Target, statement: SyntaxNode): Rows {
  const rows = { first: target.rowOf(statement.start), last: target.lastRowOf(statement) };
  const rest = target.restOfRow(Math.max(statement.start, statement.end)).trim();
  if (!target.startsRow(statement.start) || (rest !== "" && !rest.startsWith("#")))
    throw new RewriteRefused(`line ${rows.first + 1} holds more than one statement`);
  return rows;
}

/** Where new statements go: the offset of a row's start. */
export interface Slot {
  readonly offset: number;
  /** The indentation of the block. */
  readonly indent: string;
}

/**
 * The slot between two statements of a block: right behind `previous` if there is one, else above `next` and the
 * comments that belong to it, else at the block's start or end.
 */
export function slotBetween(
  target: Target,
  block: SyntaxNode,
  previous: SyntaxNode | null,
  next: SyntaxNode | null,
  atEnd: boolean,
): Slot {
  const statements = statementsOf(block);
  const first = statements[0];
  const last = statements.at(-1);
  if (!first || !last) throw new RewriteRefused("the block has no statement to stand beside");
  const indent = target.indentOf(rowsOf(target, first).first);
  if (previous) return { offset: target.afterRow(rowsOf(target, previous).last), indent };
  if (next)
    return {
      offset: target.index.startOf(aboveComments(target, rowsOf(target, next).first, indent)),
      indent,
    };
  if (atEnd) return { offset: target.afterRow(rowsOf(target, last).last), indent };
  const row = isDocstring(first) ? rowsOf(target, first).last + 1 : rowsOf(target, first).first;
  return { offset: target.index.startOf(row), indent };
}

/** The first of the comment rows that stand directly above a row at its indentation. */
function aboveComments(target: Target, row: number, indent: string): number {
  let top = row;
  while (
    top > 0 &&
    target.indentOf(top - 1) === indent &&
    target.index
      .lineAt(top - 1)
      .trimStart()
      .startsWith("#")
  )
    top--;
  return top;
}

/** Puts lines at the start of a row. */
export function insertLines(target: Target, offset: number, lines: readonly string[]): Edit {
  return { span: { start: offset, end: offset }, text: lines.map((line) => line + target.newline).join("") };
}

/** Takes whole rows out. */
export function deleteRows(target: Target, rows: readonly number[]): readonly Edit[] {
  const edits: Edit[] = [];
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  for (let at = 0; at < sorted.length; ) {
    let to = at;
    while (sorted[to + 1] === (sorted[to] ?? 0) + 1) to++;
    const start = target.index.startOf(sorted[at] ?? 0);
    edits.push({ span: { start, end: target.afterRow(sorted[to] ?? 0) }, text: "" });
    at = to + 1;
  }
  return edits;
}

/**
 * The rows of the items a patch takes out: its statements, and those of its comments and blank lines that are there.
 *
 * @param nodesOf what a statement of the pattern stands for
 * @param previous the statement above, for a run of nothing but comments
 */
export function rowsToDelete(
  target: Target,
  items: readonly Item[],
  nodesOf: (item: Item) => readonly SyntaxNode[],
  previous: SyntaxNode | null,
  next: SyntaxNode | null,
): readonly number[] {
  const ranges = items.map((item) => rangeOf(target, nodesOf(item)));
  const anchor = ranges.findIndex((range) => range !== undefined);
  if (anchor < 0) return rowsOfTrivia(target, items, previous, next);
  return [
    ...ranges.flatMap((range) => (range ? rowsIn(range) : [])),
    ...triviaAbove(target, items.slice(0, anchor), ranges[anchor]?.first ?? 0),
    ...triviaBelow(target, items.slice(anchor), ranges.slice(anchor)),
  ];
}

interface RowRange {
  readonly first: number;
  readonly last: number;
}

function rangeOf(target: Target, nodes: readonly SyntaxNode[]): RowRange | undefined {
  const [first, last] = [nodes[0], nodes.at(-1)];
  return first && last ? { first: rowsOf(target, first).first, last: rowsOf(target, last).last } : undefined;
}

function rowsIn({ first, last }: RowRange): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** The rows of comments and blank lines right above the first statement, looked for upwards. */
function triviaAbove(target: Target, items: readonly Item[], statement: number): readonly number[] {
  const rows: number[] = [];
  let at = statement - 1;
  for (const item of [...items].reverse()) if (isTriviaAt(target, item, at)) rows.push(at--);
  return rows;
}

/** The rows of comments and blank lines below statements, each looked for where the one before ends. */
function triviaBelow(
  target: Target,
  items: readonly Item[],
  ranges: readonly (RowRange | undefined)[],
): readonly number[] {
  const rows: number[] = [];
  let at = 0;
  for (const [number, item] of items.entries()) {
    const range = ranges[number];
    if (range) at = range.last + 1;
    else if (isTriviaAt(target, item, at)) rows.push(at++);
  }
  return rows;
}

function isTriviaAt({ index }: Target, item: Item, row: number): boolean {
  return item.kind === "trivia" && row >= 0 && row < index.count && index.lineAt(row).trim() === item.text;
}

/** The rows of a run of comments and blank lines, looked for between two statements; empty when it is not there. */
function rowsOfTrivia(
  target: Target,
  items: readonly Item[],
  previous: SyntaxNode | null,
  next: SyntaxNode | null,
): readonly number[] {
  const isTrivia = (row: number): boolean => /^\s*(#.*)?$/.test(target.index.lineAt(row));
  let first = previous ? rowsOf(target, previous).last + 1 : next ? rowsOf(target, next).first : 0;
  let last = next ? rowsOf(target, next).first - 1 : previous ? rowsOf(target, previous).last : -1;
  if (!previous) while (first > 0 && isTrivia(first - 1)) first--;
  if (!next) while (last + 1 < target.index.count && isTrivia(last + 1)) last++;
  const standsAt = (row: number): boolean =>
    items.every((item, at) => item.kind === "trivia" && target.index.lineAt(row + at).trim() === item.text);
  for (let row = first; row + items.length - 1 <= last; row++)
    if (standsAt(row)) return items.map((_, at) => row + at);
  return [];
}
