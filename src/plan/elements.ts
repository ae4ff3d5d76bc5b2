import { significantChildren } from "../parse/significant.ts";
import type { SyntaxNode } from "../parse/tree.ts";
import { type Edit, insertion } from "../text/edit.ts";
import { WIDTH } from "../text/width.ts";
import type { Target } from "./target.ts";

/** An element to be written, able to lay itself out at a column. */
export type ElementText = (column: number) => string;

/** How a list is laid out, as far as a new element must follow it. */
interface Layout {
  readonly elements: readonly SyntaxNode[];
  /** Rows may end within the list. */
  readonly isBracketed: boolean;
  /** Each element begins a row of its own. */
  readonly onePerRow: boolean;
  /** The column at which a new row of elements begins. */
  readonly column: number;
}

/**
 * Edits that put elements behind `previous` (or first, when it is null) in the shape of their neighbours: one a row or
 * flowed, aligned or hanging, trailing comma kept as it was.
 */
export function insertElements(
  target: Target,
  list: SyntaxNode,
  previous: SyntaxNode | null,
  texts: readonly ElementText[],
  before: readonly Edit[],
): readonly Edit[] {
  const layout = layoutOf(target, list);
  const first = layout.elements[0];
  if (!first) return insertIntoEmpty(target, list, texts, before);
  if (!previous) return insertFirst(target, layout, first, texts, before);
  return layout.onePerRow
    ? insertRows(target, layout, previous, texts)
    : insertFlowed(target, layout, previous, texts, before);
}

function layoutOf(target: Target, list: SyntaxNode): Layout {
  const elements = significantChildren(list)
    .filter((child) => child.isNamed)
    .map((element) => outermost(element, list));
  const [open, close] = [list.children[0], list.children.at(-1)];
  // Without brackets a new row would be a new statement.
  const isBracketed = /^[)\]}]$/.test(close?.type ?? "");
  const starting = elements.filter((element) => target.startsRow(element.start));
  const bracketRow = target.rowOf(open?.start ?? list.start);
  const later = elements.filter((element) => target.rowOf(element.start) > bracketRow);
  const onePerRow =
    isBracketed &&
    later.length > 0 &&
    elements.every((element, at) => at === 0 || target.startsRow(element.start));
  const model = starting.at(-1) ?? elements[0] ?? list;
  return {
    elements,
    isBracketed,
    onePerRow,
    column: model.start - target.index.startOf(target.rowOf(model.start)),
  };
}

/** The list's own child that holds an unwrapped element: its parentheses belong to it. */
export function outermost(element: SyntaxNode, list: SyntaxNode): SyntaxNode {
  let node = element;
  while (
    node.parent &&
    node.parent !== list &&
    node.parent.start >= list.start &&
    node.parent.type === "parenthesized_expression"
  )
    node = node.parent;
  return node;
}

/** The comma token behind an element, if there is one. */
export function commaAfter(element: SyntaxNode): SyntaxNode | null {
  const siblings = element.parent?.children ?? [];
  for (const next of siblings.slice(siblings.indexOf(element) + 1)) {
    if (next.type === ",") return next;
    if (next.type !== "comment") return null;
  }
  return null;
}

function insertIntoEmpty(
  target: Target,
  list: SyntaxNode,
  texts: readonly ElementText[],
  before: readonly Edit[],
): readonly Edit[] {
  const open = list.children[0] ?? list;
  let column = target.columnAfter(before, open.end);
  const written = texts.map((text) => {
    const code = text(column);
    column += code.length + 2;
    return code;
  });
  return [{ span: { start: open.end, end: open.end }, text: written.join(", ") }];
}

function insertFirst(
  target: Target,
  layout: Layout,
  first: SyntaxNode,
  texts: readonly ElementText[],
  before: readonly Edit[],
): readonly Edit[] {
  const column = target.columnAfter(before, first.start);
  const separator = layout.onePerRow ? `,${target.newline}${" ".repeat(column)}` : ", ";
  const written = texts.map((text) => text(column) + separator).join("");
  return [{ span: { start: first.start, end: first.start }, text: written }];
}

