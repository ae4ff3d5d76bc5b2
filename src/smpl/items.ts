import { LineIndex } from "../text/lines.ts";
import { lexPattern } from "./lexer.ts";
import type { CodePattern, Pattern } from "./pattern.ts";
import type { LineMark } from "./semantic-patch.ts";
import type { Slice } from "./slice.ts";

/** A comment line or blank line that a patch adds or removes. Matching ignores it, rewriting does not. */
export interface Trivia {
  readonly kind: "trivia";
  readonly row: number;
  /** The line without its indentation; empty for a blank line. */
  readonly text: string;
}

/** A statement of a block, with the rows that it takes in its slice. */
export interface StatementItem {
  readonly kind: "statement";
  readonly pattern: Pattern;
  /** Rows of the statement itself, both included. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Last row that may hold trivia of this statement's own blocks. */
  readonly reach: number;
}

/** What stands in a block, for aligning two slices: statements, and trivia that the patch changes. */
export type Item = StatementItem | Trivia;

/** The rows of a slice that hold nothing but a changed comment or a changed blank line. */
export class TriviaRows {
  private readonly columns = new Map<number, { column: number; text: string }>();

  constructor(slice: Slice) {
    const marks: readonly LineMark[] = ["minus", "plus"];
    const { lines } = lexPattern(slice.tree.text);
    const index = new LineIndex(slice.tree.text);
    let columnBelow = 0;
    for (let row = slice.rows.length - 1; row >= 0; row--) {
      const line = index.lineAt(row);
      const text = line.trim();
      const column = line.length - line.trimStart().length;
      const isTrivia =
        (text === "" || text.startsWith("#")) && !lines[row]?.inString && !lines[row]?.continued;
      if (text !== "") columnBelow = column;
      if (isTrivia && marks.includes(slice.rows[row]?.mark ?? "context"))
        this.columns.set(row, { column: text === "" ? columnBelow : column, text });
    }
  }

  /** Whether any row between the two (both included) is changed trivia. */
  anyWithin(first: number, last: number): boolean {
    for (const row of this.columns.keys()) if (first <= row && row <= last) return true;
    return false;
  }

  at(row: number): { readonly column: number; readonly text: string } | undefined {
    return this.columns.get(row);
  }
}

/**
 * The statements of a block with the changed trivia between them, in row order.
 *
 * A comment below a nested block belongs to the deepest block that is not indented further than the comment; a blank
 * line belongs where the next line stands.
 *
 * @param last the last row that may belong to the block
 */
export function itemsOf(
  block: CodePattern,
  slice: Slice,
  trivia: TriviaRows,
  first: number,
  last: number,
): readonly Item[] {
  const items: Item[] = [];
  const column = block.children[0]?.column ?? 0;
  const statements = block.children.map((pattern) => ({
    pattern,
    firstRow: slice.index.rowOf(pattern.node.start),
    lastRow: slice.index.rowOf(Math.max(pattern.node.start, pattern.node.end - 1)),
  }));
  const noteTrivia = (from: number, to: number): void => {
    for (let row = from; row <= to; row++) {
      const found = trivia.at(row);
      if (found) items.push({ kind: "trivia", row, text: found.text });
    }
  };
  let row = first;
  for (const [at, statement] of statements.entries()) {
    noteTrivia(row, statement.firstRow - 1);
    const next = statements[at + 1]?.firstRow ?? last + 1;
    let reach = statement.lastRow;
    for (let below = statement.lastRow + 1; below < next; below++)
      if ((trivia.at(below)?.column ?? -1) > column) reach = below;
    items.push({ kind: "statement", ...statement, reach });
    row = reach + 1;
  }
  noteTrivia(row, last);
  return items;
}
