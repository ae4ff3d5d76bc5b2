import { byFile } from "./by-file.ts";
import { type CheckReport, placeOf, type ReportedFinding } from "./check-report.ts";
import { xmlText } from "./escape.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

/** Attributes of an element, from names of ours and any values. */
function element(name: string, attributes: Readonly<Record<string, string | number>>): string {
  const parts = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  return `<${name}${parts.join("")}`;
}

/** Checkstyle's XML, which warnings plugins of CI systems read (https://checkstyle.org). */
export function formatCheckstyle(report: CheckReport): string {
  const files = [...byFile(report.findings)].map(([file, findings]) => {
    const errors = findings.map(
      ({ from, severity, message, rule }) =>
        `    ${element("error", { line: from.line, column: from.column, severity, message, source: `osfix.${rule.replaceAll("/", ".")}` })} />\n`,
    );
    return `  ${element("file", { name: file })}>\n${errors.join("")}  </file>\n`;
  });
  return `${HEAD}\n<checkstyle version="8.0">\n${files.join("")}</checkstyle>\n`;
}

/**
 * JUnit's XML as GitLab, Jenkins and Zuul's log pages read it: a suite for each file with findings, a failed case for
 * each error and warning, a passed one for each note; one passed case where nothing is found.
 */
export function formatJunit(report: CheckReport): string {
  const suites = [...byFile(report.findings)].map(([file, findings]) => {
    const failed = findings.filter(({ severity }) => severity !== "info").length;
    const seen = new Map<string, number>();
    const cases = findings.map((finding) => caseOf(finding, seen)).join("");
    const open = element("testsuite", {
      name: file,
      file,
      tests: findings.length,
      failures: failed,
      errors: 0,
      skipped: 0,
    });
    return `  ${open}>\n${cases}  </testsuite>\n`;
  });
  const clean = `  ${element("testsuite", { name: "osfix", tests: 1, failures: 0, errors: 0, skipped: 0 })}>\n    ${element("testcase", { name: "osfix check", classname: "osfix" })} />\n  </testsuite>\n`;
  const failures = report.findings.filter(({ severity }) => severity !== "info").length;
  const open = element("testsuites", {
    name: "osfix",
    tests: Math.max(1, report.findings.length),
    failures,
    errors: 0,
  });
  return `${HEAD}\n${open}>\n${suites.length === 0 ? clean : suites.join("")}</testsuites>\n`;
}

/** @param seen how often each name has been given in the suite: GitLab takes two cases of one name for one case */
function caseOf(finding: ReportedFinding, seen: Map<string, number>): string {
  const { rule, shown, from, severity, message } = finding;
  const name = `${rule} ${from.line}:${from.column}`;
  const count = (seen.get(name) ?? 0) + 1;
  seen.set(name, count);
  // Jenkins' schema knows neither `file` nor `line` here.
  const open = element("testcase", { name: count === 1 ? name : `${name} (${count})`, classname: shown });
  const said = `${xmlText(placeOf(finding))}: ${xmlText(message)}`;
  const inside =
    severity === "info"
      ? `<system-out>${said}</system-out>`
      : `${element("failure", { type: severity, message })}>${said}</failure>`;
  return `    ${open}>${inside}</testcase>\n`;
}