function insertRows(
  target: Target,
  layout: Layout,
  previous: SyntaxNode,
  texts: readonly ElementText[],
): readonly Edit[] {
  const comma = commaAfter(previous);
  const blanks = " ".repeat(layout.column);
  const rows = texts.map((text) => target.newline + blanks + text(layout.column));
  const end = comma?.end ?? previous.end;
  // A comment behind the element stays on the element's row.
  const comment = /^[ \t]*#.*$/.exec(target.restOfRow(end))?.[0] ?? "";
  const at = end + comment.length;
  if (comma) return [insertion(at, rows.map((row) => `${row},`).join(""))];
  const joined = rows.join(",");
  if (comment === "") return [insertion(end, `,${joined}`)];
  return [insertion(end, ","), insertion(at, joined)];
}

function insertFlowed(
  target: Target,
  layout: Layout,
  previous: SyntaxNode,
  texts: readonly ElementText[],
  before: readonly Edit[],
): readonly Edit[] {
  const at = previous.end;
  let column = target.columnAfter(before, at);
  const tail = target.restOfRow(at).length;
  let written = "";
  for (const [number, text] of texts.entries()) {
    const inline = text(column + 2);
    const closing = number === texts.length - 1 ? Math.min(tail, closingWidth(target.restOfRow(at))) : 1;
    const fits = column + 2 + firstLineWidth(inline) + closing <= WIDTH && !inline.includes("\n");
    if (fits || !layout.isBracketed) {
      written += `, ${inline}`;
      column += 2 + inline.length;
    } else {
      const own = text(layout.column);
      written += `,${target.newline}${" ".repeat(layout.column)}${own}`;
      column = layout.column + lastLineWidth(own);
    }
  }
  return [{ span: { start: at, end: at }, text: written }];
}

/** How much of the rest of the row cannot be broken off the last inserted element: brackets, a comma, a colon. */
function closingWidth(rest: string): number {
  return /^(?:[)\]},:]|\s*#.*$)*/.exec(rest)?.[0].length === rest.length
    ? rest.replace(/\s*#.*$/, "").length
    : rest.length;
}

const firstLineWidth = (text: string): number => text.split("\n", 1)[0]?.length ?? 0;
const lastLineWidth = (text: string): number => text.length - text.lastIndexOf("\n") - 1;

/**
 * Edits that take elements out, neighbours or not: keyword arguments may stand in any order. The exact inverse of
 * `insertElements` for neighbours.
 */
export function deleteElements(
  target: Target,
  list: SyntaxNode,
  leaving: readonly SyntaxNode[],
): readonly Edit[] {
  const { elements } = layoutOf(target, list);
  return runsOf(elements, new Set(leaving)).flatMap((run) => deleteRun(target, elements, run));
}

/** The elements that leave, each run of neighbours by itself. */
function runsOf(elements: readonly SyntaxNode[], leaving: ReadonlySet<SyntaxNode>): readonly SyntaxNode[][] {
  const runs: SyntaxNode[][] = [];
  for (const [at, element] of elements.entries()) {
    if (!leaving.has(element)) continue;
    const before = elements[at - 1];
    if (before && leaving.has(before)) runs.at(-1)?.push(element);
    else runs.push([element]);
  }
  return runs;
}

function deleteRun(
  target: Target,
  elements: readonly SyntaxNode[],
  run: readonly SyntaxNode[],
): readonly Edit[] {
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last) return [];
  const previous = elements[elements.indexOf(first) - 1];
  const next = elements[elements.indexOf(last) + 1];
  if (previous) return deleteAfter(target, previous, first, last);
  if (next) return [{ span: { start: first.start, end: next.start }, text: "" }];
  return [{ span: { start: first.start, end: commaAfter(last)?.end ?? last.end }, text: "" }];
}

function deleteAfter(
  target: Target,
  previous: SyntaxNode,
  first: SyntaxNode,
  last: SyntaxNode,
): readonly Edit[] {
  const between = target.text.slice(previous.end, first.start);
  if (!between.includes("#")) return [{ span: { start: previous.end, end: last.end }, text: "" }];
  // A comment stands behind the previous element: keep it, and take out whole rows.
  const start = target.index.endOf(target.rowOf(first.start) - 1);
  const comma = commaAfter(last);
  if (comma) return [{ span: { start, end: comma.end }, text: "" }];
  const own = commaAfter(previous);
  const edits = [{ span: { start, end: last.end }, text: "" }];
  return own ? [{ span: { start: own.start, end: own.end }, text: "" }, ...edits] : edits;
}
