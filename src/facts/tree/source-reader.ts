/**
 * A tree as the facts room reads it: paths from the checkout root with `/`, and decoded text.
 *
 * Reading the same path twice gives the same text; nothing is written, nothing is run.
 */
export interface SourceReader {
  /** Every file of the tree, sorted by code unit. Files other than Python are there too (etc/, setup.cfg). */
  readonly paths: readonly string[];
  /** The text of a file; `undefined` when it is missing or cannot be decoded. */
  read(path: string): string | undefined;
}

/** The paths of a tree that begin with a prefix, sorted: a look at all of them for each of many places is quadratic. */
export function pathsBeginning({ paths }: SourceReader, prefix: string): readonly string[] {
  const first = firstNotBefore(paths, prefix);
  let end = first;
  while (paths[end]?.startsWith(prefix)) end++;
  return paths.slice(first, end);
}

/** Whether a path of a tree begins with a prefix. */
export function hasPathBeginning({ paths }: SourceReader, prefix: string): boolean {
  return paths[firstNotBefore(paths, prefix)]?.startsWith(prefix) ?? false;
}

function firstNotBefore(paths: readonly string[], wanted: string): number {
  let [low, high] = [0, paths.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paths[middle] ?? "") < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A tree held in memory, for tests and for single texts such as standard input. */
export function sourcesFromTexts(texts: Readonly<Record<string, string>>): SourceReader {
  const held = new Map(Object.entries(texts));
  return { paths: [...held.keys()].sort(), read: (path) => held.get(path) };
}
