import type { Severity } from "../rule.ts";
import { plural } from "./check-text.ts";
import { countText, type Grid, type GridRow, gridOf, ruleGridOf } from "./matrix-grid.ts";
import { type CellState, type MatrixReport, NO_RELEASE } from "./matrix-report.ts";
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
  if (style.verbosity >= 0 && grid.rows.length > 0) lines.push(...legend(grid, style), "");
  lines.push(...findingLines(report, style));
  if (style.verbosity < 0) return `${lines.join("\n")}`;
  lines.push(...pairingLines(report, style), summary(report));
  return `${lines.join("\n")}\n`;
}

const SEVERITY_TINTS: Readonly<Record<Severity, Tint>> = { error: "red", warning: "yellow", info: "cyan" };

/** The findings of rules, where there are any. */
function findingLines(report: MatrixReport, style: Style): readonly string[] {
  const { columns, rows } = ruleGridOf(report);
  if (rows.length === 0) return [];
  const where = report.checked === "trees" ? "all files" : "the files of the patches";
  const several = report.repositories.length > 1;
  const drawn = rows.map(({ project, rule, cells }): TextRow => {
    const tinted = (counts: readonly number[]): Mark => {
      const text = countText(counts);
      return { text, tint: text === "." ? "dim" : SEVERITY_TINTS[rule.severity] };
    };
    return {
      label: printable(several ? `${project} ${rule.id}` : rule.id),
      cells: cells.map((counts) => (counts === null ? null : [tinted(counts)])),
    };
  });
  const quiet = report.rules.length - new Set(rows.map(({ rule }) => rule.id)).size;
  const others = quiet === 0 ? "" : `; ${plural(quiet, "other rule")} found nothing`;
  const note = `findings in a revision, from the fewest to the most in the release${others}`;
  return [
    tint(style, "bold", `findings in ${where}`),
    ...drawTable(columns, drawn, style),
    ...(style.verbosity < 0 ? [] : wrap(note, "", style.width)),
    "",
  ];
}

/** Characters of one colour in a cell. */
interface Mark {
  readonly text: string;
  readonly tint: Tint;
}

interface TextRow {
  readonly label: string;
  /** One for each column; null where there is nothing to tell. */
  readonly cells: readonly (readonly Mark[] | null)[];
}

function tableOf(grid: Grid, rows: readonly GridRow[], style: Style): readonly string[] {
  const drawn = rows.map(
    (row): TextRow => ({
      label: printable(row.hunk === null ? row.patch : `${row.patch} ${row.hunk}`),
      cells: row.cells.map(
        (cell) => cell?.states.map((state) => ({ text: STATE_MARKS[state], tint: TINTS[state] })) ?? null,
      ),
    }),
  );
  return drawTable(grid.columns, drawn, style);
}

const SHORTEST_LABEL = 16;

const widthOf = (cell: TextRow["cells"][number] | undefined): number =>
  (cell ?? []).reduce((sum, { text }) => sum + text.length, 0);

/** As many columns a block as the terminal has room for. */
function drawTable(columns: readonly string[], rows: readonly TextRow[], style: Style): readonly string[] {
  const longest = Math.max(0, ...rows.map((row) => row.label.length));
  const room = Number.isFinite(style.width) ? Math.max(SHORTEST_LABEL, style.width - 40) : longest;
  const label = Math.min(longest, room);
  const widths = columns.map((column, at) =>
    Math.max(shortRelease(column).length, ...rows.map((row) => widthOf(row.cells[at]))),
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
    [" ".repeat(label), ...block.map((at) => shortRelease(columns[at] ?? "").padEnd(widths[at] ?? 0))]
      .join(" ")
      .trimEnd(),
    ...rows.map((row) => rowLine(row, clip(row.label, label).padEnd(label), block, widths, style)),
  ]);
}

function rowLine(
  row: TextRow,
  label: string,
  block: readonly number[],
  widths: readonly number[],
  style: Style,
): string {
  const cells = block.map((at) => {
    const marks = (row.cells[at] ?? []).map((mark) => tint(style, mark.tint, mark.text)).join("");
    return marks + " ".repeat(Math.max(0, (widths[at] ?? 0) - widthOf(row.cells[at])));
  });
  return [label, ...cells].join(" ").trimEnd();
}

/** `2024.1` as `24.1`, `queens` as `que`: columns are many; what is of no release is `other`. */
function shortRelease(label: string): string {
  if (label === NO_RELEASE) return label;
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
  // without patches whole trees were looked at
  const files = blobs === 0 ? "" : `; ${blobs} distinct files, ${combinations} combinations of them${known}`;
  const shard = report.shard === null ? "" : `; shard ${report.shard}`;
  return `${parts.join("; ")}${files}${shard}`;
}
