import { basename } from "node:path";
import { isTestPath } from "../facts/module/module-names.ts";
import { ProjectFacts } from "../facts/tree/project.ts";
import { sourcesFromTexts } from "../facts/tree/source-reader.ts";
import type { Parser } from "../parse/tree.ts";
import { UserError } from "../text/user-error.ts";
import { checkModule } from "./check-module.ts";
import type { OwnRule } from "./own-rules.ts";
import { whySilent } from "./pattern-rule.ts";
import { openCheckedTrees } from "./trees.ts";

/** What a rule has to do with a file. */
export interface ExplainedRule {
  readonly id: string;
  readonly title: string;
  /** Where it finds something, from 1, in order. */
  readonly lines: readonly number[];
  /** Why it finds nothing, as sentences; none where it finds something. */
  readonly silent: readonly string[];
}

/** What own rules have to do with a line. */
export interface ExplainedByRules {
  readonly path: string;
  readonly line: number;
  readonly rules: readonly ExplainedRule[];
}

/**
 * Where own rules find something in a file, and how far those get that find nothing.
 *
 * @throws UserError for what is no Python file, cannot be read, or has no such line
 */
export async function explainRules(
  own: readonly OwnRule[],
  place: { readonly file: string; readonly line: number; readonly at: string },
  parser: Parser,
): Promise<ExplainedByRules> {
  const [tree] = await openCheckedTrees([place.file], place.at, {});
  const [path] = tree?.wanted ?? [];
  const text = path === undefined || tree?.wanted.length !== 1 ? undefined : tree.sources.read(path);
  if (path === undefined || text === undefined)
    throw new UserError(`${place.file}: it is not a file that can be read`, {
      hint: "name a file and a line: nova/network/neutron.py:3230",
    });
  const count = text.replace(/\n$/, "").split("\n").length;
  if (place.line < 1 || place.line > count)
    throw new UserError(`${place.file} has ${count} lines, and no line ${place.line}`);
  const rules = own.map((one) => explainRule(one, path, text, parser));
  return { path: place.file, line: place.line, rules };
}

function explainRule(
  { rule, patch, file }: OwnRule,
  path: string,
  text: string,
  parser: Parser,
): ExplainedRule {
  const { id, title } = rule;
  if (isTestPath(path) && !rule.checksTests)
    return { id, title, lines: [], silent: ["it is not asked about tests"] };
  const { findings, unjudged } = checkModule(
    new ProjectFacts(sourcesFromTexts({ [path]: text }), parser),
    path,
    [rule],
  );
  const named = (reason: string): string => `${basename(file)}: ${reason}`;
  const lines = [...new Set(findings.map(({ from }) => from.line))].sort((a, b) => a - b);
  const silent =
    lines.length > 0 ? [] : [...unjudged, ...whySilent(patch, { path, text }, parser).map(named)];
  return { id, title, lines, silent };
}
