import { createHash } from "node:crypto";
import type { Severity } from "../rule.ts";
import type { CheckReport } from "./check-report.ts";
import { oneLine } from "./escape.ts";

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "critical", warning: "major", info: "info" };

/** GitLab's code quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */
export function formatGitlab(report: CheckReport): string {
  const findings = report.findings.map(({ severity, shown, from, to, rule, message, fingerprint }) => ({
    description: oneLine(message),
    check_name: rule,
    // It must be unique in the report, and equal over reports: files of several trees may be alike.
    fingerprint: createHash("sha256").update(`${shown}\0${fingerprint}`).digest("hex"),
    severity: SEVERITIES[severity],
    location: { path: shown.replace(/^\.\//, ""), lines: { begin: from.line, end: to.line } },
  }));
  return `${JSON.stringify(findings, null, 2)}\n`;
}
