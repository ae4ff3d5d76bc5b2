import { scriptOfLines, splitLines } from "../text/line-script.ts";
import type { LineCounts } from "../text/unified-diff.ts";

/** How many lines differ, as `git diff --stat` counts them; cheap where the texts differ at few places. */
export function countLines(before: string, after: string): LineCounts {
  const limit = Math.min(before.length, after.length);
  let head = 0;
  while (head < limit && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  head = head === 0 ? 0 : before.lastIndexOf("\n", head - 1) + 1;
  let tail = 0;
  while (
    tail < limit - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const end = before.indexOf("\n", before.length - tail) + 1;
  const kept = end === 0 ? 0 : before.length - end;
  const script = scriptOfLines(
    splitLines(before.slice(head, before.length - kept)),
    splitLines(after.slice(head, after.length - kept)),
  );
  const count = (flags: readonly boolean[]): number => flags.filter(Boolean).length;
  return { added: count(script.inserted), deleted: count(script.deleted) };
}
