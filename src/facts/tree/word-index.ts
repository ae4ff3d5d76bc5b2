import { addTo } from "../../text/multimap.ts";
import { hasWordOnce } from "../../text/places.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { ProjectFacts } from "./project.ts";

/** Words of Python text: names, and the words of strings and comments too. */
const WORD = /[A-Za-z_]\w*/g;

/**
 * Python files outside of tests whose text holds the word, sorted.
 *
 * The whole tree is read once, on the first question; every further one costs a look-up.
 */
export function pathsWithWord(project: ProjectFacts, word: string): readonly string[] {
  return wordIndex(project).get(word) ?? [];
}

/** Whether the tree says a name at one place of a module only: no class or module can have it. */
export function isSaidHereAlone(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  const paths = pathsWithWord(project, name);
  return paths.length === 1 && paths[0] === module.path && hasWordOnce(module.text, name);
}

/**
 * Python files outside of tests that may hold a literal, by one of the words in it: few where that word is rare; undefined
 * where the literal has none.
 */
export function pathsThatMayHold(project: ProjectFacts, literal: string): Iterable<string> | undefined {
  const part = rarestPart(literal);
  if (!part) return undefined;
  const index = wordIndex(project);
  if (part.isWhole) return index.get(part.text) ?? [];
  const words = project.onceOfTexts("list of words", () => [...index.keys()]);
  return new Set(words.filter(part.fits).flatMap((word) => index.get(word) ?? []));
}

/** A word in a literal, or the part of one that the literal begins or ends with. */
interface WordPart {
  readonly text: string;
  readonly isWhole: boolean;
  readonly fits: (word: string) => boolean;
}

/** The longest; words of Python itself are in every file. */
function rarestPart(literal: string): WordPart | undefined {
  const words = [...literal.matchAll(WORD)].filter(([word]) => !STATEMENTS.test(word));
  const [longest] = words.sort(([a], [b]) => b.length - a.length);
  if (!longest) return undefined;
  const [text] = longest;
  const isBegun = longest.index > 0 && !/\w/.test(literal.charAt(longest.index - 1));
  const isEnded = longest.index + text.length < literal.length;
  const fits = isBegun
    ? (word: string) => word.startsWith(text)
    : (word: string) => (isEnded ? word.endsWith(text) : word.includes(text));
  return { text, isWhole: isBegun && isEnded, fits };
}

const STATEMENTS = /^(?:from|import|def|class|return|self)$/;

/** Every word of the tree with the files that hold it, outside of tests. */
export function wordIndex(project: ProjectFacts): ReadonlyMap<string, readonly string[]> {
  return project.onceOfTexts("words", () => indexWords(project, (text) => text.match(WORD) ?? []));
}

/** Python files outside of tests with a `def` of the name, sorted. */
export function pathsDefining(project: ProjectFacts, name: string): readonly string[] {
  return (
    project
      .onceOfTexts("words after def", () => indexWords(project, (text) => groups(text, DEFINED)))
      .get(name) ?? []
  );
}

/** Python files outside of tests that give the name a value (`name = …` or `thing.name = …`), sorted. */
export function pathsAssigning(project: ProjectFacts, name: string): readonly string[] {
  return (
    project
      .onceOfTexts("words before =", () => indexWords(project, (text) => groups(text, ASSIGNED)))
      .get(name) ?? []
  );
}

/** Python files outside of tests with a class whose name is spelt so, capitals and underscores aside, sorted. */
export function pathsWithClass(project: ProjectFacts, spelling: string): readonly string[] {
  return (
    project
      .onceOfTexts("words after class", () =>
        indexWords(project, (text) => [...groups(text, CLASS)].map(plainName)),
      )
      .get(plainName(spelling)) ?? []
  );
}

/** Python files outside of tests with a class that has the word among its bases, sorted. */
export function pathsWithBase(project: ProjectFacts, word: string): readonly string[] {
  return project.onceOfTexts("words of bases", () => indexWords(project, wordsOfBases)).get(word) ?? [];
}

function* wordsOfBases(text: string): Generator<string> {
  for (const [, bases = ""] of text.matchAll(BASES)) yield* bases.match(WORD) ?? [];
}

/** A name without what tells a class's from a variable's. */
export function plainName(name: string): string {
  return name.replace(/[_.]/g, "").toLowerCase();
}

function* groups(text: string, pattern: RegExp): Generator<string> {
  for (const [whole, one, other] of text.matchAll(pattern)) yield one ?? other ?? whole;
}

const DEFINED = /\bdef[ \t]+([A-Za-z_]\w*)[ \t]*\(/g;
const CLASS = /^[ \t]*class[ \t]+([A-Za-z_]\w*)/gm;
const BASES = /^[ \t]*class[ \t]+\w+[ \t]*\(([^)]{0,1000}(?:\)[^):]{0,1000}){0,9})\)\s*:/gm;
const ASSIGNED = /\.([A-Za-z_]\w*)\s*=(?!=)|^ *([A-Za-z_]\w*) = /gm;

/** Where each of the words stands that `read` finds in a text. */
function indexWords(
  project: ProjectFacts,
  read: (text: string) => Iterable<string>,
): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const path of project.code) {
    const text = project.text(path) ?? "";
    for (const word of new Set(read(text))) addTo(index, word, path);
  }
  return index;
}
