import { UserError } from "../text/user-error.ts";

/** A place in a semantic patch: line and column from 1, and how many characters the caret underlines. */
export interface RulePlace {
  readonly line: number;
  readonly column?: number;
  readonly width?: number;
}

/** The text of one semantic patch, able to point into itself. */
export class RuleText {
  readonly file: string;
  readonly lines: readonly string[];

  constructor(file: string, text: string) {
    this.file = file;
    this.lines = text.replace(/\r\n?/g, "\n").split("\n");
  }

  /** An error at a place, with the line and a caret below it. What is missing at an end is told at that end. */
  error(at: RulePlace, title: string, hint?: string): UserError {
    const line = Math.min(at.line, this.lines.length);
    const source = this.lines[line - 1] ?? "";
    const wanted = at.column ?? source.length - source.trimStart().length + 1;
    const column = Math.min(wanted, source.length + 1);
    const width = Math.max(1, Math.min(at.width ?? 1, source.length - column + 1));
    const gutter = String(line);
    const frame = `${gutter} | ${source}\n${" ".repeat(gutter.length)} | ${" ".repeat(column - 1)}${"^".repeat(width)}`;
    const more = { at: { file: this.file, line, column }, frame };
    return new UserError(title, hint === undefined ? more : { ...more, hint });
  }
}
