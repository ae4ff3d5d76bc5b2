import { type Grid, type GridRow, gridOf } from "./matrix-grid.ts";
import type { CellState, MatrixReport } from "./matrix-report.ts";
import { clip, printable, type Style, type Tint, tint, wrap } from "./style.ts";

/** One character for each state: what the terminal shows in a cell. */
export const STATE_MARKS: Readonly<Record<CellState, string>> = {
  applied: "=",
  applicable: "+",
  "applied-elsewhere": "~",
  inconsistent: "%",
  ambiguous: "?",
  conflict: "!",
  absent: ".",
  obsolete: "-",
  error: "E",
};

const TINTS: Readonly<Record<CellState, Tint>> = {
  applied: "green",
  applicable: "cyan",
  "applied-elsewhere": "green",
  inconsistent: "red",
  ambiguous: "red",
  conflict: "red",
  absent: "dim",
  obsolete: "dim",
  error: "red",
};

/** The matrix for a terminal: rows are patches, or hunks when there is room for words, columns are releases. */
export function formatMatrix(report: MatrixReport, style: Style): string {
  const grid = gridOf(report, style.verbosity > 0 ? "hunks" : "patches");
  const lines: string[] = [];
  for (const profile of report.profiles) {
    const rows = grid.rows.filter((row) => row.profile === profile);
    if (rows.length === 0) continue;
    lines.push(
      tint(style, "bold", `${report.series}, profile ${profile}`),
      ...tableOf(grid, rows, style),
      "",
    );
  }
  if (style.verbosity < 0) return `${lines.join("\n")}`;
  lines.push(...legend(grid, style), ...pairingLines(report, style), "", summary(report));
  return `${lines.join("\n")}\n`;
}

const SHORTEST_LABEL = 16;

/** As many columns a block as the terminal has room for. */
function tableOf(grid: Grid, rows: readonly GridRow[], style: Style): readonly string[] {
  const names = rows.map((row) => printable(row.hunk === null ? row.patch : `${row.patch} ${row.hunk}`));
  const longest = Math.max(0, ...names.map((name) => name.length));
  const room = Number.isFinite(style.width) ? Math.max(SHORTEST_LABEL, style.width - 40) : longest;
  const label = Math.min(longest, room);
  const widths = grid.columns.map((column, at) =>
    Math.max(shortRelease(column).length, ...rows.map((row) => row.cells[at]?.states.length ?? 0)),
  );
  const blocks: number[][] = [[]];
  let used = label;
  for (const [at, width] of widths.entries()) {
    if (rows.every((row) => row.cells[at] === null)) continue;
    if (used + 1 + width > style.width && (blocks.at(-1)?.length ?? 0) > 0) {
      blocks.push([]);
      used = label;
    }
    blocks.at(-1)?.push(at);
    used += 1 + width;
  }
  return blocks.flatMap((block, number) => [
    ...(number > 0 ? [""] : []),
    [" ".repeat(label), ...block.map((at) => shortRelease(grid.columns[at] ?? "").padEnd(widths[at] ?? 0))]
      .join(" ")
      .trimEnd(),
    ...rows.map((row, at) => rowLine(row, clip(names[at] ?? "", label).padEnd(label), block, widths, style)),
  ]);
}

function rowLine(
  row: GridRow,
  label: string,
  block: readonly number[],
  widths: readonly number[],
  style: Style,
): string {
  const cells = block.map((at) => {
    const states = row.cells[at]?.states ?? [];
    const marks = states.map((state) => tint(style, TINTS[state], STATE_MARKS[state])).join("");
    return marks + " ".repeat(Math.max(0, (widths[at] ?? 0) - states.length));
  });
  return [label, ...cells].join(" ").trimEnd();
}

/** `2024.1` as `24.1`, `queens` as `que`: columns are many. */
function shortRelease(label: string): string {
  return /^20\d\d\./.test(label) ? label.slice(2) : label.slice(0, 3);
}

function legend(grid: Grid, style: Style): readonly string[] {
  const seen = new Set(grid.rows.flatMap((row) => row.cells.flatMap((cell) => cell?.states ?? [])));
  const words = Object.entries(STATE_MARKS)
    .filter(([state]) => seen.has(state as CellState))
    .map(([state, mark]) => `${mark} ${state}`);
  const mixed = grid.rows.some((row) => row.cells.some((cell) => (cell?.states.length ?? 0) > 1));
  const note = mixed ? "; several marks: from the release's oldest revision to its newest" : "";
  return wrap(`${words.join("  ")}${note}`, "", style.width);
}

function pairingLines(report: MatrixReport, style: Style): readonly string[] {
  const shown = report.pairing.filter(({ severity }) => severity === "warning" || style.verbosity > 0);
  return shown.flatMap(({ release, profile, message }) =>
    wrap(
      `${tint(style, "yellow", "warning:")} ${release}, ${profile}: ${printable(message)}`,
      "",
      style.width,
    ),
  );
}

/** What was looked at, in one line. */
export function summary(report: MatrixReport): string {
  const parts = report.repositories.map(({ project, revisions }) => {
    const count = (kind: string, word: string): string => {
      const found = revisions.filter((revision) => revision.kind === kind).length;
      return found === 0 ? "" : `${found} ${word}${found === 1 ? "" : word.endsWith("h") ? "es" : "s"}`;
    };
    const counts = [count("tag", "tag"), count("branch", "branch"), count("commit", "commit")];
    return `${project}: ${counts.filter(Boolean).join(", ") || "no revisions"}`;
  });
  const { blobs, combinations, cached } = report.cost;
  const known = cached === 0 ? "" : `, ${cached} known before`;
  const shard = report.shard === null ? "" : `; shard ${report.shard}`;
  return `${parts.join("; ")}; ${blobs} distinct files, ${combinations} combinations of them${known}${shard}`;
}
