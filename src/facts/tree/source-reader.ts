/**
 * A tree as the facts room reads it: paths from the checkout root with `/`, and decoded text.
 *
 * Reading the same path twice gives the same text; nothing is written, nothing is run.
 */
export interface SourceReader {
  /** Every file of the tree, sorted. Files other than Python are there too (etc/, setup.cfg). */
  readonly paths: readonly string[];
  /** The text of a file; `undefined` when it is missing or cannot be decoded. */
  read(path: string): string | undefined;
}

/** A tree held in memory, for tests and for single texts such as standard input. */
export function sourcesFromTexts(texts: Readonly<Record<string, string>>): SourceReader {
  const held = new Map(Object.entries(texts));
  return { paths: [...held.keys()].sort(), read: (path) => held.get(path) };
}
