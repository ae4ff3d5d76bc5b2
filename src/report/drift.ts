import type { CellState } from "./matrix-report.ts";
import { printable, type Style, tint, wrap } from "./style.ts";

/** A commit as people know it. */
export interface DriftCommit {
  readonly commit: string;
  readonly subject: string;
  /** When it was committed, `2024-03-01`, in UTC; null for a commit that does not say. */
  readonly date: string | null;
}

/** A hunk whose state changed. */
export interface DriftRow {
  readonly profile: string;
  readonly patch: string;
  /** Empty for a patch that has no hunks to tell of. */
  readonly hunk: string;
  readonly from: CellState;
  readonly to: CellState;
  /** On whose side of their common ancestor it changed. */
  readonly on: "from" | "to";
  /** The first commit with another state; null when none of the commits that touch the files has one. */
  readonly commit: DriftCommit | null;
  /** The merge that brought it to the line that was looked at. */
  readonly mergedBy: DriftCommit | null;
  /** The first version tag that holds the commit. */
  readonly firstTag: string | null;
}

export interface DriftReport {
  readonly format: 1;
  readonly osfix: string;
  readonly series: string;
  readonly path: string;
  readonly project: string;
  readonly from: { readonly name: string; readonly commit: string };
  readonly to: { readonly name: string; readonly commit: string };
  /** Hunks that were compared. */
  readonly compared: number;
  readonly rows: readonly DriftRow[];
}

const STUCK: readonly CellState[] = ["conflict", "ambiguous", "inconsistent"];

/** 70 when osfix broke down, 3 when a hunk came to ask for a person, 1 when any state changed, else 0. */
export function driftExitStatus(report: DriftReport): 0 | 1 | 3 | 70 {
  if (report.rows.some(({ to }) => to === "error")) return 70;
  if (report.rows.some(({ to }) => STUCK.includes(to))) return 3;
  return report.rows.length > 0 ? 1 : 0;
}

/** As schema/drift.schema.json describes it. Ends with LF. */
export function formatDriftJson(report: DriftReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The hunks that changed, those of one commit together. */
export function formatDrift(report: DriftReport, style: Style): string {
  const { from, to, rows, project, compared } = report;
  const range = `${project} ${printable(from.name)}..${printable(to.name)}`;
  if (rows.length === 0)
    return style.verbosity < 0 ? "" : `${range}: none of ${compared} hunk states changed\n`;
  const commits = [...new Set(rows.map(({ commit, on }) => `${on} ${commit?.commit}`))];
  const lines = commits.flatMap((key) => {
    const own = rows.filter(({ commit, on }) => `${on} ${commit?.commit}` === key);
    const [first] = own;
    return first ? ["", ...headingOf(first, report, style), ...own.map((row) => rowLine(row, style))] : [];
  });
  return `${tint(style, "bold", `${range}: ${rows.length} of ${compared} hunk states changed`)}${lines.map((line) => `\n${line}`).join("")}\n`;
}

function headingOf(row: DriftRow, report: DriftReport, style: Style): readonly string[] {
  const { commit, mergedBy, firstTag, on } = row;
  if (commit === null) return ["no single commit was found"];
  const side = on === "from" ? `, on the way to ${report.from.name}` : "";
  const tag = firstTag === null ? "in no tag yet" : `first in ${firstTag}`;
  const merged = mergedBy === null ? "" : `, merged by ${mergedBy.commit.slice(0, 12)}`;
  const text = `${commit.commit.slice(0, 12)} ${commit.date ?? ""} ${commit.subject} (${tag}${merged}${side})`;
  return wrap(printable(text), "", style.width).map((line) => tint(style, "yellow", line));
}

function rowLine(row: DriftRow, style: Style): string {
  const change = `${row.from} -> ${row.to}`;
  const name = printable(`${row.patch} ${row.hunk}`.trim());
  return `  ${name} (${row.profile}): ${STUCK.includes(row.to) ? tint(style, "red", change) : change}`;
}
