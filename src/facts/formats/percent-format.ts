/** One `%…` of a format string, as the language reference's "printf-style String Formatting" reads it. */
export interface Placeholder {
  /** Offset in the format's value. */
  readonly at: number;
  readonly text: string;
  /** The mapping key of `%(key)s`; `undefined` for `%s`. */
  readonly key: string | undefined;
  /** Arguments it takes from a tuple: one, and one more for each `*`. */
  readonly takes: number;
}

/** A `%` that starts no placeholder, or one that swallows a letter of the text. */
export interface BrokenPlaceholder {
  readonly at: number;
  readonly text: string;
  readonly reason: string;
}

/** A format string as `%` reads it. */
export interface PercentFormat {
  readonly placeholders: readonly Placeholder[];
  readonly broken: readonly BrokenPlaceholder[];
  /** Keys of the named placeholders, each once, in text order. */
  readonly keys: readonly string[];
  /** Arguments that the unnamed placeholders take together. */
  readonly takes: number;
}

const PLACEHOLDER = /%(?:\(([^()]*)\))?([#0\- +]*)(\*|\d+)?(?:\.(\*|\d+))?[hlL]?([a-zA-Z%]?)/g;
const CONVERSIONS = "diouxXeEfFgGcrsa";

/** Reads a format string. Never throws: what Python would refuse is listed as broken. */
export function readPercentFormat(format: string): PercentFormat {
  const placeholders: Placeholder[] = [];
  const broken: BrokenPlaceholder[] = [];
  for (const match of format.matchAll(PLACEHOLDER)) {
    const [text, key, flags = "", width, precision, conversion = ""] = match;
    const at = match.index;
    if (conversion === "%" && key === undefined) continue;
    const reason = brokenReason(format, at + text.length, key, flags, conversion);
    if (reason) {
      const shown = key === undefined ? format.slice(at, at + 12) : text;
      broken.push({ at, text: shown, reason });
      if (key === undefined) continue;
    }
    placeholders.push({ at, text, key, takes: 1 + (width === "*" ? 1 : 0) + (precision === "*" ? 1 : 0) });
  }
  const keys = [...new Set(placeholders.flatMap(({ key }) => (key === undefined ? [] : [key])))];
  const takes = placeholders.reduce((sum, { key, takes }) => sum + (key === undefined ? takes : 0), 0);
  return { placeholders, broken, keys, takes };
}

function brokenReason(
  format: string,
  end: number,
  key: string | undefined,
  flags: string,
  conversion: string,
): string | undefined {
  if (conversion === "" || !CONVERSIONS.includes(conversion)) return "it has no conversion type";
  // `%(name) and` is valid: flag " ", conversion "a". Nobody means it.
  if (key !== undefined && flags.includes(" ") && /[a-z]/i.test(format.charAt(end)))
    return "it takes the next word's first letter for its conversion type";
  // `%(name)unexpected`: no unit is written like this behind a `u`, `o`, `e`, `g`, `c` or `a`
  if (key !== undefined && /[uoegca]/.test(conversion) && /^[a-z]{3}/.test(format.slice(end)))
    return "it takes the next word's first letter for its conversion type";
  return undefined;
}
