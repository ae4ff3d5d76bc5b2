import { commonEnd, commonStart } from "../text/common-ends.ts";
import type { BindingEdit, Point } from "./binding.ts";

/**
 * The one replacement that turns `before` into `after`: what lies between their common start and common end.
 *
 * Undefined for equal texts. A surrogate pair and a CRLF are never cut, because tree-sitter reads each as one.
 */
export function editBetween(before: string, after: string): BindingEdit | undefined {
  if (before === after) return undefined;
  let start = commonStart(before, after);
  while (start > 0 && (isInside(before, start) || isInside(after, start))) start--;
  let common = commonEnd(before, after, start);
  while (common > 0 && (isInside(before, before.length - common) || isInside(after, after.length - common)))
    common--;
  const oldEnd = before.length - common;
  const newEnd = after.length - common;
  const startPoint = pointAfter(before, 0, start, { row: 0, column: 0 });
  return {
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition: startPoint,
    oldEndPosition: pointAfter(before, start, oldEnd, startPoint),
    newEndPosition: pointAfter(after, start, newEnd, startPoint),
  };
}

/** Whether the offset lies between the halves of a surrogate pair or of a CRLF. */
function isInside(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const left = text.charCodeAt(offset - 1);
  const right = text.charCodeAt(offset);
  const pair = left >= 0xd800 && left <= 0xdbff && right >= 0xdc00 && right <= 0xdfff;
  return pair || (left === 13 && right === 10);
}

/** tree-sitter's row and column at `to`, where `from` is at `point`. It counts LF alone as the end of a row. */
function pointAfter(text: string, from: number, to: number, point: Point): Point {
  let row = point.row;
  let rowStart = from - point.column;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) {
    row++;
    rowStart = at + 1;
  }
  return { row, column: to - rowStart };
}
