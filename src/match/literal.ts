import type { SyntaxNode } from "../parse/tree.ts";

const PIECE = /^([A-Za-z]*)("""|'''|"|')([\s\S]*)\2$/;
const ESCAPE = /\\(\r\n|\n|[\\'"abfnrtv]|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/g;
const SIMPLE: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/**
 * What a string literal means, so that quote style, a `u` prefix, escapes and implicit concatenation do not matter: a
 * letter for its kind (`t` text, `b` bytes, `f` formatted), then its value. For names of options and locks, which rules
 * compare with words of their own, there is the plainer `stringValue` of the facts.
 *
 * Bytes and text differ; a literal with interpolations is compared by its source, as only its own spelling is sure to
 * mean the same. Null for a node that is no string literal.
 */
export function literalValue(node: SyntaxNode): string | null {
  if (node.type === "string") return pieceValue(node.text);
  if (node.type !== "concatenated_string") return null;
  const pieces = node.children
    .filter((child) => child.type === "string")
    .map((child) => pieceValue(child.text));
  const kinds = new Set(pieces.map((piece) => piece.charAt(0)));
  return kinds.size === 1
    ? pieces.map((piece, at) => (at === 0 ? piece : piece.slice(1))).join("")
    : pieces.join("");
}

/** One literal: a letter for its kind (text, bytes, formatted), then its value. */
function pieceValue(source: string): string {
  // Python reads every line ending in a literal as LF.
  const parts = PIECE.exec(source.replace(/\r\n?/g, "\n"));
  if (!parts) return `?${source}`;
  const prefix = (parts[1] ?? "").toLowerCase();
  const body = parts[3] ?? "";
  if (prefix.includes("f")) return `f${body}`;
  const kind = prefix.includes("b") ? "b" : "t";
  return kind + (prefix.includes("r") ? body : body.replace(ESCAPE, characterOf));
}

function characterOf(_all: string, code: string): string {
  if (code.includes("\n")) return "";
  const simple = SIMPLE[code];
  if (simple !== undefined) return simple;
  if (/^[xuU]/.test(code))
    return String.fromCodePoint(Math.min(Number.parseInt(code.slice(1), 16), 0x10ffff));
  if (/^[0-7]/.test(code)) return String.fromCodePoint(Number.parseInt(code, 8));
  return code;
}
