import type { PlacedFunction, ProjectFacts } from "./project.ts";
import { pathsWithWord } from "./word-index.ts";

/** The names that follow a line `@property` anywhere in the tree. */
export function namesOfProperties(project: ProjectFacts): ReadonlySet<string> {
  return project.onceOfTexts("names of properties", () => {
    const names = new Set<string>();
    for (const word of ["property", "cached_property"])
      for (const path of pathsWithWord(project, word))
        for (const [, name] of (project.text(path) ?? "").matchAll(PROPERTY)) names.add(name ?? "");
    return names;
  });
}

const PROPERTY = /^[ \t]*@(?:property|(?:functools\.)?cached_property)\s+(?:@.*\n\s*)*def (\w+)\(/gm;

/** Whether a definition is a property by its only decorator. */
export function isProperty({ function: { decorators } }: PlacedFunction): boolean {
  const [only, ...more] = decorators;
  return more.length === 0 && /^(property|(functools\.)?cached_property)$/.test(only?.name ?? "");
}
