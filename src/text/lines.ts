/** A place as people read it: line and column from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The line ending that a text uses first; LF for a text of one line. */
export function firstNewline(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

/** Where the lines of a text begin. A line ends with LF, CRLF or a lone CR, as Python reads it. */
export class LineIndex {
  readonly text: string;
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    if (text.includes("\r"))
      for (const ending of text.matchAll(/\r\n|\n|\r/g)) starts.push(ending.index + ending[0].length);
    else for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.starts = starts;
  }

  get count(): number {
    return this.starts.length;
  }

  /** Row from 0 of the line that holds the offset; O(log lines). */
  rowOf(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offset of the first character of a row; the text's length for a row past the end. */
  startOf(row: number): number {
    return this.starts[row] ?? this.text.length;
  }

  /** Offset after the last character of a row, its line ending left out. */
  endOf(row: number): number {
    let end = row + 1 < this.starts.length ? this.startOf(row + 1) : this.text.length;
    while (end > this.startOf(row) && /[\r\n]/.test(this.text.charAt(end - 1))) end--;
    return end;
  }

  /** The line's text without its ending. */
  lineAt(row: number): string {
    return this.text.slice(this.startOf(row), this.endOf(row));
  }

  positionOf(offset: number): Position {
    const row = this.rowOf(offset);
    return { line: row + 1, column: offset - this.startOf(row) + 1 };
  }
}
