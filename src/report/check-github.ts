import type { Severity } from "../rule.ts";
import type { CheckReport } from "./check-report.ts";
import { commandData, commandProperty, oneLine } from "./escape.ts";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/**
 * Workflow commands that make annotations of findings
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 *
 * No line begins with text of the tree, so none of it can be a command.
 */
export function formatGithub(report: CheckReport): string {
  return report.findings
    .map(({ severity, shown, from, to, rule, message }) => {
      // GitHub refuses columns where the lines differ.
      const columns = from.line === to.line ? [`col=${from.column}`, `endColumn=${to.column}`] : [];
      const properties = [
        `file=${commandProperty(shown)}`,
        `line=${from.line}`,
        `endLine=${to.line}`,
        ...columns,
        `title=${commandProperty(rule)}`,
      ];
      return `::${COMMANDS[severity]} ${properties.join(",")}::${commandData(oneLine(message))}\n`;
    })
    .join("");
}
