/** How a report is drawn. It never changes what is said. */
export interface Style {
  readonly color: boolean;
  /** Columns of the terminal; Infinity where lines may be as long as they are. */
  readonly width: number;
  /** -1: only what needs attention; 0: one line a patch; 1: all. */
  readonly verbosity: number;
}

/** A finished report: data, words beside the data, and the exit status that goes with them. */
export interface Rendered {
  readonly out: string | Uint8Array;
  readonly err: string;
  readonly exitStatus: number;
}

/** The colours and weights that a report uses. */
export type Tint = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

const CODES: Readonly<Record<Tint, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
};

/** The text in a colour, where colours are wanted. */
export function tint(style: Style, how: Tint, text: string): string {
  const [on, off] = CODES[how];
  return style.color && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;
}

/**
 * Text of a tree made harmless for a terminal: control characters and those that turn the writing direction are shown
 * as escapes. Line feeds stay only where `lines` says so.
 */
export function printable(text: string, lines: "one line" | "lines" = "one line"): string {
  // Written as properties: control and format characters, and the line and paragraph separators.
  const unsafe = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
  return text.replaceAll("\t", "    ").replace(unsafe, (character) => {
    if (character === "\n" && lines === "lines") return character;
    const code = character.charCodeAt(0);
    return code < 0x100
      ? `\\x${code.toString(16).padStart(2, "0")}`
      : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

/** The text cut to a width, with an ellipsis where something is missing. */
export function clip(text: string, width: number): string {
  if (text.length <= width) return text;
  return width < 1 ? "" : `${text.slice(0, width - 1)}…`;
}

/** The text's end, as much as fits, with an ellipsis where something is missing. */
export function clipStart(text: string, width: number): string {
  if (text.length <= width) return text;
  return width < 1 ? "" : `…${text.slice(text.length - width + 1)}`;
}

/** The text in lines of at most `width`, broken at blanks, each with `indent` in front. */
export function wrap(text: string, indent: string, width: number): readonly string[] {
  const room = Math.max(20, width - indent.length);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => `${indent}${each}`.trimEnd());
}
