import { type CheckReport, checkExitStatus, type ReportedFinding } from "./check-report.ts";

/** The report as JSON, as schema/check.schema.json describes it. Deterministic; ends with LF. */
export function formatCheckJson(report: CheckReport): string {
  const { version, rules, trees, findings, suppressed, skipped, files, staleBaseline, fixed, since } = report;
  const value = {
    format: 1,
    version,
    exitStatus: checkExitStatus(report),
    trees,
    since: since ?? null,
    files,
    findings: findings.map(findingJson),
    suppressed: suppressed.map(findingJson),
    skipped: skipped.map(({ shown, problem, reason }) => ({ path: shown, problem, reason })),
    staleBaseline,
    fixed: fixed ?? null,
    rules: rules.map(({ id, title, severity, confidence, source }) => ({
      id,
      title,
      severity,
      confidence,
      source: source === "" ? null : source,
    })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function findingJson(finding: ReportedFinding): object {
  const { rule, severity, confidence, message, shown, path, tree, from, to, fingerprint } = finding;
  return {
    rule,
    severity,
    confidence,
    message,
    path: shown,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    tree,
    pathInTree: path,
    fingerprint,
    related: finding.related.map((place) => ({
      pathInTree: place.path,
      line: place.from.line,
      column: place.from.column,
      message: place.message,
    })),
    fix:
      finding.fix === undefined
        ? null
        : {
            kind: finding.fix.kind,
            title: finding.fix.title,
            edits: finding.fix.edits.map((edit) => ({
              line: edit.from.line,
              column: edit.from.column,
              endLine: edit.to.line,
              endColumn: edit.to.column,
              text: edit.text,
            })),
          },
    suppression: finding.suppression ?? null,
  };
}
