import { ProjectFacts } from "../../src/facts/tree/project.ts";
import { sourcesFromTexts } from "../../src/facts/tree/source-reader.ts";
import { loadParser } from "../../src/parse/parser.ts";

const parser = await loadParser();

/** The facts of a tree that has these texts by path. */
export function projectOf(texts: Readonly<Record<string, string>>): ProjectFacts {
  return new ProjectFacts(sourcesFromTexts(texts), parser);
}
