import { createHash } from "node:crypto";
import { parseBody } from "./body.ts";
import { type HunkAttributes, parseAttributes, parseDeclaration } from "./declarations.ts";
import { parseHeader } from "./header.ts";
import { RuleText } from "./rule-error.ts";
import type {
  BodyItem,
  Hunk,
  Metavariable,
  Section,
  SectionTarget,
  SemanticPatch,
} from "./semantic-patch.ts";

/**
 * Reads a semantic patch. Patterns are compiled later, by `compileHunk`.
 *
 * @param id `PROJECT/NNNN-name`
 * @param file the name used in messages
 * @throws UserError with file, line and caret at the first thing that is not the language of docs/language.md
 */
export function parseSemanticPatch(id: string, file: string, source: string): SemanticPatch {
  const text = new RuleText(file, source);
  const { header, end } = parseHeader(text);
  const firstSection = findLine(text, end + 1, (line) => line.startsWith("--- "));
  if (firstSection > text.lines.length)
    throw text.error(
      { line: text.lines.length, column: 1 },
      'unexpected end of file, expected a section "--- PATH"',
    );
  const prose = text.lines
    .slice(end, firstSection - 1)
    .join("\n")
    .trim();
  return {
    id,
    file,
    source,
    digest: createHash("sha256").update(source).digest("hex"),
    header,
    prose,
    sections: parseSections(text, firstSection),
  };
}

