import type { Parser } from "../../parse/tree.ts";
import { LineIndex } from "../../text/lines.ts";

/** A comment `# osfix: ignore[RULE, RULE] reason`. */
export interface IgnoreComment {
  /** The line it stands on, from 1. */
  readonly line: number;
  /** Column of the `#`, from 1. */
  readonly column: number;
  /** The line whose findings it is about: its own, or the next line of code for a comment alone on its line. */
  readonly about: number;
  /** Ids, `AREA/*`, or `*`; never empty: a comment without brackets has `*`. */
  readonly rules: readonly string[];
  readonly reason: string;
}

const IGNORE = /^#\s*osfix:\s*ignore(?:\[([^\]]*)\])?[\s:,-]*([\s\S]*)$/;
const MAY_HOLD = /#\s*osfix:\s*ignore/;

/** The comments of a module that ask to pass over findings; parses only a text that may hold one. */
export function ignoreComments(text: string, parser: Parser): readonly IgnoreComment[] {
  if (!text.includes("osfix:") || !MAY_HOLD.test(text)) return [];
  const lines = new LineIndex(text);
  const found: IgnoreComment[] = [];
  for (const comment of parser.parseWhole(text).ofType("comment")) {
    const match = IGNORE.exec(comment.text);
    if (!match) continue;
    const { line, column } = lines.positionOf(comment.start);
    const rules = (match[1] ?? "*")
      .split(",")
      .map((rule) => rule.trim())
      .filter((rule) => rule !== "");
    const alone = lines
      .lineAt(line - 1)
      .trimStart()
      .startsWith("#");
    const about = alone ? nextCode(lines, line) : line;
    found.push({
      line,
      column,
      about,
      rules: rules.length > 0 ? rules : ["*"],
      reason: (match[2] ?? "").trim(),
    });
  }
  return found;
}

/** The first line below a row that holds code. */
function nextCode(lines: LineIndex, line: number): number {
  for (let row = line; row < lines.count; row++) {
    const text = lines.lineAt(row).trim();
    if (text !== "" && !text.startsWith("#")) return row + 1;
  }
  return line;
}

/** Whether an ignore's word stands for a rule: the id itself, `AREA/*` or `*`. */
export function wordNamesRule(word: string, rule: string): boolean {
  if (word === "*" || word === rule) return true;
  return word.endsWith("/*") && rule.startsWith(word.slice(0, -1));
}

/** The word by which a comment asks to pass over what a rule finds on these lines; `undefined` when it does not. */
export function ignoringWord(
  { about, rules }: IgnoreComment,
  rule: string,
  lines: { readonly from: number; readonly to: number },
): string | undefined {
  return about < lines.from || about > lines.to ? undefined : rules.find((word) => wordNamesRule(word, rule));
}
