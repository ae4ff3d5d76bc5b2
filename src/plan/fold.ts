import { WIDTH } from "../text/width.ts";

/** A place behind a comma where a line may be broken, and where the next line then begins. */
interface Break {
  readonly at: number;
  readonly depth: number;
  readonly column: number;
}

const TOKEN =
  /(?<string>[A-Za-z]{0,2}(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"))|(?<open>[([{])|(?<close>[)\]}])|(?<comma>, )|(?<comment>#.*)|./gsu;

/**
 * Breaks a line of inserted code that is too long behind a comma, the next line aligned with its bracket.
 *
 * @param continued whether the line begins inside brackets; its later lines then begin where it does
 * @returns the line itself where it fits or where there is no comma to break behind
 */
export function foldLine(line: string, continued: boolean): readonly string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > WIDTH) {
    const found = bestBreak(rest, continued || lines.length > 0);
    if (!found) break;
    lines.push(rest.slice(0, found.at));
    const next = " ".repeat(found.column) + rest.slice(found.at + 1);
    if (next.length >= rest.length) return [line];
    rest = next;
  }
  return [...lines, rest];
}

/** The last break that fits at the outermost bracket that has one. */
function bestBreak(line: string, continued: boolean): Break | undefined {
  const indent = line.length - line.trimStart().length;
  const columns = continued ? [indent] : [];
  let best: Break | undefined;
  for (const token of line.matchAll(TOKEN)) {
    const { open, close, comma, comment } = token.groups ?? {};
    if (comment !== undefined) break;
    if (open !== undefined) columns.push(token.index + 1);
    else if (close !== undefined) columns.pop();
    const column = columns.at(-1);
    const at = token.index + 1;
    if (comma === undefined || column === undefined || at > WIDTH || at <= indent) continue;
    if (!best || columns.length <= best.depth) best = { at, depth: columns.length, column };
  }
  return best;
}
