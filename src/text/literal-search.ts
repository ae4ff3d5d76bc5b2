/** The last three characters as a number of 15 bits: what lies further back is shifted out. */
const RUN_BITS = 0x7fff;
const RUN = 3;

/** The table is emptied after so many texts. */
const MOST_TEXTS = 0xffff;

/**
 * Looks for many literals in one text after the other.
 *
 * Most literals are in few texts, and a search that fails reads all of its text. Here a text is read once, and every run
 * of three of its characters is marked; a literal with a run that has no mark is not in the text.
 */
export class LiteralSearch {
  /** By run: the last text that held it, or one with the same number. */
  private readonly marks = new Uint16Array(RUN_BITS + 1);
  private readonly runs = new Map<string, readonly number[]>();
  private known = new Map<string, boolean>();
  private text = "";
  private mark = 0;

  /** Goes on to another text. */
  read(text: string): void {
    this.text = text;
    this.known = new Map();
    if (this.mark === MOST_TEXTS) this.marks.fill(0);
    this.mark = (this.mark % MOST_TEXTS) + 1;
    const { marks, mark } = this;
    let run = 0;
    for (let at = 0; at < text.length; at++) {
      run = following(run, text.charCodeAt(at));
      if (at >= RUN - 1) marks[run] = mark;
    }
  }

  /** Whether the text holds the literal. */
  holds(literal: string): boolean {
    const known = this.known.get(literal);
    if (known !== undefined) return known;
    const held =
      this.runsOf(literal).every((run) => this.marks[run] === this.mark) && this.text.includes(literal);
    this.known.set(literal, held);
    return held;
  }

  private runsOf(literal: string): readonly number[] {
    const known = this.runs.get(literal);
    if (known) return known;
    const runs: number[] = [];
    let run = 0;
    for (let at = 0; at < literal.length; at++) {
      run = following(run, literal.charCodeAt(at));
      if (at >= RUN - 1) runs.push(run);
    }
    this.runs.set(literal, runs);
    return runs;
  }
}

function following(run: number, code: number): number {
  return ((run << 5) ^ code) & RUN_BITS;
}
