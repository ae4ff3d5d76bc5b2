/** An operator of the pattern language found in a slice, outside strings and comments. */
export interface PatternToken {
  readonly kind: "dots" | "ellipsis" | "nest-open" | "nest-close";
  readonly atLeastOne: boolean;
  readonly start: number;
  readonly end: number;
  /** The innermost open bracket, if any, and where it opens. */
  readonly bracket: { readonly symbol: string; readonly start: number } | undefined;
}

/** What a line needs to know before its indentation may be touched. */
export interface LineContext {
  /** The line begins inside a triple-quoted string: its blanks are data. */
  readonly inString: boolean;
  /** The line begins inside brackets or after a backslash: it continues a logical line. */
  readonly continued: boolean;
}

/** What the lexer finds in a slice. */
export interface Lexed {
  readonly tokens: readonly PatternToken[];
  /** By row. */
  readonly lines: readonly LineContext[];
}

const OPERATORS: readonly string[] = ["\\...", "<+...", "<...", "...+>", "...>", "..."];

/** What a look at a pattern's text remembers on its way. */
interface Scan {
  readonly tokens: PatternToken[];
  readonly lines: LineContext[];
  readonly brackets: { symbol: string; start: number }[];
}

/**
 * Finds pattern operators and line contexts with just enough of Python's lexical rules; O(length).
 *
 * Written as a loop over characters: a regular expression with a group for each kind of token took longer than parsing.
 */
export function lexPattern(text: string): Lexed {
  const scan: Scan = { tokens: [], lines: [{ inString: false, continued: false }], brackets: [] };
  for (let at = 0; at < text.length; ) at = step(text, at, scan);
  return { tokens: scan.tokens, lines: scan.lines };
}

/** Takes in what begins at an offset; returns the offset after it. */
function step(text: string, at: number, { tokens, lines, brackets }: Scan): number {
  const char = text.charAt(at);
  switch (char) {
    case "\n":
      lines.push({ inString: false, continued: brackets.length > 0 || text.charAt(at - 1) === "\\" });
      return at + 1;
    case "#":
      return endOfLine(text, at);
    case "'":
    case '"': {
      const end = endOfString(text, at);
      for (let inside = at; inside < end; inside++)
        if (text.charAt(inside) === "\n") lines.push({ inString: true, continued: true });
      return end;
    }
    case "(":
    case "[":
    case "{":
      brackets.push({ symbol: char, start: at });
      return at + 1;
    case ")":
    case "]":
    case "}":
      brackets.pop();
      return at + 1;
    case "\\":
    case "<":
    case ".": {
      const operator = OPERATORS.find((one) => text.startsWith(one, at));
      if (operator === undefined) return at + 1;
      tokens.push({
        ...operatorOf(operator),
        start: at,
        end: at + operator.length,
        bracket: brackets.at(-1),
      });
      return at + operator.length;
    }
    default:
      return at + 1;
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

function operatorOf(operator: string): Pick<PatternToken, "kind" | "atLeastOne"> {
  if (operator.startsWith("\\")) return { kind: "ellipsis", atLeastOne: false };
  const atLeastOne = operator.includes("+");
  if (operator.startsWith("<")) return { kind: "nest-open", atLeastOne };
  if (operator.endsWith(">")) return { kind: "nest-close", atLeastOne };
  return { kind: "dots", atLeastOne };
}

/** Offset after a string literal whose quotes open at `start`; an unterminated one ends with its line (or the text). */
function endOfString(text: string, start: number): number {
  const single = text.charAt(start);
  const quote = text.startsWith(single.repeat(3), start) ? single.repeat(3) : single;
  for (let at = start + quote.length; at < text.length; at++) {
    if (text.charAt(at) === "\\") at++;
    else if (text.startsWith(quote, at)) return at + quote.length;
    else if (text.charAt(at) === "\n" && quote.length === 1) return at;
  }
  return text.length;
}
