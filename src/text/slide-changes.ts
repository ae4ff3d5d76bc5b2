import type { LineScript } from "./line-script.ts";

/**
 * Moves every run of deleted or inserted lines to where git shows it.
 *
 * A run whose first line equals the line after it can be shown one line lower with the same meaning. git joins runs that
 * touch, lines a run up with a run of the other text if it can, and otherwise takes the place at which the text's
 * indentation changes most naturally ("indent heuristic", the default since git 2.14; weights from its corpus study).
 */
export function slideChanges(before: readonly string[], after: readonly string[], script: LineScript): void {
  slideSide(before, script.deleted, script.inserted);
  slideSide(after, script.inserted, script.deleted);
}

/** A run of changed rows, possibly empty: between two unchanged rows there is always one. `end` is excluded. */
class Run {
  start: number;
  end: number;
  private readonly changed: boolean[];

  constructor(changed: boolean[]) {
    this.changed = changed;
    this.start = 0;
    this.end = 0;
    while (changed[this.end]) this.end++;
  }

  get size(): number {
    return this.end - this.start;
  }

  /** To the next run; false at the last one. */
  next(): boolean {
    if (this.end === this.changed.length) return false;
    this.start = this.end + 1;
    this.end = this.start;
    while (this.changed[this.end]) this.end++;
    return true;
  }

  previous(): void {
    if (this.start === 0) throw new Error("the two sides of a line script fell out of step");
    this.end = this.start - 1;
    this.start = this.end;
    while (this.changed[this.start - 1]) this.start--;
  }

  /** One row up, swallowing a run that is reached; false where the text does not allow it. */
  slideUp(lines: readonly string[]): boolean {
    if (this.start === 0 || lines[this.start - 1] !== lines[this.end - 1]) return false;
    this.changed[--this.start] = true;
    this.changed[--this.end] = false;
    while (this.changed[this.start - 1]) this.start--;
    return true;
  }

  slideDown(lines: readonly string[]): boolean {
    if (this.end >= lines.length || lines[this.start] !== lines[this.end]) return false;
    this.changed[this.start++] = false;
    this.changed[this.end++] = true;
    while (this.changed[this.end]) this.end++;
    return true;
  }
}

function slideSide(lines: readonly string[], changed: boolean[], other: boolean[]): void {
  const run = new Run(changed);
  const opposite = new Run(other);
  do {
    if (run.size > 0) settle(lines, run, opposite);
    if (!run.next()) return;
  } while (opposite.next());
}

function settle(lines: readonly string[], run: Run, opposite: Run): void {
  const reach = slideToBottom(lines, run, opposite);
  if (run.end === reach.earliest) return;
  const up = (): void => {
    run.slideUp(lines);
    opposite.previous();
  };
  if (reach.facing) while (opposite.size === 0) up();
  else {
    const best = bestEnd(lines, run, reach.earliest);
    while (run.end > best) up();
  }
}

/** Slides up as far as it goes, then down; again while runs were swallowed on the way. */
function slideToBottom(
  lines: readonly string[],
  run: Run,
  opposite: Run,
): { readonly earliest: number; readonly facing: boolean } {
  for (;;) {
    const size = run.size;
    while (run.slideUp(lines)) opposite.previous();
    const earliest = run.end;
    let facing = opposite.size > 0;
    while (run.slideDown(lines)) {
      opposite.next();
      if (opposite.size > 0) facing = true;
    }
    if (run.size === size) return { earliest, facing };
  }
}

const FURTHEST_SLIDE = 100;

function bestEnd(lines: readonly string[], run: Run, earliest: number): number {
  const size = run.size;
  let best: { readonly end: number; readonly score: Score } | undefined;
  for (let end = Math.max(earliest, run.end - size - 1, run.end - FURTHEST_SLIDE); end <= run.end; end++) {
    const score = addScores(scoreSplit(lines, end), scoreSplit(lines, end - size));
    if (!best || compareScores(score, best.score) <= 0) best = { end, score };
  }
  return best?.end ?? run.end;
}

interface Score {
  readonly indent: number;
  readonly penalty: number;
}

function addScores(a: Score, b: Score): Score {
  return { indent: a.indent + b.indent, penalty: a.penalty + b.penalty };
}

function compareScores(a: Score, b: Score): number {
  return 60 * Math.sign(a.indent - b.indent) + (a.penalty - b.penalty);
}

/** How unnatural a border before `row` looks. -1 as an indent means: no line with text there. */
function scoreSplit(lines: readonly string[], row: number): Score {
  const own = row < lines.length ? indentOf(lines[row] ?? "") : -1;
  const above = nearestText(lines, row, -1);
  const below = nearestText(lines, row, 1);
  const blankBelow = own === -1 ? 1 + below.blanks : 0;
  const blanks = above.blanks + blankBelow;
  const indent = own === -1 ? below.indent : own;
  let penalty = -30 * blanks + 6 * blankBelow;
  if (above.indent === -1 && above.blanks === 0) penalty += 1;
  if (row >= lines.length) penalty += 21;
  if (indent !== -1 && above.indent !== -1)
    penalty += stepPenalty(above.indent, indent, below.indent, blanks > 0);
  return { indent, penalty };
}

function stepPenalty(above: number, indent: number, below: number, blank: boolean): number {
  if (indent === above) return 0;
  if (indent > above) return blank ? 10 : -4;
  if (below !== -1 && below > indent) return blank ? 17 : 24;
  return blank ? 17 : 23;
}

const MOST_BLANKS = 20;

function nearestText(
  lines: readonly string[],
  row: number,
  step: 1 | -1,
): { readonly indent: number; readonly blanks: number } {
  let blanks = 0;
  for (let at = row + step; at >= 0 && at < lines.length; at += step) {
    const indent = indentOf(lines[at] ?? "");
    if (indent !== -1) return { indent, blanks };
    if (++blanks === MOST_BLANKS) return { indent: 0, blanks };
  }
  return { indent: -1, blanks };
}

const WIDEST_INDENT = 200;

/** Columns of white space before the text, tabs to 8; -1 for a blank line. */
function indentOf(line: string): number {
  let width = 0;
  for (const letter of line) {
    if (letter === " ") width++;
    else if (letter === "\t") width += 8 - (width % 8);
    else if (letter !== "\n" && letter !== "\r") return width;
    if (width >= WIDEST_INDENT) return WIDEST_INDENT;
  }
  return -1;
}
