import type { SyntaxTree } from "../parse/tree.ts";
import { type Pattern, walkPattern } from "../smpl/pattern.ts";
import { placesOf } from "../text/places.ts";
import { literalValue } from "./literal.ts";

/** What is known of the words of a text; each is looked for once. */
interface Words {
  readonly held: Map<string, boolean>;
  readonly counts: Map<string, number>;
}

const WORDS = new WeakMap<SyntaxTree, Words>();

function wordsOf(tree: SyntaxTree): Words {
  let words = WORDS.get(tree);
  if (!words) {
    words = { held: new Map(), counts: new Map() };
    WORDS.set(tree, words);
  }
  return words;
}

/** Whether a text holds a word, as a substring. */
export function holdsWord(tree: SyntaxTree, word: string): boolean {
  const { held } = wordsOf(tree);
  let found = held.get(word);
  if (found === undefined) {
    found = tree.text.includes(word);
    held.set(word, found);
  }
  return found;
}

/** How often a text holds a word, as a substring. */
function countWord(tree: SyntaxTree, word: string): number {
  const { counts } = wordsOf(tree);
  let count = counts.get(word);
  if (count === undefined) {
    count = 0;
    for (const _ of placesOf(tree.text, word)) count++;
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
      const value = part.kind === "code" && part.type === "string" ? literalValue(part.node) : null;
      if (value !== null && /^t[\w.:-]{3,40}$/.test(value)) found.add(value.slice(1));
    }
    strings = [...found];
    STRINGS.set(pattern, strings);
  }
  return strings;
}

/** A text without a literal that begins like the value has no longer piece of it. */
const BEGINNING = 3;

/** Offsets at which a literal of that value may begin: where its text stands, whole or up to the end of a first piece. */
export function stringOffsets(tree: SyntaxTree, value: string): readonly number[] {
  const { text } = tree;
  const offsets: number[] = [];
  const note = (piece: string): void => {
    for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) offsets.push(at);
  };
  note(value);
  // Implicit concatenation may break the value anywhere: its first piece then ends with a quote.
  for (const quote of ["'", '"']) {
    const isBegun = text.includes(quote + value.slice(0, BEGINNING));
    const longest = isBegun ? value.length - 1 : BEGINNING - 1;
    for (let length = 1; length <= longest; length++) note(quote + value.slice(0, length) + quote);
  }
  return offsets;
}

function requiredParts(pattern: Pattern): Generator<Pattern> {
  return walkPattern(pattern, (part) => part.kind === "nest" && !part.atLeastOne);
}

/** Whether the text holds every name that the pattern needs; a cheap way to know that it does not match. */
export function mayMatch(pattern: Pattern, tree: SyntaxTree): boolean {
  return (
    requiredNames(pattern).every((name) => holdsWord(tree, name)) &&
    requiredStrings(pattern).every((value) => holdsWord(tree, value) || stringOffsets(tree, value).length > 0)
  );
}

/** The required name that the text holds least often. For a definition its own name decides at once. */
export function rarestName(pattern: Pattern, tree: SyntaxTree): string | undefined {
  if (pattern.kind === "definition" && pattern.name.kind === "code") return pattern.name.node.text;
  const [only, ...others] = requiredNames(pattern);
  let best = only;
  for (const name of others)
    if (best === undefined || countWord(tree, name) < countWord(tree, best)) best = name;
  return best;
}
