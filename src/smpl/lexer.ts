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

export interface Lexed {
  readonly tokens: readonly PatternToken[];
  /** By row. */
  readonly lines: readonly LineContext[];
}

const TOKEN =
  /(?<comment>#[^\n]*)|(?<string>[A-Za-z]{0,3}(?:"""|'''|"|'))|(?<operator>\\\.\.\.|<\+?\.\.\.|\.\.\.\+?>|\.\.\.)|(?<open>[([{])|(?<close>[)\]}])|(?<newline>\\?\n)|(?<word>\w+)|./gsu;

/** Finds pattern operators and line contexts with just enough of Python's lexical rules; O(length). */
export function lexPattern(text: string): Lexed {
  const tokens: PatternToken[] = [];
  const lines: LineContext[] = [{ inString: false, continued: false }];
  const brackets: { symbol: string; start: number }[] = [];
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
    const { string, operator, open, close, newline } = found.groups ?? {};
    const start = found.index;
    if (string !== undefined) {
      const end = endOfString(text, start, string);
      for (const _ of text.slice(start, end).matchAll(/\n/g)) lines.push({ inString: true, continued: true });
      TOKEN.lastIndex = end;
    } else if (operator !== undefined) {
      tokens.push({ ...operatorOf(operator), start, end: start + operator.length, bracket: brackets.at(-1) });
    } else if (open !== undefined) brackets.push({ symbol: open, start });
    else if (close !== undefined) brackets.pop();
    else if (newline !== undefined)
      lines.push({ inString: false, continued: brackets.length > 0 || newline.length > 1 });
  }
  return { tokens, lines };
}

function operatorOf(operator: string): Pick<PatternToken, "kind" | "atLeastOne"> {
  if (operator.startsWith("\\")) return { kind: "ellipsis", atLeastOne: false };
  const atLeastOne = operator.includes("+");
  if (operator.startsWith("<")) return { kind: "nest-open", atLeastOne };
  if (operator.endsWith(">")) return { kind: "nest-close", atLeastOne };
  return { kind: "dots", atLeastOne };
}

/** Offset after a string literal that opens at `start`; an unterminated one ends with its line (or the text). */
function endOfString(text: string, start: number, opening: string): number {
  const quote = opening.replace(/^[A-Za-z]*/, "");
  for (let at = start + opening.length; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text.startsWith(quote, at)) return at + quote.length;
    else if (text[at] === "\n" && quote.length === 1) return at;
  }
  return text.length;
}
