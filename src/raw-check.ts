import { createHash } from "node:crypto";
import { checkModule, type PlacedFinding, rulesFor } from "./check.ts";
import { type IgnoreComment, ignoreComments } from "./facts/ignore-comments.ts";
import { ProjectFacts } from "./facts/project.ts";
import type { SourceReader } from "./facts/source-reader.ts";
import { ParseAhead, workerFile } from "./parse/parse-ahead.ts";
import type { PackingParser } from "./parse/parser.ts";
import type { Parser } from "./parse/tree.ts";
import type { RawFinding, ReportedEdit } from "./report/check-report.ts";
import type { Rule } from "./rule.ts";
import type { Edit } from "./text/edit.ts";
import { LineIndex } from "./text/lines.ts";
import type { Span } from "./text/span.ts";

/** What the rules say of some files of one tree, as plain data: it can be kept in a cache and sent between threads. */
export interface RawCheck {
  readonly findings: readonly RawFinding[];
  readonly ignores: readonly { readonly path: string; readonly comments: readonly IgnoreComment[] }[];
  /** Files that rules could not be run on; the reason is a clause. */
  readonly unparsed: readonly { readonly path: string; readonly reason: string }[];
  readonly files: number;
}

/** After this many checked modules the event loop has its turn: the native parser frees its trees only then. */
const TURN = 16;

/** From this many modules on, parsing them on other threads is worth the start of a thread. */
const MANY = 48;

/**
 * Runs rules over files of a tree.
 *
 * Findings are ordered by path, offset and rule. A module that nests deeper than the stack is named in `unparsed`.
 */
export async function checkFiles(
  sources: SourceReader,
  parser: PackingParser,
  rules: readonly Rule[],
  paths: readonly string[],
): Promise<RawCheck> {
  let ahead: ParseAhead | undefined;
  const project = new ProjectFacts(sources, parser, (path, text) =>
    ahead ? ahead.take(path, text) : parser.parseWhole(text),
  );
  const checked = new CheckedFiles(project, parser);
  const asked = paths.flatMap((path) => checked.asked(path, rules));
  const file = asked.length < MANY ? undefined : workerFile();
  if (file !== undefined) ahead = new ParseAhead(parser, asked.length, file);
  try {
    for (const { path } of asked) ahead?.offer(path, project.text(path) ?? "");
    for (const [at, { path, asking }] of asked.entries()) {
      checked.check(path, asking);
      if (at % TURN === TURN - 1) await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    await ahead?.close();
  }
  return checked.result;
}

/** Gathers what is said of one file after the other. */
class CheckedFiles {
  private readonly project: ProjectFacts;
  private readonly parser: Parser;
  private readonly findings: RawFinding[] = [];
  private readonly ignores: { path: string; comments: readonly IgnoreComment[] }[] = [];
  private readonly unparsed = new Map<string, string>();
  private files = 0;

  constructor(project: ProjectFacts, parser: Parser) {
    this.project = project;
    this.parser = parser;
  }

  get result(): RawCheck {
    const { findings, ignores, files } = this;
    const unparsed = [...this.unparsed].map(([path, reason]) => ({ path, reason }));
    return { findings, ignores, unparsed, files };
  }

  /** Reads a file; the rules that its text asks for, none where it has none. */
  asked(
    path: string,
    rules: readonly Rule[],
  ): readonly { readonly path: string; readonly asking: readonly Rule[] }[] {
    const text = this.project.text(path);
    if (text === undefined) return [];
    this.files++;
    this.guarded(path, () => {
      const comments = ignoreComments(text, this.parser);
      if (comments.length > 0) this.ignores.push({ path, comments });
    });
    const asking = rulesFor(text, path, rules);
    return asking.length === 0 ? [] : [{ path, asking }];
  }

  check(path: string, asking: readonly Rule[]): void {
    this.guarded(path, () => {
      const refusal = this.project.moduleAt(path).tree.refusal;
      if (refusal) this.unparsed.set(path, refusal.reason);
      const found = checkModule(this.project, path, asking);
      this.findings.push(...rawFindings(this.project, this.project.text(path) ?? "", found));
    });
  }

  private guarded(path: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      // A stack that is too small for the text; any other error is a bug and must be seen.
      if (!(error instanceof RangeError && /call stack/.test(error.message))) throw error;
      this.unparsed.set(path, "its code nests deeper than osfix can follow");
    }
  }
}

/** The findings of one module as plain data, in order, equal ones numbered. */
export function rawFindings(
  project: { text(path: string): string | undefined },
  text: string,
  found: readonly PlacedFinding[],
): readonly RawFinding[] {
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

function rawEdit(edit: Edit, lines: LineIndex): ReportedEdit {
  return { ...placesOf(edit.span, lines), start: edit.span.start, end: edit.span.end, text: edit.text };
}

function placesOf(span: Span, lines: LineIndex): Pick<ReportedEdit, "from" | "to"> {
  return { from: lines.positionOf(span.start), to: lines.positionOf(span.end) };
}

const MOST_LINES = 6;
const LONGEST_LINE = 400;
/** Of a longer line, which no person writes, the start tells one finding from another; each needs a pass over it. */
const LONGEST_TOLD = 4_000;

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
