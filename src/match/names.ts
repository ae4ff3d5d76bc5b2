import type { SyntaxTree } from "../parse/tree.ts";
import { type Pattern, walkPattern } from "../smpl/pattern.ts";

const COUNTS = new WeakMap<SyntaxTree, Map<string, number>>();

/** How often a text holds a word, as a substring; counted once for each text. */
export function occurrenceCount(tree: SyntaxTree, word: string): number {
  let counts = COUNTS.get(tree);
  if (!counts) {
    counts = new Map();
    COUNTS.set(tree, counts);
  }
  let count = counts.get(word);
  if (count === undefined) {
    count = 0;
    for (let at = tree.text.indexOf(word); at >= 0; at = tree.text.indexOf(word, at + word.length)) count++;
    counts.set(word, count);
  }
  return count;
}

const NAMES = new WeakMap<Pattern, readonly string[]>();

/**
 * The names that any match of a pattern must hold.
 *
 * A name inside a nest may be missing, and a name in a string may be spelt otherwise, so neither counts.
 */
export function requiredNames(pattern: Pattern): readonly string[] {
  let names = NAMES.get(pattern);
  if (!names) {
    const found = new Set<string>();
    for (const part of requiredParts(pattern))
      if (part.kind === "code" && part.type === "identifier") found.add(part.node.text);
    names = [...found];
    NAMES.set(pattern, names);
  }
  return names;
}

function* requiredParts(pattern: Pattern): Generator<Pattern> {
  if (pattern.kind === "nest" && !pattern.atLeastOne) return;
  yield pattern;
  for (const child of pattern.children) yield* requiredParts(child);
}

/** Whether the text holds every name that the pattern needs; a cheap way to know that it does not match. */
export function mayMatch(pattern: Pattern, tree: SyntaxTree): boolean {
  return requiredNames(pattern).every((name) => occurrenceCount(tree, name) > 0);
}

/** The required name that the text holds least often. For a definition its own name decides at once. */
export function rarestName(pattern: Pattern, tree: SyntaxTree): string | undefined {
  if (pattern.kind === "definition" && pattern.name.kind === "code") return pattern.name.node.text;
  let best: string | undefined;
  for (const name of requiredNames(pattern))
    if (best === undefined || occurrenceCount(tree, name) < occurrenceCount(tree, best)) best = name;
  return best;
}

/** The names of all definitions in a pattern. */
export function definitionNames(root: Pattern): readonly string[] {
  return [...walkPattern(root)].flatMap((part) =>
    part.kind === "definition" && part.name.kind === "code" ? [part.name.node.text] : [],
  );
}
