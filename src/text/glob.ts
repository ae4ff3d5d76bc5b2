/**
 * A glob over paths with `/` as a regular expression on the whole path.
 *
 * `**` is any run of folders or characters, `*` any run of characters but `/`, `?` one of them, `{a,b}` one of two. A
 * glob without `/` fits the last name of a path, one that ends with `/` all that is below a folder.
 */
export function globExpression(glob: string): RegExp {
  const whole = glob.endsWith("/") ? `${glob}**` : glob;
  const body = [...whole.matchAll(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[^*?{]+|\{/g)]
    .map(([piece]) => expressionOf(piece))
    .join("");
  return new RegExp(whole.includes("/") ? `^${body}$` : `^(?:.*/)?${body}$`, "su");
}

function expressionOf(piece: string): string {
  if (piece === "**/") return "(?:.*/)?";
  if (piece === "**") return ".*";
  if (piece === "*") return "[^/]*";
  if (piece === "?") return "[^/]";
  if (piece.startsWith("{") && piece.endsWith("}"))
    return `(?:${piece.slice(1, -1).split(",").map(literal).join("|")})`;
  return literal(piece);
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
