import type { Severity } from "../rule.ts";
import type {
  CheckReport,
  ReportedEdit,
  ReportedFinding,
  ReportedFix,
  ReportedPlace,
  RuleInfo,
  SkippedFile,
  Suppression,
} from "./check-report.ts";
import { uriOf } from "./escape.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};
/** GitHub orders findings by it (https://docs.github.com/code-security: properties of a reportingDescriptor). */
const PRECISION = { high: "high", medium: "medium", low: "low" } as const;

/**
 * The report as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html).
 *
 * Columns count UTF-16 units. Suppressed findings are results with suppressions; skipped files are notifications of the
 * one invocation. Rules that found nothing are named without their pages. Deterministic: neither times nor paths of the
 * machine, unless the caller's own are absolute.
 */
export function formatSarif(report: CheckReport): string {
  const index = new Map(report.rules.map((rule, at) => [rule.id, at]));
  const all = [...report.findings, ...report.suppressed];
  const found = new Set(all.map(({ rule }) => rule));
  const driver = {
    name: "osfix",
    semanticVersion: report.version,
    version: report.version,
    // the pages of all rules are a megabyte, which an editor would read at each stroke
    rules: report.rules.map((rule) => ({ ...ruleOf(rule), ...(found.has(rule.id) ? helpOf(rule) : {}) })),
  };
  const run = {
    tool: { driver },
    columnKind: "utf16CodeUnits",
    invocations: [
      { executionSuccessful: true, toolExecutionNotifications: report.skipped.map(notificationOf) },
    ],
    results: all.map((finding) => resultOf(finding, index.get(finding.rule) ?? -1)),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

function notificationOf({ shown, problem, reason }: SkippedFile): object {
  return {
    level: "note",
    message: { text: `${shown}: ${reason}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(shown) } } }],
    properties: { problem },
  };
}

function ruleOf(rule: RuleInfo): object {
  return {
    id: rule.id,
    name: rule.id
      .split(/[^A-Za-z0-9]+/)
      .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
      .join(""),
    shortDescription: { text: rule.title },
    fullDescription: { text: firstParagraph(rule.page ?? "") || rule.title },
    ...(rule.source === "" ? {} : { helpUri: rule.source }),
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { precision: PRECISION[rule.confidence], tags: ["openstack", rule.id.split("/")[0] ?? ""] },
  };
}

function helpOf(rule: RuleInfo): object {
  const page = rule.page ?? `# ${rule.title}\n`;
  return { help: { text: page, markdown: page } };
}

function firstParagraph(page: string): string {
  const [, first = ""] = page.split(/\n{2,}/);
  return first.replace(/\s+/g, " ").trim();
}

function resultOf(finding: ReportedFinding, ruleIndex: number): object {
  const { related, fix, suppression } = finding;
  return {
    ruleId: finding.rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: locationOf(finding, finding.shown) }],
    ...(related.length === 0 ? {} : { relatedLocations: related.map(relatedLocationOf) }),
    partialFingerprints: { "osfix/v1": finding.fingerprint },
    ...(fix === undefined ? {} : { fixes: [fixOf(fix, finding.shown)] }),
    ...(suppression === undefined ? {} : { suppressions: [suppressionOf(suppression)] }),
    properties: { confidence: finding.confidence, tree: finding.tree },
  };
}

function relatedLocationOf(place: ReportedFinding["related"][number], at: number): object {
  return {
    id: at + 1,
    message: { text: place.message },
    physicalLocation: locationOf(place, place.shown),
  };
}

function fixOf({ title, kind, edits }: ReportedFix, shown: string): object {
  return {
    description: { text: `${title} (${kind})` },
    artifactChanges: [{ artifactLocation: { uri: uriOf(shown) }, replacements: edits.map(replacementOf) }],
  };
}

function suppressionOf({ kind, reason }: Suppression): object {
  return {
    kind: kind === "comment" ? "inSource" : "external",
    ...(reason === "" ? {} : { justification: reason }),
  };
}

function locationOf(place: ReportedPlace, shown: string): object {
  return { artifactLocation: { uri: uriOf(shown) }, region: regionOf(place) };
}

function regionOf({ from, to }: Pick<ReportedPlace, "from" | "to">): object {
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

function replacementOf(edit: ReportedEdit): object {
  return {
    deletedRegion: { ...regionOf(edit), charOffset: edit.start, charLength: edit.end - edit.start },
    ...(edit.text === "" ? {} : { insertedContent: { text: edit.text } }),
  };
}
