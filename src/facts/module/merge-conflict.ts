import type { SourceTree } from "../../parse/source-tree.ts";
import type { Span } from "../../text/span.ts";

/** What every module with a conflict holds. */
export const CONFLICT_WORD = "<<<<<<< ";

/** The lines around the two halves of a conflict, as git, Mercurial and `diff3 -m` write them. */
const MARKERS = /^(?:<{7} .*|={7}|>{7} .*)$/gm;

/**
 * Where conflicts of a merge begin that nobody has resolved: the line of the first marker, without its end.
 *
 * Python does not load such a module, and both halves stand in it: what is read there is neither of two versions. What a
 * text quotes is no conflict: its markers stand in no syntax error.
 */
export function mergeConflicts({ text, errors }: Pick<SourceTree, "text" | "errors">): readonly Span[] {
  if (!text.includes(CONFLICT_WORD)) return [];
  const found: Span[] = [];
  let begun: Span | undefined;
  let isHalved = false;
  for (const { index, 0: line } of text.matchAll(MARKERS))
    if (line.startsWith("<")) {
      begun = { start: index, end: index + line.length };
      isHalved = false;
    } else if (line.startsWith("=")) isHalved = true;
    else if (begun && isHalved) {
      found.push(begun);
      begun = undefined;
    }
  return found.filter(({ start, end }) => errors.some((error) => error.start <= end && start <= error.end));
}
