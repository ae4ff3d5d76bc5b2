/** One letter too many, too few, or other, or two that changed places; numbers and plurals are no slips. */
export function isSlip(written: string, meant: string): boolean {
  if (!isOneLetterOff(written, meant)) return false;
  const { from, mine, theirs } = between(written, meant);
  if (/[\d_]/.test(mine + theirs)) return false;
  // `get_port` and `get_ports`, `eject_media` and `eject_vmedia` are two words
  const isAtEdge = /^(_|$)/.test(written.slice(from + mine.length)) || written[from - 1] === "_";
  return !isAtEdge || mine.length === theirs.length;
}

/** Whether two names begin alike and differ in one letter, or in two neighbours that changed places (Damerau). */
export function isOneLetterOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  const { from, mine, theirs } = between(one, other);
  if (mine.length <= 1 && theirs.length <= 1) return from > 0;
  return mine.length === 2 && theirs.length === 2 && mine[0] === theirs[1] && mine[1] === theirs[0];
}

/** What stands in each of two names between their common beginning, `from` letters, and their common end. */
function between(one: string, other: string): { from: number; mine: string; theirs: string } {
  let from = 0;
  while (from < one.length && one[from] === other[from]) from++;
  let tail = 0;
  const shorter = Math.min(one.length, other.length) - from;
  while (tail < shorter && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  return { from, mine: one.slice(from, one.length - tail), theirs: other.slice(from, other.length - tail) };
}

/**
 * A letter within a word that is missing or there twice, or two that changed places: what no other word is, as a rule.
 * Short words are near each other (`vnfs` and `vnfds`).
 */
export function isLetterSlip(written: string, meant: string): boolean {
  if (!isSlip(written, meant) || written.at(-1) !== meant.at(-1)) return false;
  const length = wordWith(written, meant).length;
  if (written.length === meant.length)
    return length > 3 && [...written].sort().join() === [...meant].sort().join();
  return length > 5 && (written.length < meant.length || /(\w)\1/.test(written));
}

/** The word of a name, between underscores, in which it differs from another one. */
export function wordWith(other: string, name: string): string {
  const at = [...name].findIndex((letter, place) => letter !== other[place]);
  return name.slice(name.lastIndexOf("_", at < 0 ? name.length : at) + 1).split("_", 1)[0] ?? "";
}

/** One name is the other with one run of at most two letters taken out, within a word. */
export function isRunLonger(written: string, meant: string): boolean {
  const [short, long] = written.length < meant.length ? [written, meant] : [meant, written];
  const more = long.length - short.length;
  if (more < 1 || more > 2) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  // `register` and `unregister` are two words
  if (from === 0) return false;
  // of one, and of many
  const isPlural = from === short.length && /^e?s$/.test(long.slice(from));
  return (
    !isPlural && short.slice(from) === long.slice(from + more) && !/[_\d]/.test(long.slice(from, from + more))
  );
}
