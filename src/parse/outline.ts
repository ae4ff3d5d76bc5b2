import { LIMITS, type ParseRefusal } from "./limits.ts";

/** Each of what may nest makes at most two levels, blocks at most three: `levels` lie beyond. */
const WORTH_A_LOOK = 300;

/** What a text is made of, as far as it matters to those who parse it. */
export interface Outline {
  readonly refusal: ParseRefusal | undefined;
  /** Whether its tree may be deeper than `levels`: so many operators, calls and the like may stand one in the other. */
  readonly mayBeDeep: boolean;
}

const CLASS = {
  blank: 0,
  word: 1,
  mark: 2,
  open: 3,
  close: 4,
  quote: 5,
  hash: 6,
  newline: 7,
  back: 8,
  odd: 9,
};

const CLASSES: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => classOf(String.fromCharCode(code)));

function classOf(character: string): number {
  if (/\w/.test(character)) return CLASS.word;
  if (/[ \t\f]/.test(character)) return CLASS.blank;
  if (/[\r\n]/.test(character)) return CLASS.newline;
  if (/[([{]/.test(character)) return CLASS.open;
  if (/[)\]}]/.test(character)) return CLASS.close;
  if (/['"]/.test(character)) return CLASS.quote;
  if (character === "#") return CLASS.hash;
  if (character === "\\") return CLASS.back;
  return /[!%&*+,\-./:;<=>@^`|~]/.test(character) ? CLASS.mark : CLASS.odd;
}

/** Looks over a text in one pass, before it is parsed, by a rough tokenizer: broken text is no exception. */
export function outlineOf(text: string): Outline {
  return new Scan(text).run();
}

/** Where a scan is, and what it has counted. */
class Scan {
  private readonly text: string;
  private at = 0;
  private tokens = 0;
  /** How many there were before the statement. */
  private before = 0;
  private oddities = 0;
  /** Lines that the logical line goes on for by a backslash. */
  private continuations = 0;
  /** Brackets closed that were never opened. */
  private surplus = 0;
  /** What may nest since the last comma: one number for the line and each open bracket. */
  private readonly runs: number[] = [0];
  private nested = 0;
  private deepest = 0;
  /** Braces in strings of the logical line. */
  private interpolated = 0;
  private readonly indents: number[] = [0];
  private refusal: ParseRefusal | undefined;

  constructor(text: string) {
    this.text = text;
  }

  run(): Outline {
    this.indent();
    while (this.at < this.text.length && this.refusal === undefined) this.step();
    return { refusal: this.refusal, mayBeDeep: this.deepest > WORTH_A_LOOK };
  }

  private step(): void {
    const code = this.text.charCodeAt(this.at);
    const kind = code < 128 ? CLASSES[code] : CLASS.word;
    if (kind === CLASS.blank) this.at++;
    else if (kind === CLASS.newline) this.newline();
    else if (kind === CLASS.hash) this.at = lineEnd(this.text, this.at);
    else if (kind === CLASS.odd) this.oddity();
    else this.token(kind, code);
  }

  private token(kind: number | undefined, code: number): void {
    this.count();
    if (kind === CLASS.word) this.word();
    else if (kind === CLASS.quote) this.string(code);
    else if (kind === CLASS.back) this.continued();
    else if (kind === CLASS.open) this.open();
    else if (kind === CLASS.close) this.close();
    else this.mark(code);
  }

  private refuse(reason: string): void {
    this.refusal ??= { at: this.at, reason };
  }

  private count(more = 1): void {
    this.tokens += more;
    if (this.tokens - this.before > LIMITS.statement)
      this.refuse(`one statement of it has more than ${LIMITS.statement} tokens`);
    if (this.tokens > LIMITS.tokens)
      this.refuse(`it has more than ${LIMITS.tokens} tokens, which is more than osfix reads of a file`);
  }

  private continued(): void {
    this.at += 1 + newlineLength(this.text, this.at + 1);
    if (++this.continuations > LIMITS.continuations)
      this.refuse(`it continues one line with a backslash more than ${LIMITS.continuations} times`);
  }

  private oddity(): void {
    this.count();
    this.at++;
    if (++this.oddities > LIMITS.strange)
      this.refuse(
        `it has more than ${LIMITS.strange} characters outside of strings that no Python code has there`,
      );
  }

  private word(): void {
    this.nest();
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code < 128 ? CLASSES[code] !== CLASS.word : !isLetter(this.text, this.at)) break;
    }
    if (this.text.charCodeAt(this.at) > 127) this.oddity();
  }

  /** Commas and semicolons part what stands side by side. */
  private mark(code: number): void {
    this.at++;
    if (code === 59 && this.runs.length === 1) this.before = this.tokens;
    if (code !== 44 && code !== 59) this.nest();
    else this.part();
  }

  private part(): void {
    const top = this.runs.length - 1;
    this.nested -= this.runs[top] ?? 0;
    this.runs[top] = 0;
  }

  private nest(): void {
    const top = this.runs.length - 1;
    this.runs[top] = (this.runs[top] ?? 0) + 1;
    this.nested++;
    if (this.nested > this.deepest) this.deepest = this.nested;
    if (this.nested > LIMITS.operators)
      this.refuse(
        `it has more than ${LIMITS.operators} names and operators in one row, with no comma between`,
      );
  }

  private open(): void {
    this.at++;
    this.nest();
    if (this.runs.push(0) > LIMITS.brackets + 1)
      this.refuse(`its brackets nest more than ${LIMITS.brackets} deep, which Python does not read either`);
  }

  private close(): void {
    this.at++;
    if (this.runs.length > 1) this.nested -= this.runs.pop() ?? 0;
    else if (++this.surplus > LIMITS.brackets)
      this.refuse(`it closes more than ${LIMITS.brackets} brackets that it has not opened`);
  }

  /**
   * A string is a token, and so is what may be code or an escape in it. One that is never closed is no string to the
   * parser either, which goes on with what is in it.
   */
  private string(quote: number): void {
    const close = String.fromCharCode(quote).repeat(3);
    const isLong = this.text.startsWith(close, this.at);
    const start = this.at + (isLong ? 3 : 1);
    for (this.at = start; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === 92) this.escape();
      else if (code === 123) this.interpolate();
      else if (code === quote && (!isLong || this.text.startsWith(close, this.at))) {
        this.at += isLong ? 3 : 1;
        return;
      } else if (!isLong && CLASSES[code] === CLASS.newline) break;
    }
    this.at = start;
  }

  private escape(): void {
    this.count();
    this.at += newlineLength(this.text, this.at + 1);
  }

  /** In an f-string a name in braces is a node with three below it, and a piece of text on both sides. */
  private interpolate(): void {
    this.count(4);
    this.deepest = Math.max(this.deepest, ++this.interpolated);
  }

  private newline(): void {
    this.at += newlineLength(this.text, this.at);
    if (this.runs.length > 1) return;
    this.runs[0] = 0;
    this.nested = 0;
    this.continuations = 0;
    this.before = this.tokens;
    this.interpolated = 0;
    this.indent();
  }

  /** At the start of a line: blank lines and comments have no indentation. */
  private indent(): void {
    let column = 0;
    for (; CLASSES[this.text.charCodeAt(this.at)] === CLASS.blank; this.at++) {
      const code = this.text.charCodeAt(this.at);
      column = code === 12 ? 0 : code === 9 ? column + 8 - (column % 8) : column + 1;
    }
    const next = CLASSES[this.text.charCodeAt(this.at)];
    if (next === CLASS.newline || next === CLASS.hash) return;
    while (column < (this.indents.at(-1) ?? 0)) this.indents.pop();
    if (column === this.indents.at(-1)) return;
    if (this.indents.push(column) > LIMITS.indents)
      this.refuse(`its blocks nest more than ${LIMITS.indents} deep, which Python does not read either`);
  }
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && CLASSES[text.charCodeAt(at)] !== CLASS.newline) at++;
  return at;
}

/** How long the line ending at an offset is; 1 for any other character. */
function newlineLength(text: string, at: number): number {
  return text.startsWith("\r\n", at) ? 2 : 1;
}

/** Whether identifiers may hold the character; the second half of a pair is judged with the first. */
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const from = code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
  return /^\p{XID_Continue}/u.test(String.fromCodePoint(text.codePointAt(from) ?? 0));
}
