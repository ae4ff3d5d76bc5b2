import type { Match } from "../match/binding.ts";
import { lexPattern } from "../smpl/lexer.ts";
import { type Pattern, walkPattern } from "../smpl/pattern.ts";
import type { Slice } from "../smpl/slice.ts";
import { LineIndex } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { WIDTH } from "../text/width.ts";
import { foldLine } from "./fold.ts";
import { strength, strengthWantedAt } from "./precedence.ts";
import type { Target } from "./target.ts";
import { RewriteRefused } from "./target.ts";

/** Values for settings, as Python string literals. */
export type SettingLiterals = ReadonlyMap<string, string>;

/** The code that one match writes: the plus slice with its metavariables and dots filled in. */
export class Renderer {
  private readonly slice: Slice;
  private readonly match: Match;
  private readonly settings: SettingLiterals;
  /** Dots that the change moves: plus dots -> minus dots. */
  private readonly moved: ReadonlyMap<Pattern, Pattern>;

  constructor(slice: Slice, match: Match, settings: SettingLiterals, moved: ReadonlyMap<Pattern, Pattern>) {
    this.slice = slice;
    this.match = match;
    this.settings = settings;
    this.moved = moved;
  }

  /** The code of one pattern, its later lines still at the columns they have in the patch. */
  code(pattern: Pattern, target: Target): string {
    return this.between(pattern.node.start, pattern.node.end, [pattern], target);
  }

  /** The plus slice's text between two offsets, filled in. */
  between(start: number, end: number, patterns: readonly Pattern[], target: Target): string {
    const text = this.slice.tree.text;
    let written = "";
    let done = start;
    for (const pattern of patterns)
      for (const part of walkPattern(pattern)) {
        const quoted = part.node.type === "string" ? inHouseQuotes(part.node.text, target) : undefined;
        if (quoted === undefined && (part.kind === "code" || part.kind === "definition")) continue;
        written += text.slice(done, part.node.start) + (quoted ?? this.filled(part, target));
        done = part.node.end;
      }
    return written + text.slice(done, end);
  }

  private filled(pattern: Pattern, target: Target): string {
    if (pattern.kind === "meta") {
      const literal =
        pattern.variable.kind === "setting" ? this.settings.get(pattern.variable.name) : undefined;
      if (literal !== undefined) return literal;
      const nodes = this.match.metavariable(pattern.variable.name);
      const [only, other] = nodes ?? [];
      if (only && !other && strength(only) < strengthWantedAt(pattern.node))
        return `(${this.sourceOf([only], target)})`;
      if (nodes) return this.sourceOf(nodes, target);
    }
    const minus = this.moved.get(pattern);
    const pairing = minus && this.match.pairingOf(minus);
    if (!pairing)
      throw new RewriteRefused(
        `"${pattern.line.text.trim()}" writes code that nothing in the match stands for`,
      );
    return this.sourceOf(pairing.nodes, target);
  }

  private sourceOf(nodes: readonly Span[], target: Target): string {
    const first = nodes[0];
    return first ? target.text.slice(first.start, nodes.at(-1)?.end) : "";
  }
}

/** A plain single-quoted literal in double quotes, where the file writes its literals so. */
function inHouseQuotes(literal: string, target: Target): string | undefined {
  const plain = /^'([^'"\\\n]*)'$/.exec(literal);
  return plain && target.prefersDoubleQuotes ? `"${plain[1]}"` : undefined;
}

/**
 * Lines of code moved from the patch's columns to the target's.
 *
 * @param code text whose first line begins at `from` columns in the patch
 * @param indent the indentation of the target's block; lines of the code keep their depth below it
 * @returns the lines without the first one's indentation
 */
export function reindent(code: string, from: number, indent: string, target: Target): readonly string[] {
  const { lines } = lexPattern(code);
  const index = new LineIndex(code);
  let logical = { patch: from, target: indent };
  const moved = (line: string, row: number): string => {
    const column = line.length - line.trimStart().length;
    if (lines[row]?.continued)
      return logical.target + " ".repeat(Math.max(0, column - logical.patch)) + line.trimStart();
    const depth = Math.max(0, column - from);
    const unit = target.unit.repeat(Math.floor(depth / 4)) + " ".repeat(depth % 4);
    logical = { patch: column, target: indent + unit };
    return logical.target + line.trimStart();
  };
  return Array.from({ length: index.count }, (_, row) => {
    const line = index.lineAt(row);
    if (row === 0) return foldFirst(line, from, indent);
    if (lines[row]?.inString) return [line];
    if (line.trim() === "") return [""];
    const written = moved(line, row);
    // Only what the move made too long is broken: the patch's own long lines are its own affair.
    return line.length <= WIDTH && !lines[row + 1]?.inString
      ? foldLine(written, lines[row]?.continued ?? false)
      : [written];
  }).flat();
}

/** The first line is given without its indentation, and comes back so. */
function foldFirst(line: string, from: number, indent: string): readonly string[] {
  if (from + line.length > WIDTH) return [line];
  const [first = "", ...more] = foldLine(indent + line, false);
  return [first.slice(indent.length), ...more];
}
