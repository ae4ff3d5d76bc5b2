import type { Severity } from "../rule.ts";
import { plural } from "./check-text.ts";
import type { CellState } from "./matrix-report.ts";
import { printable, type Style, tint, wrap } from "./style.ts";

/** A commit as people know it. */
export interface DriftCommit {
  readonly commit: string;
  readonly subject: string;
  /** When it was committed, `2024-03-01`, in UTC; null for a commit that does not say. */
  readonly date: string | null;
}

/** Where something changed. */
export interface DriftOrigin {
  /** On whose side of their common ancestor it changed. */
  readonly on: "from" | "to";
  /** The first commit with another state; null when none of the commits that touch the files has one. */
  readonly commit: DriftCommit | null;
  /** The merge that brought it to the line that was looked at. */
  readonly mergedBy: DriftCommit | null;
  /** The first version tag that holds the commit. */
  readonly firstTag: string | null;
}

/** A finding that one of the revisions has and the other has not. */
export interface DriftFinding extends DriftOrigin {
  readonly change: "came" | "went";
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  /** In the revision that has it; from 1. */
  readonly line: number;
  readonly message: string;
}

/** A hunk whose state changed. */
export interface DriftRow extends DriftOrigin {
  readonly profile: string;
  readonly patch: string;
  /** Empty for a patch that has no hunks to tell of. */
  readonly hunk: string;
  readonly from: CellState;
  readonly to: CellState;
}

/** What changed between two revisions: all that any output of `osfix drift` says. */
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
  /** Rules that all files were checked with, those that the patches are left out; empty when none were asked for. */
  readonly rules: readonly string[];
  /** By commit, file and line. */
  readonly findings: readonly DriftFinding[];
}

const STUCK: readonly CellState[] = ["conflict", "ambiguous", "inconsistent"];

/** 70 when osfix broke down, 3 when a hunk came to ask for a person, 1 when any state or finding changed, else 0. */
export function driftExitStatus(report: DriftReport): 0 | 1 | 3 | 70 {
  if (report.rows.some(({ to }) => to === "error")) return 70;
  if (report.rows.some(({ to }) => STUCK.includes(to))) return 3;
  return report.rows.length + report.findings.length > 0 ? 1 : 0;
}

/** As schema/drift.schema.json describes it. Ends with LF. */
export function formatDriftJson(report: DriftReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** What changed, that of one commit together. */
export function formatDrift(report: DriftReport, style: Style): string {
  const { from, to, rows, findings } = report;
  const range = `${report.project} ${printable(from.name)}..${printable(to.name)}`;
  const all = [...rows, ...findings];
  if (all.length === 0) return style.verbosity < 0 ? "" : `${range}: ${summaryOf(report)}\n`;
  const commits = [...new Set(all.map(keyOf))];
  const lines = commits.flatMap((key) => {
    const first = all.find((one) => keyOf(one) === key);
    if (!first) return [];
    return [
      "",
      ...headingOf(first, report, style),
      ...rows.filter((row) => keyOf(row) === key).map((row) => rowLine(row, style)),
      ...findings.filter((one) => keyOf(one) === key).map((one) => findingLine(one, style)),
    ];
  });
  const head = tint(style, "bold", `${range}: ${summaryOf(report)}`);
  return `${head}${lines.map((line) => `\n${line}`).join("")}\n`;
}

const keyOf = ({ commit, on }: DriftOrigin): string => `${on} ${commit?.commit}`;

function summaryOf({ rows, compared, rules, findings }: DriftReport): string {
  const states = `${rows.length === 0 ? "none" : rows.length} of ${compared} hunk states changed`;
  if (rules.length === 0) return states;
  const came = findings.filter(({ change }) => change === "came").length;
  return `${states}; ${plural(came, "finding")} came, ${findings.length - came} went`;
}

function headingOf(row: DriftOrigin, report: DriftReport, style: Style): readonly string[] {
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

function findingLine({ change, rule, path, line, message }: DriftFinding, style: Style): string {
  const word = change === "came" ? tint(style, "red", "came") : tint(style, "green", "went");
  return `  ${word} ${printable(path)}:${line}: [${rule}] ${printable(message)}`;
}
