import { didYouMean } from "../text/suggest.ts";
import type { RuleText } from "./rule-error.ts";
import type { PatchHeader, Reasoned } from "./semantic-patch.ts";

const REQUIRED = ["Subject", "Project", "Author", "Date"] as const;
const FIELDS = [
  ...REQUIRED,
  "Applies-To",
  "Profiles",
  "Bug",
  "Origin",
  "Forwarded",
  "Last-Update",
  "Applied-Upstream",
  "Effect",
  "Hazard",
  "Needs",
  "Depends-On",
  "Removed-In",
  "Severity",
] as const;
const SEVERITIES = ["error", "warning", "info"] as const;
const REPEATABLE: readonly string[] = ["Bug", "Needs", "Depends-On"];

interface Field {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** The header, and the line (from 1) of the blank line that ends it. */
export function parseHeader(text: RuleText): { header: PatchHeader; end: number } {
  const { fields, end } = readFields(text);
  checkFields(text, fields, end);
  const one = (name: string): string | undefined => fields.find((field) => field.name === name)?.value;
  const many = (name: string): readonly Field[] => fields.filter((field) => field.name === name);
  const removed = many("Removed-In")[0];
  return {
    header: {
      subject: one("Subject") ?? "",
      project: one("Project") ?? "",
      author: one("Author") ?? "",
      date: one("Date") ?? "",
      appliesTo: one("Applies-To"),
      profiles: one("Profiles")?.split(/\s+/),
      bugs: many("Bug").map((field) => field.value),
      origin: one("Origin"),
      forwarded: one("Forwarded"),
      lastUpdate: one("Last-Update"),
      appliedUpstream: one("Applied-Upstream"),
      effect: one("Effect"),
      hazard: one("Hazard"),
      needs: many("Needs").map((field) => parseReasoned(text, field)),
      dependsOn: many("Depends-On").map((field) => parseReasoned(text, field)),
      removedIn: removed && parseReasoned(text, removed),
      severity: SEVERITIES.find((severity) => severity === one("Severity")),
    },
    end,
  };
}

function readFields(text: RuleText): { fields: Field[]; end: number } {
  const fields: Field[] = [];
  for (const [row, source] of text.lines.entries()) {
    const line = row + 1;
    if (source.trim() === "") return { fields, end: line };
    const continued = fields.at(-1);
    if (/^\s/.test(source) && continued) {
      fields[fields.length - 1] = { ...continued, value: `${continued.value} ${source.trim()}` };
      continue;
    }
    const field = /^([A-Za-z][A-Za-z-]*):\s*(.*)$/.exec(source);
    if (!field)
      throw text.error({ line, column: 1 }, 'unexpected text, expected a header field such as "Subject: …"');
    fields.push({ name: field[1] ?? "", value: (field[2] ?? "").trim(), line });
  }
  return { fields, end: text.lines.length };
}

function checkFields(text: RuleText, fields: readonly Field[], end: number): void {
  const seen = new Set<string>();
  for (const { name, value, line } of fields) {
    const place = { line, column: 1, width: name.length };
    if (!(FIELDS as readonly string[]).includes(name))
      throw text.error(
        place,
        `unexpected header field "${name}"`,
        didYouMean(name, FIELDS) ?? `Known fields: ${FIELDS.join(", ")}.`,
      );
    if (value === "") throw text.error(place, `header field "${name}" is empty`);
    if (seen.has(name) && !REPEATABLE.includes(name))
      throw text.error(place, `header field "${name}" stands twice`);
    seen.add(name);
    if (name === "Date" && Number.isNaN(Date.parse(value)))
      throw text.error(
        place,
        `unexpected date "${value}", expected RFC 2822`,
        'For example "Wed, 02 Dec 2020 00:00:00 +0000".',
      );
    if (name === "Severity" && !SEVERITIES.some((severity) => severity === value))
      throw text.error(place, `unexpected severity "${value}", expected ${SEVERITIES.join(", ")}`);
    if (name === "Author" && !/^.+ <[^<>]+@[^<>]+>$/.test(value))
      throw text.error(place, `unexpected author "${value}", expected "Name <mail@example.org>"`);
  }
  for (const name of REQUIRED)
    if (!seen.has(name))
      throw text.error(
        { line: Math.min(end, text.lines.length), column: 1 },
        `header field "${name}" is missing`,
      );
}

function parseReasoned(text: RuleText, field: Field): Reasoned {
  const parts = /^(\S+)\s+-\s+(.+)$/.exec(field.value);
  if (!parts)
    throw text.error(
      { line: field.line, column: 1 },
      `unexpected value of "${field.name}", expected "WHAT - reason"`,
    );
  return { what: parts[1] ?? "", reason: parts[2] ?? "" };
}
