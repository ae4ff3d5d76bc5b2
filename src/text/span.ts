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

/** Whether the two spans share at least one character. Empty spans share none. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
