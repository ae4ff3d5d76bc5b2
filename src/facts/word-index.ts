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
  const index = project.once("words", () => indexWords(project));
  return index.get(word) ?? [];
}

function indexWords(project: ProjectFacts): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const path of project.sources.paths) {
    if (!path.endsWith(".py") || isTestPath(path)) continue;
    const text = project.text(path) ?? "";
    for (const match of text.matchAll(WORD)) {
      const held = index.get(match[0]);
      if (!held) index.set(match[0], [path]);
      else if (held.at(-1) !== path) held.push(path);
    }
  }
  return index;
}
