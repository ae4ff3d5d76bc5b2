/** Which of the two texts a diff is to be applied to. */
type Direction = "forward" | "backward";

/**
 * The other text of a unified diff, by the letter: every context and minus line must stand where the diff says.
 *
 * Written apart from what makes diffs, to be a judge of it. Lines end at LF only.
 *
 * @param hunks from the first `@@` on
 * @throws Error at the first line that does not fit
 */
export function applyDiff(text: string, hunks: string, direction: Direction): string {
  const lines = linesOf(text);
  const [taken, put] = direction === "forward" ? ["-", "+"] : ["+", "-"];
  const out: string[] = [];
  let row = 0;
  const rows = linesOf(hunks);
  for (let at = 0; at < rows.length; ) {
    const range = rangeOf(rows[at] ?? "", direction);
    at++;
    if (range.from < row)
      throw new Error(`a hunk begins at line ${range.from + 1}, before the last one's end`);
    out.push(...lines.slice(row, range.from));
    row = range.from;
    let [old, fresh] = [range.old, range.fresh];
    while (old > 0 || fresh > 0) {
      const line = rows[at++];
      if (line === undefined) throw new Error("a hunk ends before its counts");
      const isCut = rows[at]?.startsWith("\\") === true;
      if (isCut) at++;
      const content = isCut ? line.slice(1, -1) : line.slice(1);
      if (line[0] !== put) {
        if (lines[row] !== content) throw new Error(`line ${row + 1} is not what the diff says`);
        row++;
        old--;
      }
      if (line[0] !== taken) {
        out.push(content);
        fresh--;
      }
    }
    if (old < 0 || fresh < 0) throw new Error("a hunk has more lines than its counts");
  }
  return [...out, ...lines.slice(row)].join("");
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The first row from 0, and how many lines are taken and put. */
function rangeOf(header: string, direction: Direction): { from: number; old: number; fresh: number } {
  const found = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(header);
  if (!found) throw new Error(`unexpected ${JSON.stringify(header)}, expected a hunk`);
  const [first, count] = direction === "forward" ? [found[1], found[2]] : [found[3], found[4]];
  const old = Number(count ?? 1);
  const fresh = Number((direction === "forward" ? found[4] : found[2]) ?? 1);
  return { from: Number(first) - (old === 0 ? 0 : 1), old, fresh };
}
