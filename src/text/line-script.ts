/**
 * Which lines of two texts differ, chosen as git chooses them.
 *
 * Many shortest edit scripts exist for most pairs of texts; reviewers and `git am` logs show git's, so this follows
 * git's choice: Myers' algorithm in linear space (An O(ND) Difference Algorithm, 1986), run on the lines that are left
 * when those without a counterpart, and repeated ones among them, are set aside.
 */

/** The lines of a text with their LF; a last line without LF is a line of its own and unlike one with it. */
export function splitLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start) + 1 || text.length;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}

/** Per line: whether it is deleted (in the old text) or inserted (in the new one). */
export interface LineScript {
  readonly deleted: boolean[];
  readonly inserted: boolean[];
}

/** One text's lines as numbers, so that comparing is cheap; equal lines of both texts have equal numbers. */
type Ids = readonly number[];

interface Side {
  readonly ids: Ids;
  /** How often each line of this side occurs in the other text. */
  readonly seenInOther: readonly number[];
}

/** The shortest edit script that git's default algorithm picks, before groups are slid (see `slideChanges`). */
export function scriptOfLines(before: readonly string[], after: readonly string[]): LineScript {
  const [a, b] = numberLines(before, after);
  const script = { deleted: before.map(() => false), inserted: after.map(() => false) };
  const head = commonHead(a.ids, b.ids);
  const tail = commonTail(a.ids, b.ids, head);
  const keptA = keepComparable(a, head, a.ids.length - tail, script.deleted);
  const keptB = keepComparable(b, head, b.ids.length - tail, script.inserted);
  compareBoxes(
    keptA.map((row) => a.ids[row] ?? -1),
    keptB.map((row) => b.ids[row] ?? -1),
    (at) => mark(script.deleted, keptA[at]),
    (at) => mark(script.inserted, keptB[at]),
  );
  return script;
}

function mark(flags: boolean[], row: number | undefined): void {
  if (row !== undefined) flags[row] = true;
}

function numberLines(before: readonly string[], after: readonly string[]): [Side, Side] {
  const numbers = new Map<string, number>();
  const idsOf = (lines: readonly string[]): Ids =>
    lines.map((line) => {
      const known = numbers.get(line);
      if (known !== undefined) return known;
      numbers.set(line, numbers.size);
      return numbers.size - 1;
    });
  const [a, b] = [idsOf(before), idsOf(after)];
  const [countA, countB] = [tally(a, numbers.size), tally(b, numbers.size)];
  return [
    { ids: a, seenInOther: a.map((id) => countB[id] ?? 0) },
    { ids: b, seenInOther: b.map((id) => countA[id] ?? 0) },
  ];
}

