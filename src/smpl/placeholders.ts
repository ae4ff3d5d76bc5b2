import { LineIndex } from "../text/lines.ts";
import { addTo } from "../text/multimap.ts";
import type { Lexed, PatternToken } from "./lexer.ts";
import type { RuleText } from "./rule-error.ts";
import type { BodyLine } from "./semantic-patch.ts";

/** The name that stands for dots in a slice: what it is is in the name, so that a tree alone can be read. */
export const DOTS: RegExp = /^osfix_dots_\d+_\d+$/;
/** The name that stands for a nest; with `_some` for one that must occur. */
export const NEST: RegExp = /^osfix_nest(_some)?_\d+_\d+$/;

/** The lines of one slice. */
interface SliceLines {
  readonly text: RuleText;
  /** The lines without the indentation that all of them share. */
  readonly lines: readonly string[];
  /** The body line behind each of them. */
  readonly rows: readonly BodyLine[];
  /** What was lexed: the lines as they stand in the patch file. */
  readonly source: string;
  readonly lexed: Lexed;
}

/**
 * The slice's lines with every operator of the pattern language replaced by something that parses.
 *
 * @throws UserError for a nest that is not closed, or closed and not opened
 */
export function withPlaceholders(slice: SliceLines): string {
  return new PlaceholderWriter(slice).write();
}

class PlaceholderWriter {
  private readonly slice: SliceLines;
  private readonly starts: LineIndex;
  private readonly tokens = new Map<number, PatternToken[]>();
  /** How many placeholders a line of the patch file has: its variants may stand in several rows. */
  private readonly counts = new Map<number, number>();
  /** The rows of the nests that are open. */
  private readonly nests: number[] = [];

  constructor(slice: SliceLines) {
    this.slice = slice;
    this.starts = new LineIndex(slice.source);
    for (const token of slice.lexed.tokens) {
      const row = this.starts.rowOf(token.start);
      addTo(this.tokens, row, token);
    }
  }

  write(): string {
    const written = this.slice.lines.map((_, row) => this.row(row));
    const open = this.nests.at(-1);
    if (open !== undefined) throw this.error(open, 'this nest is not closed, expected "...>"');
    return written.join("\n");
  }

  private row(row: number): string {
    const token = this.tokenAlone(row);
    if (token?.kind === "nest-close") {
      if (this.nests.pop() === undefined)
        throw this.error(row, 'unexpected end of a nest, expected "<..." before it');
      return "";
    }
    // The body of a nest is written at the nest's own depth; Python wants it deeper.
    const depth = "    ".repeat(this.nests.length);
    if (token?.kind === "nest-open") {
      this.nests.push(row);
      return `${depth}${indentOf(this.line(row))}while ${this.name("nest", row, token)}:`;
    }
    const written = this.replaced(row);
    return this.slice.lexed.lines[row]?.inString || written.trim() === "" ? written : depth + written;
  }

  private line(row: number): string {
    return this.slice.lines[row] ?? "";
  }

  /** The token that a line consists of. */
  private tokenAlone(row: number): PatternToken | undefined {
    const [token, ...more] = this.tokens.get(row) ?? [];
    const isAlone =
      token && more.length === 0 && this.line(row).trim() === this.slice.source.slice(token.start, token.end);
    return isAlone ? token : undefined;
  }

  private replaced(row: number): string {
    const line = this.line(row);
    const start = this.starts.startOf(row) + this.starts.lineAt(row).length - line.length;
    let written = "";
    let done = 0;
    for (const token of this.tokens.get(row) ?? []) {
      written += line.slice(done, token.start - start) + this.placeholder(row, token);
      done = token.end - start;
    }
    return written + line.slice(done);
  }

  private placeholder(row: number, token: PatternToken): string {
    if (token.kind === "ellipsis") return "...";
    if (token.kind === "nest-close") return ")";
    if (token.kind === "nest-open") return `${this.name("nest", row, token)}(`;
    return dotsFor(this.slice, row, token, this.name("dots", row, token));
  }

  private name(kind: "dots" | "nest", row: number, { atLeastOne }: PatternToken): string {
    const line = this.slice.rows[row]?.line ?? 0;
    const number = (this.counts.get(line) ?? 0) + 1;
    this.counts.set(line, number);
    return `osfix_${kind}${kind === "nest" && atLeastOne ? "_some" : ""}_${line}_${number}`;
  }

  private error(row: number, message: string): Error {
    return this.slice.text.error({ line: this.slice.rows[row]?.line ?? 1, column: 2 }, message);
  }
}

const indentOf = (line: string): string => /^[ \t]*/.exec(line)?.[0] ?? "";

/** Where dots do not parse as a name, the construct that does. */
function dotsFor(slice: SliceLines, row: number, token: PatternToken, name: string): string {
  if (token.bracket)
    return token.bracket.symbol === "{" && isPairPlace(slice.source, token) ? `**${name}` : name;
  const line = slice.lines[row] ?? "";
  if (line.trim() !== "...") return name;
  const indent = indentOf(line);
  const neighbour = (step: number): string => {
    for (let at = row + step; at >= 0 && at < slice.lines.length; at += step) {
      const other = slice.lines[at] ?? "";
      if (other.trim() !== "" && indentOf(other).length <= indent.length && !slice.lexed.lines[at]?.continued)
        return indentOf(other) === indent ? other.trim() : "";
    }
    return "";
  };
  if (neighbour(-1).startsWith("@")) return `@${name}`;
  const next = neighbour(1);
  if (/^(elif|else)\b/.test(next)) return `elif ${name}: pass`;
  if (/^(except|finally)\b/.test(next)) return `except ${name}: pass`;
  return name;
}

/** Whether dots in braces stand for pairs of a dictionary: not after a colon, and the braces hold a pair or nothing else. */
function isPairPlace(source: string, token: PatternToken): boolean {
  const before = source.slice(token.bracket?.start ?? 0, token.start).trimEnd();
  if (before.endsWith(":")) return false;
  const inside = source.slice((token.bracket?.start ?? 0) + 1);
  const close = inside.indexOf("}");
  return /:|^\s*\.\.\.\s*$/.test(inside.slice(0, close < 0 ? inside.length : close));
}
