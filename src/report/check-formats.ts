import { UserError } from "../text/user-error.ts";
import { formatGithub } from "./check-github.ts";
import { formatGitlab } from "./check-gitlab.ts";
import { formatCheckJson } from "./check-json.ts";
import { formatCheckPage } from "./check-page.ts";
import { type CheckReport, checkExitStatus } from "./check-report.ts";
import { formatGerrit, formatZuul } from "./check-review.ts";
import { formatSarif } from "./check-sarif.ts";
import { formatCsv, formatMarkdown } from "./check-table.ts";
import { renderCheckText } from "./check-text.ts";
import { formatCheckstyle, formatJunit } from "./check-xml.ts";
import type { Rendered, Style } from "./style.ts";

/** The formats of `osfix check`. */
export const CHECK_FORMATS = [
  "text",
  "json",
  "sarif",
  "github",
  "gitlab",
  "junit",
  "checkstyle",
  "gerrit",
  "zuul",
  "markdown",
  "csv",
  "html",
] as const;
/** One of the formats of `osfix check`. */
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/**
 * The report in a format, with the exit status that goes with it.
 *
 * @throws UserError when the report is longer than a text can be in JavaScript: half a gigabyte
 */
export function renderCheck(report: CheckReport, format: CheckFormat, style: Style): Rendered {
  try {
    return render(report, format, style);
  } catch (error) {
    if (!(error instanceof RangeError && error.message === TOO_LONG)) throw error;
    throw new UserError(`${report.findings.length} findings are too many for one report`, {
      hint: "--statistics counts them by rule; --select, --ignore and PATHs leave fewer",
    });
  }
}

/** What V8 says of a text that it cannot hold. */
const TOO_LONG = "Invalid string length";

function render(report: CheckReport, format: CheckFormat, style: Style): Rendered {
  if (format === "text") return renderCheckText(report, style);
  return { out: FORMATTERS[format](report), err: "", exitStatus: checkExitStatus(report) };
}

const FORMATTERS: Readonly<Record<Exclude<CheckFormat, "text">, (report: CheckReport) => string>> = {
  json: formatCheckJson,
  sarif: formatSarif,
  github: formatGithub,
  gitlab: formatGitlab,
  junit: formatJunit,
  checkstyle: formatCheckstyle,
  gerrit: formatGerrit,
  zuul: formatZuul,
  markdown: formatMarkdown,
  csv: formatCsv,
  html: formatCheckPage,
};
