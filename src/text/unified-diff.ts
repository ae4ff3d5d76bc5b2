import { type LineScript, scriptOfLines, splitLines } from "./line-script.ts";
import { slideChanges } from "./slide-changes.ts";

/** Rows of both texts that differ, from 0, ends excluded; one of the two may be empty. */
interface Change {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** How many lines a diff adds and deletes. */
export interface LineCounts {
  readonly added: number;
  readonly deleted: number;
}

/** The differences of two texts, as `git diff` prints them. */
export interface UnifiedDiff extends LineCounts {
  /** From the first `@@` on; empty when the texts are equal. */
  readonly hunks: string;
}

const CONTEXT = 3;

/**
 * The hunks that `git diff` prints for two texts by default: three lines of context, indent heuristic, and git's
 * built-in function context (the nearest line above that begins with a letter, `_` or `$`, cut at 80).
 *
 * Give files as latin-1 decoded bytes: lines end at LF only, nothing is interpreted, and encoding the result as latin-1
 * gives the bytes back. Equal to git's output byte for byte unless a stretch differs in more than 256 places, where git
 * stops looking for the shortest script and this does not.
 */
export function unifiedDiff(before: string, after: string): UnifiedDiff {
  const [a, b] = [splitLines(before), splitLines(after)];
  const script = scriptOfLines(a, b);
  slideChanges(a, b, script);
  const parts: string[] = [];
  let heading = "";
  let searched = 0;
  for (const hunk of gatherHunks(changesOf(script))) {
    const [first, last] = [hunk[0], hunk[hunk.length - 1]];
    if (!first || !last) continue;
    const lead = Math.min(CONTEXT, first.oldStart, first.newStart);
    const trail = Math.min(CONTEXT, a.length - last.oldEnd, b.length - last.newEnd);
    const from = first.oldStart - lead;
    heading = headingAbove(a, from, searched) ?? heading;
    searched = from;
    parts.push(hunkHeader(from, last.oldEnd + trail, first.newStart - lead, last.newEnd + trail, heading));
    parts.push(...hunkBody(a, b, hunk, from, last.oldEnd + trail));
  }
  const count = (flags: readonly boolean[]): number => flags.filter(Boolean).length;
  return { hunks: parts.join(""), added: count(script.inserted), deleted: count(script.deleted) };
}

function changesOf(script: LineScript): readonly Change[] {
  const changes: Change[] = [];
  let [oldRow, newRow] = [0, 0];
  while (oldRow < script.deleted.length || newRow < script.inserted.length) {
    const [oldStart, newStart] = [oldRow, newRow];
    while (script.deleted[oldRow]) oldRow++;
    while (script.inserted[newRow]) newRow++;
    if (oldRow > oldStart || newRow > newStart)
      changes.push({ oldStart, oldEnd: oldRow, newStart, newEnd: newRow });
    oldRow++;
    newRow++;
  }
  return changes;
}

/** Changes whose context would touch or overlap share a hunk. */
function gatherHunks(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  let last: Change | undefined;
  for (const change of changes) {
    if (last && change.oldStart - last.oldEnd <= 2 * CONTEXT) hunks[hunks.length - 1]?.push(change);
    else hunks.push([change]);
    last = change;
  }
  return hunks;
}

const WIDEST_HEADING = 80;

/** The nearest heading above `row`, not looking at rows that an earlier hunk has looked at already. */
function headingAbove(lines: readonly string[], row: number, stop: number): string | undefined {
  for (let at = row - 1; at >= stop; at--) {
    const line = lines[at] ?? "";
    if (/^[A-Za-z_$]/.test(line)) return line.slice(0, WIDEST_HEADING).replace(/[ \t\r\n]+$/, "");
  }
  return undefined;
}

function hunkHeader(oldFrom: number, oldTo: number, newFrom: number, newTo: number, heading: string): string {
  const tail = heading === "" ? "" : ` ${heading}`;
  return `@@ -${rangeOf(oldFrom, oldTo)} +${rangeOf(newFrom, newTo)} @@${tail}\n`;
}

/** `START,COUNT` with rows from 1; an empty range names the row before it, and a count of one is left out. */
function rangeOf(from: number, to: number): string {
  const count = to - from;
  const start = count === 0 ? from : from + 1;
  return count === 1 ? `${start}` : `${start},${count}`;
}

function hunkBody(
  a: readonly string[],
  b: readonly string[],
  hunk: readonly Change[],
  from: number,
  to: number,
): readonly string[] {
  const parts: string[] = [];
  let row = from;
  const show = (sign: string, lines: readonly string[]): void => {
    for (const line of lines)
      parts.push(sign, line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`);
  };
  for (const change of hunk) {
    show(" ", a.slice(row, change.oldStart));
    show("-", a.slice(change.oldStart, change.oldEnd));
    show("+", b.slice(change.newStart, change.newEnd));
    row = change.oldEnd;
  }
  show(" ", a.slice(row, to));
  return parts;
}
