import type { IgnoreComment } from "../facts/module/ignore-comments.ts";
import type { RawFinding } from "../report/check-report.ts";

/** What the rules say of some files of one tree, as plain data: it can be kept in a cache and sent between threads. */
export interface RawCheck {
  readonly findings: readonly RawFinding[];
  readonly ignores: readonly { readonly path: string; readonly comments: readonly IgnoreComment[] }[];
  /** Files that rules could not be run on; the reason is a clause. */
  readonly unparsed: readonly { readonly path: string; readonly reason: string }[];
  /** Files with code that does not parse, which rules pass over, and the line where the first of it begins. */
  readonly broken: readonly { readonly path: string; readonly line: number }[];
  readonly files: number;
}
