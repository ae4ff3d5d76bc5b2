import type { SyntaxNode, SyntaxTree } from "../parse/tree.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import { firstNewline, LineIndex } from "../text/lines.ts";

/** A rewriting that has no certain way to be written down: the tree stays as it is. */
export class RewriteRefused extends Error {}

/**
 * A literal of one line that is not empty, and the quote that ends it; none is a quote that nothing closes, which takes the
 * rest of its line. Without alternatives in a loop, which cost the stack of a long one.
 */
const LITERAL =
  /(?<![\w'"])[uU]?(?:'(?!')[^'\\\n]*(?:\\.[^'\\\n]*)*('|\\?$)|"(?!")[^"\\\n]*(?:\\.[^"\\\n]*)*("|\\?$))/gm;

/** A text about to be edited, with the questions that layout asks of it. */
export class Target {
  /** The tree of the text with its last line ended, so that every row may be edited as a row. */
  readonly tree: SyntaxTree;
  /** Whether the file itself ends its last line. */
  private readonly finished: boolean;
  private unitFound: string | undefined;
  private doubleQuotes: boolean | undefined;
  private lines: LineIndex | undefined;

  constructor(tree: SyntaxTree, finished: boolean) {
    this.tree = tree;
    this.finished = finished;
  }

  /** The file's text after the edits; a last line that had no ending gets none. */
  edited(edits: readonly Edit[]): string {
    const text = applyEdits(this.text, edits);
    return this.finished ? text : text.replace(/(\r\n|\n|\r)$/, "");
  }

  /** Made when first asked for: most texts of a plan are only searched. */
  get index(): LineIndex {
    this.lines ??= new LineIndex(this.tree.text);
    return this.lines;
  }

  /** The line ending that the text uses first. */
  get newline(): string {
    return firstNewline(this.tree.text);
  }

  get text(): string {
    return this.tree.text;
  }

  /**
   * Whether string literals are written in double quotes here, as formatters do: ten times as many as in single ones.
   * Where both are in use, code keeps the quotes that it comes with.
   */
  get prefersDoubleQuotes(): boolean {
    if (this.doubleQuotes === undefined) {
      const counts = { "'": 0, '"': 0 };
      for (const [, single, double] of this.text.matchAll(LITERAL)) {
        if (single === "'") counts["'"]++;
        if (double === '"') counts['"']++;
      }
      this.doubleQuotes = counts['"'] >= 3 && counts['"'] >= 10 * counts["'"];
    }
    return this.doubleQuotes;
  }

  rowOf(offset: number): number {
    return this.index.rowOf(offset);
  }

  /** The row on which a node's last character stands. */
  lastRowOf(node: SyntaxNode): number {
    return this.index.rowOf(Math.max(node.start, node.end - 1));
  }

  /** The blanks at the start of a row. */
  indentOf(row: number): string {
    return /^[ \t]*/.exec(this.index.lineAt(row))?.[0] ?? "";
  }

  /** Whether nothing but blanks stands before the offset on its row. */
  startsRow(offset: number): boolean {
    return this.text.slice(this.index.startOf(this.rowOf(offset)), offset).trim() === "";
  }

  /** The text between the offset and the end of its row. */
  restOfRow(offset: number): string {
    return this.text.slice(offset, this.index.endOf(this.rowOf(offset)));
  }

  /** Offset of the start of the row after `row`; the text's end for the last row. */
  afterRow(row: number): number {
    return this.index.startOf(row + 1);
  }

  /** What one level of indentation is here: the first one found, four blanks when there is none. */
  get unit(): string {
    if (this.unitFound === undefined) {
      const indented = /^(?:class|def|if|for|while|try|with)\b.*:[ \t]*\r?\n(?:[ \t]*\r?\n)*([ \t]+)\S/m.exec(
        this.text,
      );
      this.unitFound = indented?.[1] ?? "    ";
    }
    return this.unitFound;
  }

  /** The column, from 0, at which an offset will stand once the edits before it on its row are made. */
  columnAfter(edits: readonly Edit[], offset: number): number {
    const start = this.index.startOf(this.rowOf(offset));
    let column = offset - start;
    for (const { span, text } of edits) {
      if (span.start < start || span.end > offset) continue;
      const broken = text.lastIndexOf("\n");
      if (broken >= 0) column = offset - span.end + text.length - broken - 1;
      else column += text.length - (span.end - span.start);
    }
    return column;
  }
}
