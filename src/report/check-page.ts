import type { CheckReport } from "./check-report.ts";
import { plural } from "./check-text.ts";
import { formatPage, LineTable } from "./page.ts";
import { pageFinding, pageRules } from "./page-finding.ts";

/** The findings of a check as one HTML page, with search, code frames and the page of each rule. */
export function formatCheckPage(report: CheckReport): string {
  const table = new LineTable();
  const findings = [...report.findings, ...report.suppressed].map((finding) => {
    const { severity, shown, suppression } = finding;
    const related = finding.related.map((place) => ({ ...place, path: place.shown }));
    const told = { ...finding, related };
    if (suppression === undefined) return pageFinding(told, severity, shown, table);
    const why = `suppressed by ${suppression.kind}${suppression.reason ? `: ${suppression.reason}` : ""}`;
    return pageFinding(told, "suppressed", shown, table, why);
  });
  const found = new Set([...report.findings, ...report.suppressed].map(({ rule }) => rule));
  const data = {
    findings,
    rules: pageRules(report.rules.filter(({ id }) => found.has(id))),
    lines: table.lines,
  };
  const since = report.since === undefined ? "" : ` since ${report.since}`;
  const words = [
    `${plural(report.findings.length, "finding")}${since}, ${report.suppressed.length} suppressed, ${plural(report.files, "file")}`,
    ...report.skipped.map(
      ({ shown, problem, reason }) =>
        `${problem === "syntax-error" ? "checked in part" : "not checked"}: ${shown}: ${reason}`,
    ),
  ];
  return formatPage(
    `osfix check: ${report.trees.join(", ")}`,
    `${words.join(". ")}. osfix ${report.version}.`,
    data,
  );
}
