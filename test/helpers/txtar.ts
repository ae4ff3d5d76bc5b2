/** A text archive: sections that begin with `-- name --` lines, prose before the first. */
export function parseTxtar(text: string): { prose: string; files: ReadonlyMap<string, string> } {
  const parts = text.split(/^-- (\S.*?) --\n/m);
  const files = new Map<string, string>();
  for (let at = 1; at < parts.length; at += 2) files.set(parts[at] ?? "", parts[at + 1] ?? "");
  return { prose: parts[0] ?? "", files };
}
