/** Rows in aligned columns, two blanks apart; the last column may be of any length. */
export function formatTable(rows: readonly (readonly string[])[], indent: string): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.slice(0, -1).forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, cell.length);
    });
  return rows.map((row) => {
    const cells = row.map((cell, at) => (at < row.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell));
    return `${indent}${cells.join("  ")}`.trimEnd();
  });
}
