import type { Severity } from "../rule.ts";
import { type CheckReport, checkExitStatus, type ReportedFinding } from "./check-report.ts";
import { clip, printable, type Rendered, type Style, type Tint, tint } from "./style.ts";
import { formatTable } from "./table.ts";

const TINTS: Readonly<Record<Severity, Tint>> = { error: "red", warning: "yellow", info: "cyan" };

const SKIPPED_SHOWN = 5;

/** The findings for a terminal: place, rule and sentence in one line, then the code around it. */
export function renderCheckText(report: CheckReport, style: Style): Rendered {
  const findings = report.findings.flatMap((finding) => formatFinding(finding, style));
  return { ...renderCounts(report, style), out: findings.length === 0 ? "" : `${findings.join("\n")}\n` };
}

/** The findings of each rule counted, in place of the findings. */
export function renderStatistics(report: CheckReport, style: Style): Rendered {
  return { ...renderCounts(report, style), out: formatStatistics(report) };
}

/** What is said beside any of these: what was not checked, and how many findings there are. */
export function renderCounts(report: CheckReport, style: Style): Rendered {
  const err = style.verbosity < 0 ? [] : [...formatSkipped(report, style), summaryOf(report)];
  return { out: "", err: err.length === 0 ? "" : `${err.join("\n")}\n`, exitStatus: checkExitStatus(report) };
}

/** What was not checked, and why; after the first ones their number, unless all are asked for. */
function formatSkipped({ skipped }: CheckReport, style: Style): readonly string[] {
  const shown = style.verbosity > 0 ? skipped : skipped.slice(0, SKIPPED_SHOWN);
  const lines = shown.map((file) => {
    const label = tint(style, "yellow", file.problem === "syntax-error" ? "broken" : "skipped");
    return `${label} ${printable(file.shown)}: ${printable(file.reason)}`;
  });
  const more = skipped.length - shown.length;
  return more === 0 ? lines : [...lines, `${plural(more, "more file")} like that; -v names them`];
}

function formatFinding(finding: ReportedFinding, style: Style): readonly string[] {
  const { shown, from, severity, rule, message } = finding;
  const place = tint(style, "bold", `${printable(shown)}:${from.line}:${from.column}`);
  const head = `${place}: ${tint(style, TINTS[severity], severity)}: [${rule}] ${printable(message)}`;
  if (style.verbosity < 0) return [head];
  const related = finding.related.map(
    ({ shown: place, from: at, message: said }) =>
      `  ${tint(style, "dim", "see")} ${printable(place)}:${at.line}:${at.column}: ${printable(said)}`,
  );
  const fix =
    finding.fix === undefined
      ? []
      : [`  ${tint(style, "green", "fix")} (${finding.fix.kind}): ${printable(finding.fix.title)}`];
  return [head, ...formatFrame(finding, style), ...related, ...fix];
}

/** In a narrow terminal the indentation that all lines share, which would push the code out of it. */
function indentToDrop({ lines, from }: Pick<ReportedFinding, "lines" | "from">, style: Style): number {
  if (from.column + NARROW <= style.width) return 0;
  const shared = lines.filter(({ text }) => text.trim() !== "").map(({ text }) => text.search(/[^ ]/));
  return Math.max(0, Math.min(from.column - 1, ...shared));
}

/** So much of a terminal goes to line numbers and to the code that is spoken of. */
const NARROW = 30;

/** The lines of a finding with their numbers, its first line underlined. */
function formatFrame({ lines, from, to }: ReportedFinding, style: Style): readonly string[] {
  const indent = indentToDrop({ lines, from }, style);
  return lines.flatMap(({ line, text: whole }) => {
    const text = whole.slice(indent);
    const within = line >= from.line && line <= to.line;
    const mark = within ? tint(style, "red", ">") : " ";
    const room = style.width - 10;
    const row = `${mark}${String(line).padStart(6)} ${tint(style, "dim", "│")} ${clip(printable(text), room)}`;
    if (line !== from.line) return [row.trimEnd()];
    const start = Math.max(0, from.column - 1 - indent);
    const before = printable(text.slice(0, start)).length;
    const end = to.line === from.line ? to.column - 1 - indent : text.length;
    const under = Math.max(1, printable(text.slice(start, end)).length);
    if (before >= room) return [row];
    const carets = "^".repeat(Math.min(under, room - before));
    return [
      row.trimEnd(),
      `${" ".repeat(7)} ${tint(style, "dim", "│")} ${" ".repeat(before)}${tint(style, "red", carets)}`,
    ];
  });
}

/** `3 findings (2 errors, 1 warning) in 1501 files; 2 suppressed; 1 file skipped`. */
export function summaryOf(report: CheckReport): string {
  const { findings, suppressed, skipped, files, staleBaseline, fixed, since } = report;
  const count = (severity: Severity, one: string): readonly string[] => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [plural(number, one)];
  };
  const whole = skipped.filter(({ problem }) => problem !== "syntax-error");
  const broken = skipped.length - whole.length;
  const kinds = [...count("error", "error"), ...count("warning", "warning"), ...count("info", "info")];
  const total = plural(findings.length, "finding");
  const parts = [
    `${kinds.length === 0 ? total : `${total} (${kinds.join(", ")})`} in ${plural(files, "file")}${since === undefined ? "" : ` since ${printable(since)}`}`,
    ...(suppressed.length > 0 ? [`${suppressed.length} suppressed`] : []),
    ...(whole.length > 0 ? [`${plural(whole.length, "file")} skipped`] : []),
    ...(broken > 0 ? [`${plural(broken, "file")} with syntax errors`] : []),
    ...(staleBaseline > 0 ? [staleWords(staleBaseline)] : []),
    ...(fixed === undefined
      ? []
      : [`${plural(fixed.findings, "finding")} fixed in ${plural(fixed.files.length, "file")}`]),
  ];
  return parts.join("; ");
}

function staleWords(number: number): string {
  const are = number === 1 ? "is" : "are";
  return `${plural(number, "entry", "entries")} of the baseline ${are} stale (--prune-baseline)`;
}

/** `1 file`, `2 files`. */
export function plural(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** How often each rule was found, the most frequent first. */
function formatStatistics(report: CheckReport): string {
  const counts = new Map<
    string,
    { severity: Severity; title: string; findings: number; files: Set<string> }
  >();
  for (const { rule, severity, title, shown } of report.findings) {
    const one = counts.get(rule) ?? { severity, title, findings: 0, files: new Set<string>() };
    one.findings++;
    one.files.add(shown);
    counts.set(rule, one);
  }
  const rows = [...counts]
    .sort(([a, one], [b, other]) => other.findings - one.findings || (a < b ? -1 : 1))
    .map(([rule, { severity, title, findings, files }]) => [
      String(findings).padStart(6),
      plural(files.size, "file"),
      severity,
      rule,
      printable(title),
    ]);
  return rows.length === 0 ? "" : `${formatTable(rows, "").join("\n")}\n`;
}
