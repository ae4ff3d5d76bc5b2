import type { Parser, SyntaxTree } from "../../parse/tree.ts";
import { LineIndex } from "../../text/lines.ts";

/** A comment `# osfix: ignore[RULE, RULE] reason`. */
export interface IgnoreComment {
  /** The line it stands on, from 1. */
  readonly line: number;
  /** Column of the `#`, from 1. */
  readonly column: number;
  /** The first line whose findings it is about: its own, or the next line of code for a comment alone on its line. */
  readonly about: number;
  /** The last one: the same, or where the head of a definition ends whose head or decorators `about` is in. */
  readonly until: number;
  /** Ids, `AREA/*`, or `*`; never empty: a comment without brackets has `*`. */
  readonly rules: readonly string[];
  readonly reason: string;
}

/** Also behind the words of another tool: `# noqa: E501  # osfix: ignore[RULE]`. */
const IGNORE = /#\s*osfix:\s*ignore(?:\[([^\]]*)\])?[\s:,-]*([\s\S]*)$/;
const MAY_HOLD = /#\s*osfix:\s*ignore/;

/** The comments of a module that ask to pass over findings; parses only a text that may hold one. */
export function ignoreComments(text: string, parser: Parser): readonly IgnoreComment[] {
  if (!text.includes("osfix:") || !MAY_HOLD.test(text)) return [];
  const lines = new LineIndex(text);
  const found: IgnoreComment[] = [];
  const tree = parser.parseWhole(text);
  const heads = headsOf(tree, lines);
  for (const comment of tree.ofType("comment")) {
    const match = IGNORE.exec(comment.text);
    if (!match) continue;
    const { line, column } = lines.positionOf(comment.start + match.index);
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
      until: heads.find(({ from, to }) => from <= about && about <= to)?.to ?? about,
      rules: rules.length > 0 ? rules : ["*"],
      reason: (match[2] ?? "").trim(),
    });
  }
  return found;
}

/** The lines of every definition's decorators and head, up to its colon. */
function headsOf(
  tree: SyntaxTree,
  lines: LineIndex,
): readonly { readonly from: number; readonly to: number }[] {
  const definitions = [...tree.ofType("function_definition"), ...tree.ofType("class_definition")];
  return definitions.map((node) => {
    const { parent } = node;
    const first = parent?.type === "decorated_definition" ? parent : node;
    const colon = node.children.findLast(({ type }) => type === ":") ?? node;
    return { from: lines.positionOf(first.start).line, to: lines.positionOf(colon.start).line };
  });
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
  { about, until, rules }: IgnoreComment,
  rule: string,
  lines: { readonly from: number; readonly to: number },
): string | undefined {
  return until < lines.from || about > lines.to ? undefined : rules.find((word) => wordNamesRule(word, rule));
}
