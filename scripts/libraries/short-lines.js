// Numbers for the words that make up most of the lines of facts.

/** The words for which a number saves most, of lines that begin with a space; the first word of each is a name of its own. */
export function commonWords(lines, most = 300) {
  const counts = new Map();
  for (const line of lines)
    if (line.startsWith(" "))
      for (const word of line.trimStart().split(" ").slice(1)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const saved = (word) => (counts.get(word) - 1) * (word.length - 2);
  return [...counts.keys()]
    .sort((a, b) => saved(b) - saved(a) || (a < b ? -1 : 1))
    .slice(0, most)
    .sort();
}

/** A line with the numbers of common words in their place. */
export function shortened(line, common) {
  if (!line.startsWith(" ")) return line;
  const start = line.length - line.trimStart().length;
  const [first, ...words] = line.slice(start).split(" ");
  const short = words.map((word) => (common.has(word) ? common.get(word) : word));
  return line.slice(0, start) + [first, ...short].join(" ");
}

/** Each common word's number. */
export function numbered(common) {
  return new Map(common.map((word, at) => [word, at]));
}
