import { csvCell, markdownText, oneLine } from "./escape.ts";
import { countText, type Grid, gridOf, type RuleRow, ruleGridOf } from "./matrix-grid.ts";
import {
  type CellState,
  type MatrixReport,
  type MatrixRevision,
  patchesOf,
  releaseLabel,
} from "./matrix-report.ts";
import { STATE_MARKS, summary } from "./matrix-text.ts";

/** The matrix as JSON, as schema/matrix.schema.json describes it. Deterministic but for `cost`; ends with LF. */
export function formatMatrixJson(report: MatrixReport): string {
  return `${JSON.stringify(report)}\n`;
}

const CSV_HEAD = [
  "project",
  "release",
  "revision",
  "kind",
  "commit",
  "profile",
  "patch",
  "hunk",
  "state",
  "path",
  "line",
  "reason",
  "rule",
];

/**
 * One record for each hunk and each finding of each revision (RFC 4180), with a heading; safe to open in a spreadsheet.
 * The state of a finding is its severity.
 */
export function formatMatrixCsv(report: MatrixReport): string {
  return formatRecords([...hunkRecords(report), ...findingRecords(report)]);
}

/** The same without the hunks. */
export function formatFindingsCsv(report: MatrixReport): string {
  return formatRecords(findingRecords(report));
}

function formatRecords(records: readonly (readonly string[])[]): string {
  return [CSV_HEAD, ...records].map((record) => `${record.map(csvCell).join(",")}\r\n`).join("");
}

function findingRecords(report: MatrixReport): readonly (readonly string[])[] {
  return report.repositories.flatMap(({ project, revisions }) =>
    revisions.flatMap((revision) =>
      revision.findings.flatMap((index) => {
        const found = report.findings[index];
        if (!found) return [];
        const { severity, path, from, message, rule } = found;
        return [
          [...revisionCells(project, revision), "", "", "", severity, path, String(from.line), message, rule],
        ];
      }),
    ),
  );
}

function revisionCells(project: string, revision: MatrixRevision): readonly string[] {
  const { release, name, kind, commit } = revision;
  return [project, releaseLabel(release), name, kind, commit];
}

function hunkRecords(report: MatrixReport): readonly (readonly string[])[] {
  return report.repositories.flatMap(({ project, revisions }) =>
    revisions.flatMap((revision) =>
      report.profiles.flatMap((profile) => verdictRecords(report, project, revision, profile)),
    ),
  );
}

function verdictRecords(
  report: MatrixReport,
  project: string,
  revision: MatrixRevision,
  profile: string,
): readonly (readonly string[])[] {
  return patchesOf(report, project, profile).flatMap((patch, at) => {
    const verdict = report.verdicts[revision.verdicts[profile]?.[at] ?? -1];
    if (!verdict) return [];
    const base = [...revisionCells(project, revision), profile, patch.id];
    if (verdict.hunks.length === 0)
      return [[...base, "", verdict.state, "", "", verdict.notes.join(" "), ""]];
    return verdict.hunks.map(({ name, state, path, at: place, reason }) => [
      ...base,
      name,
      state,
      path ?? "",
      String(place?.line ?? ""),
      reason,
      "",
    ]);
  });
}

/** Patches by the releases that have any of them. */
function profileTable(grid: Grid, profile: string): readonly string[] {
  const rows = grid.rows.filter((row) => row.profile === profile);
  const columns = grid.columns.map((_, at) => at).filter((at) => rows.some((row) => row.cells[at] !== null));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  const marks = (states: readonly CellState[]): string =>
    states.map((state) => `\`${STATE_MARKS[state]}\``).join(" ");
  return [
    `\n## Profile ${markdownText(profile)}\n\n`,
    line(["Patch", ...columns.map((at) => markdownText(grid.columns[at] ?? ""))]),
    line(["---", ...columns.map(() => "---")]),
    ...rows.map(({ patch, cells }) =>
      line([markdownText(patch), ...columns.map((at) => marks(cells[at]?.states ?? []))]),
    ),
  ];
}

const WORST_FIRST: readonly CellState[] = ["error", "conflict", "ambiguous", "inconsistent"];

/** Tables for a wiki or a comment on a change: one a profile, patches by releases, and what needs a person. */
export function formatMatrixMarkdown(report: MatrixReport): string {
  const grid = gridOf(report, "patches");
  const parts = [`# ${markdownText(report.title)}\n`];
  for (const profile of report.profiles) parts.push(...profileTable(grid, profile));
  const legend = Object.entries(STATE_MARKS).map(([state, mark]) => `\`${mark}\` ${state}`);
  parts.push(`\n${legend.join(", ")}. Several marks: from a release's oldest revision to its newest.\n`);
  parts.push(...attention(report), ...findingTable(report));
  for (const { release, profile, severity, message } of report.pairing)
    if (severity === "warning")
      parts.push(`\n- **${markdownText(release)}**, ${markdownText(profile)}: ${markdownText(message)}`);
  parts.push(`\n${markdownText(oneLine(summary(report)))}\n`);
  return parts.join("");
}

/** Rules by releases. */
function findingTable(report: MatrixReport): readonly string[] {
  const { columns, rows } = ruleGridOf(report);
  if (rows.length === 0) return [];
  const shown = columns.map((_, at) => at).filter((at) => rows.some((row) => row.cells[at] !== null));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  const countIn = (row: RuleRow, at: number): string => {
    const counts = row.cells[at] ?? null;
    return counts === null ? "" : countText(counts);
  };
  return [
    `\n## Findings in ${report.checked === "trees" ? "all files" : "the files of the patches"}\n\n`,
    line(["Project", "Rule", ...shown.map((at) => markdownText(columns[at] ?? ""))]),
    line(["---", "---", ...shown.map(() => "---")]),
    ...rows.map((row) =>
      line([markdownText(row.project), markdownText(row.rule.id), ...shown.map((at) => countIn(row, at))]),
    ),
  ];
}

/** The cells that ask for a person, with the reason. */
function attention(report: MatrixReport): readonly string[] {
  const lines = report.verdicts.flatMap((verdict) =>
    verdict.hunks
      .filter(({ state }) => WORST_FIRST.includes(state))
      .map(({ name, state, reason }) => `${verdict.patch}, ${name}: ${state}: ${reason}`),
  );
  const failed = report.verdicts
    .filter(({ state }) => state === "error")
    .map(({ patch, notes }) => `${patch}: error: ${notes.join(" ")}`);
  const all = [...new Set([...failed, ...lines])];
  if (all.length === 0) return [];
  return ["\n## To be looked at\n\n", ...all.map((line) => `- ${markdownText(line)}\n`)];
}
