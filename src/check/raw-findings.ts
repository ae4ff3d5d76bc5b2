import { createHash } from "node:crypto";
import type { RawFinding, ReportedEdit } from "../report/check-report.ts";
import type { Edit } from "../text/edit.ts";
import { firstNewline, LineIndex } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { PlacedFinding } from "./check-module.ts";

/** The findings of one module as plain data, in order, equal ones numbered. */
export function rawFindings(
  project: { text(path: string): string | undefined },
  text: string,
  found: readonly PlacedFinding[],
): readonly RawFinding[] {
  if (found.length === 0) return [];
  const lines = new LineIndex(text);
  const seen = new Map<string, number>();
  return [...found].sort(byPlace).map((finding) => {
    const { path, from, to, message } = finding;
    const name = fingerprintOf(finding.rule.id, path, message, lines.lineAt(from.line - 1));
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return {
      rule: finding.rule.id,
      path,
      from,
      to,
      message,
      related: (finding.related ?? []).map((place) => {
        const index = place.path === path ? lines : new LineIndex(project.text(place.path) ?? "");
        return { path: place.path, message: place.message, ...placesOf(place.span, index) };
      }),
      fix: finding.fix && {
        kind: finding.fix.kind,
        title: finding.fix.title,
        edits: finding.fix.edits.map((edit) => rawEdit(edit, lines)),
      },
      lines: frameLines(lines, from.line, to.line),
      fingerprint: `${name}:${number}`,
    };
  });
}

/** Rules write LF; the file keeps the line ending that it has. */
function rawEdit({ span, text }: Edit, lines: LineIndex): ReportedEdit {
  const written = text.includes("\n") ? text.replace(/\r?\n/g, firstNewline(lines.text)) : text;
  return { ...placesOf(span, lines), start: span.start, end: span.end, text: written };
}

function placesOf(span: Span, lines: LineIndex): Pick<ReportedEdit, "from" | "to"> {
  return { from: lines.positionOf(span.start), to: lines.positionOf(span.end) };
}

const MOST_LINES = 6;
const LONGEST_LINE = 400;
/** Of a longer line, which no person writes, the start tells findings apart; all of it for each takes quadratic time. */
const LONGEST_TOLD = 1_000;

function frameLines(lines: LineIndex, from: number, to: number): RawFinding["lines"] {
  const first = Math.max(1, from - 1);
  const last = Math.min(lines.count, Math.max(to, from), first + MOST_LINES - 1);
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    line: first + at,
    text: lines.lineAt(first + at - 1).slice(0, LONGEST_LINE),
  }));
}

/** Of what stays when lines move: the rule, the file, the sentence and the line's own text. */
function fingerprintOf(rule: string, path: string, message: string, line: string): string {
  const told = JSON.stringify([rule, path, message, line.slice(0, LONGEST_TOLD).replace(/\s+/g, " ").trim()]);
  return createHash("sha256").update(told).digest("hex").slice(0, 32);
}

function byPlace(a: PlacedFinding, b: PlacedFinding): number {
  return a.span.start - b.span.start || (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0);
}
