import { isRun, type Pattern } from "../smpl/pattern.ts";

const KNOWN = new WeakMap<Pattern, boolean>();

/**
 * Whether a pattern matches a node in one way at most: what is matched after it can be tried once it has returned, and
 * needs no room on the stack below it.
 */
export function hasOneWay(pattern: Pattern): boolean {
  const known = KNOWN.get(pattern);
  if (known !== undefined) return known;
  const found = isOneWay(pattern);
  KNOWN.set(pattern, found);
  return found;
}

function isOneWay(pattern: Pattern): boolean {
  if (isRun(pattern)) return false;
  switch (pattern.kind) {
    case "dots":
    case "meta":
    case "nest":
      return true;
    case "code": {
      // a keyword with any name may stand for any of several
      const isAnyKeyword = pattern.type === "keyword_argument" && pattern.children[0]?.kind === "meta";
      return !isAnyKeyword && pattern.children.every(hasOneWay);
    }
    case "definition": {
      // a decorator of the pattern may stand for any of several
      const { decorators, name, signature, returns, body } = pattern;
      const parts = [name, signature, returns, body];
      return decorators.length === 0 && parts.every((part) => part === null || hasOneWay(part));
    }
  }
}
