import { scriptOfLines, splitLines } from "./line-script.ts";

/**
 * The line, from 1, of `after` that a line of `before` became; the one that follows it where it is gone. Lines are compared
 * only where the place lies between the first and the last difference.
 */
export function mapLine(before: string, after: string, line: number): number {
  if (before === after) return line;
  const limit = Math.min(before.length, after.length);
  let head = 0;
  while (head < limit && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  if (line <= countLines(before, 0, head)) return line;
  let tail = 0;
  while (
    tail < limit - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const below = countLines(before, before.length - tail, before.length);
  const [all, allAfter] = [countLines(before, 0, before.length), countLines(after, 0, after.length)];
  return line > all - below + 1 ? line + allAfter - all : mapByScript(before, after, line);
}

/** Line feeds from one offset to another. */
function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function mapByScript(before: string, after: string, line: number): number {
  const script = scriptOfLines(splitLines(before), splitLines(after));
  let [oldRow, newRow] = [0, 0];
  while (oldRow < script.deleted.length || newRow < script.inserted.length) {
    while (script.inserted[newRow]) newRow++;
    if (oldRow >= line - 1) break;
    if (!script.deleted[oldRow]) newRow++;
    oldRow++;
  }
  return newRow + 1;
}
