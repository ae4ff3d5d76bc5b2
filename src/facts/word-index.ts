import { isTestPath } from "./module-names.ts";
import type { ProjectFacts } from "./project.ts";

/** Words of Python text: names, and the words of strings and comments too. */
const WORD = /[A-Za-z_]\w*/g;

/**
 * Python files outside of tests whose text holds the word, sorted.
 *
 * The whole tree is read once, on the first question; every further one costs a look-up.
 */
export function pathsWithWord(project: ProjectFacts, word: string): readonly string[] {
  const index = project.once("words", () => indexWords(project, WORD));
  return index.get(word) ?? [];
}

/** Python files outside of tests with a `def` of the name, sorted. */
export function pathsDefining(project: ProjectFacts, name: string): readonly string[] {
  return project.once("words after def", () => indexWords(project, DEFINED)).get(name) ?? [];
}

/** Python files outside of tests that give the name a value (`name = …` or `thing.name = …`), sorted. */
export function pathsAssigning(project: ProjectFacts, name: string): readonly string[] {
  return project.once("words before =", () => indexWords(project, ASSIGNED)).get(name) ?? [];
}

const DEFINED = /\bdef ([A-Za-z_]\w*)\(/g;
const ASSIGNED = /\.([A-Za-z_]\w*)\s*=(?!=)|^ *([A-Za-z_]\w*) = /gm;

/** Where each word stands that the pattern matches, or one of its groups. */
function indexWords(project: ProjectFacts, pattern: RegExp): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const path of project.sources.paths) {
    if (!path.endsWith(".py") || isTestPath(path)) continue;
    const text = project.text(path) ?? "";
    for (const [whole, one, other] of text.matchAll(pattern)) {
      const word = one ?? other ?? whole;
      const held = index.get(word);
      if (!held) index.set(word, [path]);
      else if (held.at(-1) !== path) held.push(path);
    }
  }
  return index;
}