/** A deleted line that begins with "-- " looks much the same; it seldom consists of paths. */
const SECTION = /^--- (\/dev\/null$|[\w./*-]+( \| [\w./*-]+)*\s*$)/;

/** First line from `from` on that satisfies the test, or one past the last line. */
function findLine(text: RuleText, from: number, test: (line: string) => boolean): number {
  for (let line = from; line <= text.lines.length; line++) if (test(text.lines[line - 1] ?? "")) return line;
  return text.lines.length + 1;
}

function parseSections(text: RuleText, first: number): readonly Section[] {
  const sections: Section[] = [];
  let counter = 0;
  for (let line = first; line <= text.lines.length; ) {
    const next = findLine(text, line + 1, (source) => source.startsWith("--- ") && SECTION.test(source));
    const section = parseSection(text, line, next - 1, counter);
    counter += section.hunks.length;
    sections.push(section);
    line = next;
  }
  return sections;
}

function parseSection(text: RuleText, line: number, last: number, counter: number): Section {
  const named = (text.lines[line - 1] ?? "").slice(4).trim();
  if (named === "/dev/null") return parseNewFile(text, line, last);
  const paths = named.split("|").map((path) => path.trim());
  for (const path of paths)
    if (path === "" || path.startsWith("/") || path.split("/").includes(".."))
      throw text.error(
        { line, column: 5, width: named.length },
        `unexpected path "${path}", expected a path from the root of the tree`,
      );
  const hunks: Hunk[] = [];
  let at = findLine(text, line + 1, (source) => source.trim() !== "");
  while (at <= last) {
    const hunk = parseHunk(text, at, last, counter + hunks.length + 1);
    hunks.push(hunk.hunk);
    at = hunk.next;
  }
  if (hunks.length === 0) throw text.error({ line, column: 1 }, 'this section has no hunk, expected "@@"');
  return { target: { kind: "candidates", paths }, hunks, line };
}

function parseNewFile(text: RuleText, line: number, last: number): Section {
  const path = /^\+\+\+ (\S+)\s*$/.exec(text.lines[line] ?? "")?.[1];
  if (path === undefined)
    throw text.error(
      { line: line + 1, column: 1 },
      'unexpected line, expected "+++ PATH" after "--- /dev/null"',
    );
  const { hunk } = parseHunk(text, line + 2, last, 1);
  const lines: string[] = [];
  for (const item of trimBlankEnd(hunk.body)) {
    if (item.kind !== "line" || item.line.mark !== "plus")
      throw text.error(
        { line: item.kind === "line" ? item.line.line : item.line, column: 1 },
        'a new file consists of "+" lines only',
      );
    lines.push(item.line.text);
  }
  const target: SectionTarget = { kind: "new-file", path, text: `${lines.join("\n")}\n` };
  return { target, hunks: [], line };
}

function parseHunk(text: RuleText, line: number, last: number, number: number): { hunk: Hunk; next: number } {
  const opening = text.lines[line - 1] ?? "";
  if (!opening.startsWith("@@"))
    throw text.error({ line, column: 1 }, 'unexpected line, expected "@@" to open a hunk');
  const attributes = parseAttributes(text, line);
  const { metavariables, bodyStart } = parseDeclarations(text, line, last);
  const next = Math.min(
    findLine(text, bodyStart, (source) => source.startsWith("@@")),
    last + 1,
  );
  const body = parseBody(text, bodyStart, next - 1);
  const items = trimBlankEnd(body.items);
  if (items.length === 0) throw text.error({ line, column: 1 }, "this hunk has no body");
  checkMarks(text, attributes, items);
  const role =
    attributes.role.kind === "obsolete"
      ? { kind: "obsolete" as const, reason: body.comments.join(" ") }
      : attributes.role;
  const reports = role.kind === "change" && linesOf(items).some((item) => item.mark === "match");
  const hunk: Hunk = {
    name: attributes.name ?? `hunk ${number}`,
    role: reports ? { kind: "report" } : role,
    all: attributes.all,
    group: attributes.group,
    disabled: attributes.disabled,
    metavariables,
    body: items,
    line,
  };
  return { hunk, next };
}

function parseDeclarations(
  text: RuleText,
  line: number,
  last: number,
): { metavariables: readonly Metavariable[]; bodyStart: number } {
  const opening = (text.lines[line - 1] ?? "").trim();
  const closedOnOneLine = opening.length > 2 && opening.endsWith("@@");
  // `@@ all @@` followed by the body at once declares nothing.
  if (closedOnOneLine && /^[ +*?(#-]/.test(text.lines[line] ?? ""))
    return { metavariables: [], bodyStart: line + 1 };
  const metavariables: Metavariable[] = [];
  for (let at = line + 1; at <= last; at++) {
    if ((text.lines[at - 1] ?? "").trim() === "@@") return { metavariables, bodyStart: at + 1 };
    for (const declared of parseDeclaration(text, at)) {
      if (metavariables.some((known) => known.name === declared.name))
        throw text.error({ line: at, column: 1 }, `metavariable "${declared.name}" is declared twice`);
      metavariables.push(declared);
    }
  }
  throw text.error(
    { line, column: 1 },
    'unexpected end of section, expected the "@@" that ends the declarations',
  );
}

function checkMarks(text: RuleText, attributes: HunkAttributes, items: readonly BodyItem[]): void {
  const lines = linesOf(items);
  const changes = lines.find((line) => line.mark === "minus" || line.mark === "plus");
  const matches = lines.find((line) => line.mark === "match");
  if (changes && (matches || attributes.role.kind !== "change"))
    throw text.error(
      { line: changes.line, column: 1 },
      matches
        ? '"*" lines cannot stand in a hunk that changes code'
        : `a hunk marked "${attributes.role.kind}" cannot change code`,
    );
  if (!changes && !matches)
    throw text.error(
      { line: items[0]?.kind === "line" ? items[0].line.line : 1, column: 1 },
      'this hunk has no "-", "+" or "*" line',
    );
}

/** All lines of a body, those of every alternative included. */
export function linesOf(items: readonly BodyItem[]): readonly import("./semantic-patch.ts").BodyLine[] {
  return items.flatMap((item) => (item.kind === "line" ? [item.line] : item.alternatives.flatMap(linesOf)));
}

function trimBlankEnd(items: readonly BodyItem[]): readonly BodyItem[] {
  let end = items.length;
  const isBlank = (item: BodyItem | undefined): boolean =>
    item?.kind === "line" && item.line.mark === "context" && item.line.text.trim() === "";
  while (end > 0 && isBlank(items[end - 1])) end--;
  let start = 0;
  while (start < end && isBlank(items[start])) start++;
  return items.slice(start, end);
}
