import type { Item } from "./items.ts";
import { type Pattern, walkPattern } from "./pattern.ts";

/** Equal code; code on a context line is only ever the same as itself. */
export function samePlace(a: Pattern, b: Pattern): boolean {
  const contextA = isContext(a);
  if (contextA !== isContext(b)) return false;
  if (contextA) return a.line.line === b.line.line && a.column === b.column && a.node.type === b.node.type;
  return a.key === b.key;
}

const isContext = (pattern: Pattern): boolean =>
  pattern.line.mark !== "minus" && pattern.line.mark !== "plus";

/** As `similarPatterns`, of items; trivia resembles nothing. */
export function similarItems(a: Item, b: Item): number {
  return a.kind === "statement" && b.kind === "statement" ? similarPatterns(a.pattern, b.pattern) : 0;
}

/** Share of tokens in common, 0 to 1; 0 for code of another kind. */
export function similarPatterns(a: Pattern, b: Pattern): number {
  if (a.kind === "definition" && b.kind === "definition")
    return a.type === b.type && a.name.key === b.name.key ? 1 : 0;
  if (a.kind !== b.kind || a.node.type !== b.node.type) return 0;
  if (a.node.type === "keyword_argument" && a.children[0]?.key !== b.children[0]?.key) return 0;
  const tokens = (pattern: Pattern): string[] =>
    [...walkPattern(pattern)].filter((part) => part.children.length === 0).map((part) => part.key);
  const left = tokens(a);
  const right = tokens(b);
  const rest = [...right];
  let common = 0;
  for (const token of left) {
    const at = rest.indexOf(token);
    if (at >= 0) {
      rest.splice(at, 1);
      common++;
    }
  }
  const share = (2 * common) / (left.length + right.length);
  return share >= 0.4 ? share : 0;
}
