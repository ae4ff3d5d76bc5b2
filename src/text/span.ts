/**
 * A stretch of one text: UTF-16 offsets from 0, `end` excluded.
 *
 * Files are bytes; the checkout room decodes them once and every later room speaks UTF-16 offsets,
 * because that is what both tree-sitter bindings count in.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether a span lies in another as a whole; a span lies in itself. */
export function isInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two spans share at least one character. Empty spans share none. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
