import { commonEnd, commonStart } from "../text/common-ends.ts";
import { scriptOfLines, splitLines } from "../text/line-script.ts";
import type { LineCounts } from "../text/unified-diff.ts";

/** How many lines differ, as `git diff --stat` counts them; cheap where the texts differ at few places. */
export function countLines(before: string, after: string): LineCounts {
  const same = commonStart(before, after);
  const head = same === 0 ? 0 : before.lastIndexOf("\n", same - 1) + 1;
  const tail = commonEnd(before, after, head);
  const end = before.indexOf("\n", before.length - tail) + 1;
  const kept = end === 0 ? 0 : before.length - end;
  const script = scriptOfLines(
    splitLines(before.slice(head, before.length - kept)),
    splitLines(after.slice(head, after.length - kept)),
  );
  const count = (flags: readonly boolean[]): number => flags.filter(Boolean).length;
  return { added: count(script.inserted), deleted: count(script.deleted) };
}
