/** More brackets than options and calls have in one another; many that never close would each be followed to the end. */
const MOST_OPEN = 30;

/**
 * Where a bracket that opens at `open` closes; the text's length when it never does, and where more than `MOST_OPEN`
 * brackets are open. Strings and comments are passed over.
 */
export function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at = after(text, at)) {
    depth += bracketAt(text, at);
    if (depth > MOST_OPEN || (depth === 0 && isCloser(text.charAt(at)))) return at;
  }
  return text.length;
}

/**
 * Where the logical line that holds `from` ends: a line break outside of brackets, strings and continuations, or where more
 * than `MOST_OPEN` brackets are open.
 */
export function statementEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at = after(text, at)) {
    depth += bracketAt(text, at);
    const isEnd = text.charAt(at) === "\n" && depth <= 0 && text.charAt(at - 1) !== "\\";
    if (isEnd || depth > MOST_OPEN) return at;
  }
  return text.length;
}

/** 1 for a bracket that opens, -1 for one that closes, 0 for anything else. */
function bracketAt(text: string, at: number): number {
  const unit = text.charAt(at);
  if (unit === "(" || unit === "[" || unit === "{") return 1;
  return isCloser(unit) ? -1 : 0;
}

function isCloser(unit: string): boolean {
  return unit === ")" || unit === "]" || unit === "}";
}

/** The arguments between a bracket that opens at `open` and the one that closes it. */
export function argumentsAt(text: string, open: number): readonly string[] {
  return splitArguments(text.slice(open + 1, closingBracket(text, open)));
}

/** The parts between commas outside of brackets and strings, trimmed; an empty last part is left out. */
export function splitArguments(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at = after(text, at)) {
    depth += bracketAt(text, at);
    if (depth === 0 && text.charAt(at) === ",") {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts.at(-1) === "" ? parts.slice(0, -1) : parts;
}

/** The text with its strings emptied and its comments taken out. */
export function withoutStrings(text: string): string {
  const kept: string[] = [];
  for (let at = 0; at < text.length; ) {
    const next = after(text, at);
    if (next === at + 1) kept.push(text.charAt(at));
    else if (text.charAt(at) !== "#") kept.push("''");
    at = next;
  }
  return kept.join("");
}

/** The text with its comments taken out and its strings kept. */
export function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const next = after(text, at);
    if (text.charAt(at) === "#") {
      kept.push(text.slice(from, at));
      from = next;
    }
    at = next;
  }
  return `${kept.join("")}${text.slice(from)}`;
}

/** The next offset: behind a whole string or comment, else one further. */
function after(text: string, at: number): number {
  const unit = text.charAt(at);
  if (unit === "#") {
    const end = text.indexOf("\n", at);
    return end < 0 ? text.length : end;
  }
  if (unit === "'" || unit === '"') return afterString(text, at, unit);
  return at + 1;
}

function afterString(text: string, at: number, quote: string): number {
  const long = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
  for (let inner = at + long.length; inner < text.length; inner++) {
    if (text.charAt(inner) === "\\") inner++;
    else if (text.startsWith(long, inner)) return inner + long.length;
    else if (long.length === 1 && text.charAt(inner) === "\n") return inner;
  }
  return text.length;
}
