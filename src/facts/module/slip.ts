/** One letter too many, too few, or other, or two that changed places; numbers and plurals are no slips. */
export function isSlip(written: string, meant: string): boolean {
  if (Math.abs(written.length - meant.length) > 1 || written === meant) return false;
  let from = 0;
  while (from < written.length && written[from] === meant[from]) from++;
  let tail = 0;
  const shorter = Math.min(written.length, meant.length) - from;
  while (tail < shorter && written.at(-1 - tail) === meant.at(-1 - tail)) tail++;
  const mine = written.slice(from, written.length - tail);
  const theirs = meant.slice(from, meant.length - tail);
  if (/[\d_]/.test(mine + theirs)) return false;
  // `get_port` and `get_ports`, `eject_media` and `eject_vmedia` are two words
  const isAtEdge = /^(_|$)/.test(written.slice(from + mine.length)) || written[from - 1] === "_";
  if (isAtEdge && mine.length !== theirs.length) return false;
  if (mine.length <= 1 && theirs.length <= 1) return from > 0;
  return mine.length === 2 && theirs.length === 2 && mine[0] === theirs[1] && mine[1] === theirs[0];
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
