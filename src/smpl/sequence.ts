/** A pair of elements that belong together, or a gap where the two sequences differ. */
export type Run<T> =
  | { readonly kind: "pair"; readonly minus: T; readonly plus: T }
  | { readonly kind: "gap"; readonly minus: readonly T[]; readonly plus: readonly T[] };

/** How elements of two sequences are compared. */
export interface Judges<T> {
  readonly equal: (minus: T, plus: T) => boolean;
  /** From 0 (another thing) to 1; similar elements within a gap are paired, to be aligned further down. */
  readonly similar: (minus: T, plus: T) => number;
}

/** Aligns two short sequences by their longest common subsequence, then pairs what is similar in the gaps; O(n × m). */
export function alignSequences<T>(
  minus: readonly T[],
  plus: readonly T[],
  judges: Judges<T>,
): readonly Run<T>[] {
  const anchors = heaviestPairs(minus, plus, (a, b) => (judges.equal(a, b) ? 1 : 0));
  return fillGaps(minus, plus, anchors).flatMap((run) => {
    if (run.kind === "pair" || run.minus.length === 0 || run.plus.length === 0) return [run];
    return fillGaps(run.minus, run.plus, heaviestPairs(run.minus, run.plus, judges.similar));
  });
}

type Pair = readonly [number, number];

/** The order-preserving pairs with the greatest total weight; pairs of weight 0 are left out. */
function heaviestPairs<T>(
  minus: readonly T[],
  plus: readonly T[],
  weigh: (a: T, b: T) => number,
): readonly Pair[] {
  const weights = minus.map((a) => plus.map((b) => weigh(a, b)));
  const best: number[][] = Array.from({ length: minus.length + 1 }, () =>
    new Array<number>(plus.length + 1).fill(0),
  );
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = minus.length - 1; i >= 0; i--)
    for (let j = plus.length - 1; j >= 0; j--) {
      const weight = weights[i]?.[j] ?? 0;
      const taken = weight > 0 ? weight + at(i + 1, j + 1) : 0;
      const row = best[i];
      if (row) row[j] = Math.max(taken, at(i + 1, j), at(i, j + 1));
    }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < minus.length && j < plus.length; ) {
    const weight = weights[i]?.[j] ?? 0;
    if (weight > 0 && at(i, j) === weight + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function fillGaps<T>(minus: readonly T[], plus: readonly T[], pairs: readonly Pair[]): readonly Run<T>[] {
  const runs: Run<T>[] = [];
  let i = 0;
  let j = 0;
  const gap = (toI: number, toJ: number): void => {
    if (toI > i || toJ > j) runs.push({ kind: "gap", minus: minus.slice(i, toI), plus: plus.slice(j, toJ) });
  };
  for (const [nextI, nextJ] of pairs) {
    gap(nextI, nextJ);
    const [a, b] = [minus[nextI], plus[nextJ]];
    if (a !== undefined && b !== undefined) runs.push({ kind: "pair", minus: a, plus: b });
    i = nextI + 1;
    j = nextJ + 1;
  }
  gap(minus.length, plus.length);
  return runs;
}
