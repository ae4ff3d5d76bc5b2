import { checkModule, type PlacedFinding } from "../../src/check/check-module.ts";
import { RuleFilter } from "../../src/check/rule-filter.ts";
import { ProjectFacts } from "../../src/facts/tree/project.ts";
import { sourcesFromTexts } from "../../src/facts/tree/source-reader.ts";
import type { Parser } from "../../src/parse/tree.ts";
import type { Rule } from "../../src/rule.ts";

/**
 * What rules find in a tree of these texts by path, in order of path and place.
 *
 * @throws what a rule throws
 */
export function findingsIn(
  texts: Readonly<Record<string, string>>,
  rules: readonly Rule[],
  parser: Parser,
): readonly PlacedFinding[] {
  const project = new ProjectFacts(sourcesFromTexts(texts), parser);
  const filter = new RuleFilter(rules);
  return Object.keys(texts)
    .filter((path) => path.endsWith(".py"))
    .sort()
    .flatMap((path) => {
      const { findings, failures } = checkModule(project, path, filter.asking(texts[path] ?? "", path));
      if (failures[0]) throw failures[0];
      return findings;
    })
    .sort((a, b) => (a.path === b.path ? a.span.start - b.span.start : a.path < b.path ? -1 : 1));
}
