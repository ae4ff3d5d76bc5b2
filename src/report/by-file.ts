import type { ReportedFinding } from "./check-report.ts";

/** Findings by the file that is shown for them, files and findings in the order of the report. */
export function byFile(
  findings: readonly ReportedFinding[],
): ReadonlyMap<string, readonly ReportedFinding[]> {
  const files = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const of = files.get(finding.shown);
    if (of === undefined) files.set(finding.shown, [finding]);
    else of.push(finding);
  }
  return files;
}
