import type { Span } from "./span.ts";

/** Put `text` where `span` stands. An empty span inserts, an empty text deletes. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Puts a text before the character at an offset. */
export function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}

/** Two edits of one baseline that want the same characters. */
export class EditConflict extends Error {
  readonly first: Edit;
  readonly second: Edit;

  constructor(first: Edit, second: Edit) {
    super(
      `edits overlap: [${first.span.start}, ${first.span.end}) and [${second.span.start}, ${second.span.end})`,
    );
    this.first = first;
    this.second = second;
  }
}

/** The edits in text order; insertions at one offset keep the order in which they were given. */
export function sortEdits(edits: readonly Edit[]): readonly Edit[] {
  return edits
    .map((edit, order) => ({ edit, order }))
    .sort(
      (a, b) =>
        a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.order - b.order,
    )
    .map(({ edit }) => edit);
}

/**
 * The text after all edits, each given in offsets of the original text.
 *
 * @throws EditConflict when two edits overlap; nothing is guessed.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  let last: Edit | undefined;
  for (const edit of sortEdits(edits)) {
    if (last && edit.span.start < done) throw new EditConflict(last, edit);
    parts.push(text.slice(done, edit.span.start), edit.text);
    done = edit.span.end;
    last = edit;
  }
  parts.push(text.slice(done));
  return parts.join("");
}
