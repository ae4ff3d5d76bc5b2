import type { Position } from "./lines.ts";

/** A place in a file that a person can open. */
export interface Place extends Partial<Position> {
  readonly file: string;
}

/**
 * What the user must mend: a malformed command, rule or configuration (exit status 2).
 *
 * Thrown anywhere, caught once, in the cli room. `title` is one sentence; `hint` says what to do.
 */
export class UserError extends Error {
  readonly hint: string | undefined;
  readonly at: Place | undefined;
  /** Further lines shown below the message, such as a source line with a caret. */
  readonly frame: string | undefined;

  constructor(title: string, more: { hint?: string; at?: Place; frame?: string } = {}) {
    super(title);
    this.name = "UserError";
    this.hint = more.hint;
    this.at = more.at;
    this.frame = more.frame;
  }
}

/** `file:line:col: message`, the grammar of every message that names a place. */
export function formatPlace(at: Place): string {
  if (at.line === undefined) return at.file;
  return at.column === undefined ? `${at.file}:${at.line}` : `${at.file}:${at.line}:${at.column}`;
}