function tally(ids: Ids, size: number): readonly number[] {
  const counts = new Array<number>(size).fill(0);
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

function commonHead(a: Ids, b: Ids): number {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  return head;
}

function commonTail(a: Ids, b: Ids, head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let tail = 0;
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return tail;
}

type Sort = "alone" | "paired" | "frequent";

/**
 * Rows within [from, to) that take part in the comparison. The others are marked as changed at once: lines without a
 * counterpart, and frequent lines in the midst of such lines, where a chance match would only split a change in two.
 */
function keepComparable(side: Side, from: number, to: number, changed: boolean[]): readonly number[] {
  const frequent = Math.min(roughRoot(side.ids.length), 1024);
  const sorts = side.seenInOther.slice(from, to).map((count): Sort => {
    if (count === 0) return "alone";
    return count >= frequent ? "frequent" : "paired";
  });
  const kept: number[] = [];
  sorts.forEach((sort, at) => {
    if (sort === "paired" || (sort === "frequent" && !liesAmongLoners(sorts, at))) kept.push(from + at);
    else changed[from + at] = true;
  });
  return kept;
}

/** A power of two near the square root. */
function roughRoot(count: number): number {
  let root = 1;
  for (let left = count; left > 0; left = Math.floor(left / 4)) root *= 2;
  return root;
}

const LOOK_AROUND = 100;

function liesAmongLoners(sorts: readonly Sort[], at: number): boolean {
  const above = countAround(sorts, at, -1);
  const below = countAround(sorts, at, 1);
  if (above.alone === 0 || below.alone === 0) return false;
  const alone = above.alone + below.alone;
  const frequent = above.frequent + below.frequent;
  return frequent * 4 < frequent + alone;
}

/** Counts up to the first paired line, at most `LOOK_AROUND` lines far; the line asked about counts on either side. */
function countAround(sorts: readonly Sort[], at: number, step: 1 | -1): { alone: number; frequent: number } {
  const counts = { alone: 0, frequent: 1 };
  for (let far = 1; far <= LOOK_AROUND; far++) {
    const sort = sorts[at + step * far];
    if (sort === undefined || sort === "paired") break;
    counts[sort]++;
  }
  return counts;
}

/** A rectangle of the edit graph: rows of the old text by rows of the new one, ends excluded. */
interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

function compareBoxes(
  a: Ids,
  b: Ids,
  onDelete: (row: number) => void,
  onInsert: (row: number) => void,
): void {
  const paths = new Frontiers(a.length, b.length);
  const boxes: Box[] = [{ top: 0, bottom: a.length, left: 0, right: b.length }];
  for (let whole = boxes.pop(); whole; whole = boxes.pop()) {
    const box = trimBox(a, b, whole);
    if (box.top === box.bottom) for (let row = box.left; row < box.right; row++) onInsert(row);
    else if (box.left === box.right) for (let row = box.top; row < box.bottom; row++) onDelete(row);
    else {
      const middle = paths.meet(a, b, box);
      boxes.push({ top: box.top, bottom: middle.row, left: box.left, right: middle.column });
      boxes.push({ top: middle.row, bottom: box.bottom, left: middle.column, right: box.right });
    }
  }
}

function trimBox(a: Ids, b: Ids, box: Box): Box {
  let { top, bottom, left, right } = box;
  while (top < bottom && left < right && a[top] === b[left]) {
    top++;
    left++;
  }
  while (top < bottom && left < right && a[bottom - 1] === b[right - 1]) {
    bottom--;
    right--;
  }
  return { top, bottom, left, right };
}

/** The furthest rows reached per diagonal (row - column), from the start and from the end; made once per comparison. */
class Frontiers {
  private readonly down: Int32Array;
  private readonly up: Int32Array;
  private readonly zero: number;

  constructor(rows: number, columns: number) {
    this.zero = columns + 2;
    this.down = new Int32Array(rows + columns + 5);
    this.up = new Int32Array(rows + columns + 5);
  }

  /**
   * Where a shortest path through the box passes: walks from both corners, one edit longer each round, until the two
   * frontiers meet. The order of diagonals (from the last to the first) and the preference on a tie are git's.
   */
  meet(a: Ids, b: Ids, box: Box): { readonly row: number; readonly column: number } {
    const lowest = box.top - box.right;
    const highest = box.bottom - box.left;
    const first = new Band(this.down, this.zero, box.top - box.left, box.top, -1);
    const last = new Band(this.up, this.zero, box.bottom - box.right, box.bottom, 0x7fffffff);
    const odd = ((first.low - last.low) & 1) !== 0;
    for (;;) {
      first.widen(lowest, highest);
      for (let diagonal = first.high; diagonal >= first.low; diagonal -= 2) {
        const row = walkDown(a, b, box, first, diagonal);
        if (odd && last.covers(diagonal) && last.at(diagonal) <= row) return { row, column: row - diagonal };
      }
      last.widen(lowest, highest);
      for (let diagonal = last.high; diagonal >= last.low; diagonal -= 2) {
        const row = walkUp(a, b, box, last, diagonal);
        if (!odd && first.covers(diagonal) && row <= first.at(diagonal))
          return { row, column: row - diagonal };
      }
    }
  }
}

/** The diagonals that one frontier has reached so far. */
class Band {
  low: number;
  high: number;
  private readonly rows: Int32Array;
  private readonly zero: number;
  private readonly never: number;

  constructor(rows: Int32Array, zero: number, diagonal: number, row: number, never: number) {
    this.rows = rows;
    this.zero = zero;
    this.never = never;
    this.low = diagonal;
    this.high = diagonal;
    this.put(diagonal, row);
  }

  /** One diagonal further on both sides; at the box's border one less, which keeps the parity of the round. */
  widen(lowest: number, highest: number): void {
    if (this.low > lowest) this.put(--this.low - 1, this.never);
    else this.low++;
    if (this.high < highest) this.put(++this.high + 1, this.never);
    else this.high--;
  }

  covers(diagonal: number): boolean {
    return this.low <= diagonal && diagonal <= this.high;
  }

  at(diagonal: number): number {
    return this.rows[diagonal + this.zero] ?? this.never;
  }

  put(diagonal: number, row: number): void {
    this.rows[diagonal + this.zero] = row;
  }
}

function walkDown(a: Ids, b: Ids, box: Box, band: Band, diagonal: number): number {
  const before = band.at(diagonal - 1);
  const after = band.at(diagonal + 1);
  let row = before >= after ? before + 1 : after;
  while (row < box.bottom && row - diagonal < box.right && a[row] === b[row - diagonal]) row++;
  band.put(diagonal, row);
  return row;
}

function walkUp(a: Ids, b: Ids, box: Box, band: Band, diagonal: number): number {
  const before = band.at(diagonal - 1);
  const after = band.at(diagonal + 1);
  let row = before < after ? before : after - 1;
  while (row > box.top && row - diagonal > box.left && a[row - 1] === b[row - diagonal - 1]) row--;
  band.put(diagonal, row);
  return row;
}
