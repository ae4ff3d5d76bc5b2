import type { RuleText } from "./rule-error.ts";
import type { BodyItem, BodyLine, LineMark } from "./semantic-patch.ts";

const MARKS: Readonly<Record<string, LineMark>> = {
  " ": "context",
  "-": "minus",
  "+": "plus",
  "*": "match",
  "?": "optional",
};

/** A body and the comments (`#` lines) that stood in it. */
export interface Body {
  readonly items: readonly BodyItem[];
  readonly comments: readonly string[];
}

/** Reads the body lines from `first` to `last` (lines from 1, both included). */
export function parseBody(text: RuleText, first: number, last: number): Body {
  const reader = new BodyReader(text, first, last);
  const items = reader.items(undefined);
  return { items, comments: reader.comments };
}

class BodyReader {
  readonly comments: string[] = [];
  private readonly text: RuleText;
  private readonly last: number;
  private line: number;

  constructor(text: RuleText, first: number, last: number) {
    this.text = text;
    this.line = first;
    this.last = last;
  }

  /** Items up to the end of the body or, inside a disjunction opened at `opened`, up to its `|` or `)`. */
  items(opened: number | undefined): readonly BodyItem[] {
    const items: BodyItem[] = [];
    while (this.line <= this.last) {
      const source = this.text.lines[this.line - 1] ?? "";
      const column0 = source.trimEnd();
      if (column0 === "(") items.push(this.disjunction());
      else if (column0 === "|" || column0 === ")") {
        if (opened === undefined)
          throw this.text.error(
            { line: this.line, column: 1 },
            `unexpected "${column0}", no disjunction is open`,
          );
        return items;
      } else {
        const line = this.bodyLine(source);
        if (line) items.push({ kind: "line", line });
        this.line++;
      }
    }
    if (opened !== undefined)
      throw this.text.error(
        { line: opened, column: 1 },
        'this disjunction is not closed, expected ")" alone in column 0',
      );
    return items;
  }

  private disjunction(): BodyItem {
    const opened = this.line;
    const alternatives: (readonly BodyItem[])[] = [];
    do {
      this.line++;
      alternatives.push(this.items(opened));
    } while ((this.text.lines[this.line - 1] ?? "").trimEnd() === "|");
    this.line++;
    if (alternatives.length === 1)
      throw this.text.error(
        { line: opened, column: 1 },
        'a disjunction needs at least two alternatives, separated by "|" in column 0',
      );
    return { kind: "disjunction", alternatives, line: opened };
  }

  private bodyLine(source: string): BodyLine | undefined {
    const line = this.line;
    if (source.trim() === "") return { mark: "context", text: "", line };
    const first = source.charAt(0);
    if (first === "#") {
      this.comments.push(source.slice(1).trim());
      return undefined;
    }
    const mark = MARKS[first];
    if (!mark)
      throw this.text.error(
        { line, column: 1 },
        `unexpected "${first}" in column 0, expected one of " ", "-", "+", "*", "?", "#", "(", "|", ")"`,
        "Context lines begin with one blank.",
      );
    return { mark, text: source.slice(1), line };
  }
}
