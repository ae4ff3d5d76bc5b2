import type { CheckReport } from "./check-report.ts";
import { summaryOf } from "./check-text.ts";
import { csvCell, markdownCode, markdownText } from "./escape.ts";

/** A summary in Markdown, as GITHUB_STEP_SUMMARY and merge requests take it: counts by rule, then the findings. */
export function formatMarkdown(report: CheckReport): string {
  const counts = new Map<string, number>();
  for (const { rule } of report.findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rules = [...counts]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([rule, count]) => {
      const { title = "", source = "" } = report.rules.find((info) => info.id === rule) ?? {};
      const said = /^https:\/\/[\w./#?=&%~+-]+$/.test(source)
        ? `[${markdownText(title)}](${source})`
        : markdownText(title);
      return `| ${count} | ${markdownCode(rule)} | ${said} |`;
    });
  const findings = report.findings.map(
    ({ severity, shown, from, rule, message }) =>
      `| ${severity} | ${markdownCode(`${shown}:${from.line}`)} | ${markdownCode(rule)} | ${markdownText(message)} |`,
  );
  const tables =
    report.findings.length === 0
      ? []
      : [
          "",
          "| findings | rule | defect |",
          "|---:|---|---|",
          ...rules,
          "",
          "| severity | place | rule | finding |",
          "|---|---|---|---|",
          ...findings,
        ];
  return `${["# osfix check", "", markdownText(summaryOf(report)), ...tables].join("\n")}\n`;
}

/** One row a finding (RFC 4180, CRLF), for spreadsheets; no cell is a formula. */
export function formatCsv(report: CheckReport): string {
  const rows = report.findings.map(({ shown, from, severity, confidence, rule, message, fingerprint }) =>
    [shown, String(from.line), String(from.column), severity, confidence, rule, message, fingerprint].map(
      csvCell,
    ),
  );
  const head = ["path", "line", "column", "severity", "confidence", "rule", "message", "fingerprint"];
  return [head, ...rows].map((row) => `${row.join(",")}\r\n`).join("");
}
