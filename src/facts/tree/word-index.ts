import { isTestPath } from "../module/module-names.ts";
import { isSlip } from "../module/slip.ts";
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

function wordIndex(project: ProjectFacts): ReadonlyMap<string, readonly string[]> {
  return project.onceOfTexts("words", () => indexWords(project, (text) => text.match(WORD) ?? []));
}

/**
 * Names of the tree that a slip of the finger turns into this one: such as stand in three files at least, or that a `def`
 * defines. Short names and such without an underscore are left out, they are too near each other.
 */
export function slipsFrom(project: ProjectFacts, name: string): readonly string[] {
  const near = project.onceOfTexts("long names by their ends", () => longNamesByEnd(project));
  // a slip leaves one of the two ends as it is
  const alike = [...(near.get(name.slice(0, END)) ?? []), ...(near.get(`$${name.slice(-END)}`) ?? [])];
  return [...new Set(alike)].filter((other) => isSlip(name, other));
}

const END = 5;

function longNamesByEnd(project: ProjectFacts): ReadonlyMap<string, readonly string[]> {
  const ends = new Map<string, string[]>();
  for (const [word, paths] of wordIndex(project)) {
    if (word.length < 2 * END - 1 || !word.includes("_") || !/^[a-z_]+$/.test(word)) continue;
    if (paths.length < 3 && pathsDefining(project, word).length === 0) continue;
    for (const end of [word.slice(0, END), `$${word.slice(-END)}`]) {
      const held = ends.get(end);
      if (held) held.push(word);
      else ends.set(end, [word]);
    }
  }
  return ends;
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
  for (const path of project.sources.paths) {
    if (!path.endsWith(".py") || isTestPath(path)) continue;
    const text = project.text(path) ?? "";
    for (const word of new Set(read(text))) {
      const held = index.get(word);
      if (held) held.push(path);
      else index.set(word, [path]);
    }
  }
  return index;
}

/**
 * Whether all that the tree does with a name of an object is to call it, at two other places at least, and no definition
 * of it is decorated: the name is a method's, whatever the object is.
 *
 * A place of the module that does not call it is the one that is asked about.
 */
export function onlyCalled(project: ProjectFacts, module: { readonly path: string }, name: string): boolean {
  const uses = project.onceOfTexts(`uses of ${name}`, () => usesOf(project, name));
  return !uses.isDecorated && !uses.isNamed && uses.calls.length > 1 && isAlone(uses.reads, module.path);
}

/** The other way round: whether the tree only reads the name, at two other places at least, and calls it at the one of the module. */
export function onlyRead(project: ProjectFacts, module: { readonly path: string }, name: string): boolean {
  const uses = project.onceOfTexts(`uses of ${name}`, () => usesOf(project, name));
  return uses.reads.length > 1 && isAlone(uses.calls, module.path);
}

function isAlone([only, ...more]: readonly string[], path: string): boolean {
  return only === path && more.length === 0;
}

/** What the tree does with a name of objects; places by the paths of their modules. */
interface Uses {
  readonly calls: readonly string[];
  readonly reads: readonly string[];
  /** A definition has a decorator, which may be that of a property. */
  readonly isDecorated: boolean;
  /** The name is also a variable's, a keyword's or a text's. */
  readonly isNamed: boolean;
}

function usesOf(project: ProjectFacts, name: string): Uses {
  const used = new RegExp(`\\.${name}\\b[ \\t]*(\\(?)`, "g");
  const named = new RegExp(`(?:^|[^.\\w])${name}[ \\t]*(?:=[^=]|:)|['"]${name}['"]`);
  const decorated = new RegExp(`@[^\\n]*\\n\\s*def ${name}\\b`);
  const texts = pathsWithWord(project, name).map((path) => ({ path, text: project.text(path) ?? "" }));
  const places = texts.flatMap(({ path, text }) =>
    [...text.matchAll(used)].map(([, bracket]) => ({ path, isCall: bracket === "(" })),
  );
  return {
    calls: places.flatMap(({ path, isCall }) => (isCall ? [path] : [])),
    reads: places.flatMap(({ path, isCall }) => (isCall ? [] : [path])),
    isDecorated: texts.some(({ text }) => decorated.test(text)),
    isNamed: texts.some(({ text }) => named.test(text)),
  };
}
