import { addTo, groupBy } from "../../text/multimap.ts";
import { isLetterSlip, isSlip, wordWith } from "../module/slip.ts";
import type { ProjectFacts } from "./project.ts";
import { pathsDefining, pathsWithWord, wordIndex } from "./word-index.ts";

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
      addTo(ends, end, word);
    }
  }
  return ends;
}

/** The words of the tree that begin as one does and are at most two letters shorter or longer: a slip of it is among them. */
export function wordsNear(project: ProjectFacts, name: string): readonly string[] {
  const known = project.onceOfTexts("words by first letter and length", () => wordsByLength(project));
  const lengths = [-2, -1, 0, 1, 2].map((more) => name.length + more);
  return lengths.flatMap((length) => known.get(`${name.charAt(0)}${length}`) ?? []);
}

function wordsByLength(project: ProjectFacts): ReadonlyMap<string, readonly string[]> {
  return groupBy(wordIndex(project).keys(), (word) => `${word.charAt(0)}${word.length}`);
}

/**
 * Whether a name is another one with a letter missing or there twice, or with two that changed places, and this makes
 * no word of the tree.
 */
export function isLikelySlip(project: ProjectFacts, written: string, meant: string): boolean {
  if (!isLetterSlip(written, meant)) return false;
  const word = wordWith(meant, written);
  // `get_stats` is no slip of `get_status`
  return word === written || pathsWithWord(project, word).length === 0;
}
