/** The last three characters as a number of 15 bits: what lies further back is shifted out. */
const RUN_BITS = 0x7fff;
const RUN = 3;

/** Where numbers of texts begin anew. */
const LAST_NUMBER = 0xffff;

/** What is looked for in one text after the other, and what is known of the text at hand. */
export interface Literal {
  readonly text: string;
  readonly runs: readonly number[];
  askedIn: number;
  isHeld: boolean;
}

/**
 * Looks for many literals in one text after the other.
 *
 * Most literals are in few texts, and a search that fails reads all of its text. Here a text is read once, and every run
 * of three of its characters is marked; a literal with a run that has no mark is not in the text.
 */
export class LiteralSearch {
  /** By run: the number of the last text that held it. */
  private readonly marks = new Uint16Array(RUN_BITS + 1);
  private readonly literals = new Map<string, Literal>();
  private text = "";
  private number = 0;

  /** What `holds` is asked with; the same for equal texts. */
  literal(text: string): Literal {
    const known = this.literals.get(text);
    if (known) return known;
    const literal = { text, runs: [...runsOf(text)], askedIn: 0, isHeld: false };
    this.literals.set(text, literal);
    return literal;
  }

  /** Goes on to another text. */
  read(text: string): void {
    if (this.number === LAST_NUMBER) {
      this.marks.fill(0);
      for (const literal of this.literals.values()) literal.askedIn = 0;
    }
    this.number = (this.number % LAST_NUMBER) + 1;
    this.text = text;
    const { marks, number } = this;
    let run = 0;
    for (let at = 0; at < text.length; at++) {
      run = following(run, text.charCodeAt(at));
      if (at >= RUN - 1) marks[run] = number;
    }
  }

  /** Whether the text holds the literal. */
  holds(literal: Literal): boolean {
    const { number } = this;
    if (literal.askedIn !== number) {
      literal.askedIn = number;
      literal.isHeld =
        literal.runs.every((run) => this.marks[run] === number) && this.text.includes(literal.text);
    }
    return literal.isHeld;
  }
}

function* runsOf(text: string): Generator<number> {
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    run = following(run, text.charCodeAt(at));
    if (at >= RUN - 1) yield run;
  }
}

function following(run: number, code: number): number {
  return ((run << 5) ^ code) & RUN_BITS;
}
