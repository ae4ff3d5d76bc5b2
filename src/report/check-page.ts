import { type CheckReport, placeOf, type ReportedFinding } from "./check-report.ts";
import { formatPage, LineTable, shownText } from "./page.ts";

/** The findings of a check as one HTML page, with search, code frames and the reason for each rule. */
export function formatCheckPage(report: CheckReport): string {
  const table = new LineTable();
  const findings = [...report.findings, ...report.suppressed].map((finding) =>
    pageFinding(finding, report, table),
  );
  const data = { marks: {}, findings, lines: table.lines };
  const words = [
    `${report.findings.length} findings, ${report.suppressed.length} suppressed, ${report.files} files`,
    ...report.skipped.map(({ shown, reason }) => `not checked: ${shown}: ${reason}`),
  ];
  return formatPage(
    `osfix check: ${report.trees.join(", ")}`,
    `${words.join(". ")}. osfix ${report.version}.`,
    data,
  );
}

function pageFinding(finding: ReportedFinding, report: CheckReport, table: LineTable): object {
  const rule = report.rules.find(({ id }) => id === finding.rule);
  const { suppression } = finding;
  return {
    s: suppression === undefined ? finding.severity : "note",
    at: shownText(placeOf(finding)),
    m: shownText(finding.message),
    t: shownText(finding.title),
    rule: finding.rule,
    url: rule && /^https:\/\//.test(rule.source) ? rule.source : null,
    why: suppression && shownText(`suppressed by ${suppression.kind}: ${suppression.reason}`),
    l: finding.from.line,
    e: finding.to.line,
    f: finding.lines.map(({ line, text }) => [line, table.indexOf(text)]),
    rel: finding.related.map(({ path, from, message }) => ({
      at: shownText(`${path}:${from.line}`),
      m: shownText(message),
    })),
  };
}
