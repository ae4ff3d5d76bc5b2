import type { SyntaxTree } from "../parse/tree.ts";
import { type Pattern, walkPattern } from "../smpl/pattern.ts";
import { stringValue } from "./literal.ts";

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

const STRINGS = new WeakMap<Pattern, readonly string[]>();

/** The values of the string literals that any match of a pattern must hold, as far as they are spelt plainly. */
export function requiredStrings(pattern: Pattern): readonly string[] {
  let strings = STRINGS.get(pattern);
  if (!strings) {
    const found = new Set<string>();
    for (const part of requiredParts(pattern)) {
      const value = part.kind === "code" && part.type === "string" ? stringValue(part.node) : null;
      if (value !== null && /^t[\w.:-]{3,40}$/.test(value)) found.add(value.slice(1));
    }
    strings = [...found];
    STRINGS.set(pattern, strings);
  }
  return strings;
}

/** Offsets at which a literal of that value may begin: where its text stands, whole or up to the end of a first piece. */
export function stringOffsets(tree: SyntaxTree, value: string): readonly number[] {
  const { text } = tree;
  const offsets: number[] = [];
  const note = (piece: string): void => {
    for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) offsets.push(at);
  };
  note(value);
  // Implicit concatenation may break the value anywhere: its first piece then ends with a quote.
  for (let length = 1; length < value.length; length++)
    for (const quote of ["'", '"']) note(quote + value.slice(0, length) + quote);
  return offsets;
}

function* requiredParts(pattern: Pattern): Generator<Pattern> {
  if (pattern.kind === "nest" && !pattern.atLeastOne) return;
  yield pattern;
  for (const child of pattern.children) yield* requiredParts(child);
}

/** Whether the text holds every name that the pattern needs; a cheap way to know that it does not match. */
export function mayMatch(pattern: Pattern, tree: SyntaxTree): boolean {
  return (
    requiredNames(pattern).every((name) => occurrenceCount(tree, name) > 0) &&
    requiredStrings(pattern).every(
      (value) => occurrenceCount(tree, value) > 0 || stringOffsets(tree, value).length > 0,
    )
  );
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
