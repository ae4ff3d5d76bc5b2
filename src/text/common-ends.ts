/** How many units two texts have in common at their start; compared block by block, which is many times faster. */
export function commonStart(a: string, b: string): number {
  return countWhile(Math.min(a.length, b.length), (from, to) => a.slice(from, to) === b.slice(from, to));
}

/** How many units two texts have in common at their end, leaving out the first `kept` of each. */
export function commonEnd(a: string, b: string, kept: number): number {
  return countWhile(
    Math.min(a.length, b.length) - kept,
    (from, to) => lastSlice(a, from, to) === lastSlice(b, from, to),
  );
}

const BLOCK = 4_096;

/**
 * How many leading places are equal, where `equal` compares a stretch of them: block by block, then halving the
 * first block that differs.
 */
function countWhile(limit: number, equal: (from: number, to: number) => boolean): number {
  let from = 0;
  for (let size = BLOCK; size > 0; size >>= 1) {
    while (from + size <= limit && equal(from, from + size)) from += size;
  }
  return from;
}

function lastSlice(text: string, from: number, to: number): string {
  return text.slice(text.length - to, text.length - from);
}
