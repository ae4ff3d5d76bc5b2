import path from "node:path";
import { FAIL_ON, type FailOn } from "../report/check-report.ts";
import type { RuleSetting, RuleSettings } from "../report/rule-settings.ts";
import { didYouMean } from "../text/suggest.ts";
import { UserError } from "../text/user-error.ts";

/** What the key `check` of the configuration says. */
export interface CheckConfig extends RuleSettings {
  /** Directories of own rules, as written. */
  readonly ownRules: readonly string[];
  /** A baseline file, as written. */
  readonly baseline: string | undefined;
  /** As `--fail-on`. */
  readonly failOn: FailOn | undefined;
}

const KEYS = ["rules", "paths", "exclude", "ownRules", "baseline", "failOn"] as const;
const SETTINGS: readonly RuleSetting[] = ["off", "on", "info", "warning", "error"];

/** @throws UserError for an unknown key or a value of another type */
export function parseCheckConfig(value: unknown, file: string): CheckConfig {
  const record = recordOf(value, `${file}: "check"`);
  for (const key of Object.keys(record)) checkKey(key, KEYS, `${file}: "check"`);
  const { rules = {}, paths = [], exclude = [], ownRules = [], baseline, failOn } = record;
  if (!Array.isArray(paths)) throw new UserError(`${file}: "check.paths" is not a list`);
  if (baseline !== undefined && typeof baseline !== "string")
    throw new UserError(`${file}: "check.baseline" is not a text`);
  return {
    rules: ruleSettings(rules, `${file}: "check.rules"`),
    paths: paths.map((entry: unknown, at) => pathSettings(entry, `${file}: "check.paths[${at}]"`)),
    exclude: texts(exclude, `${file}: "check.exclude"`),
    ownRules: texts(ownRules, `${file}: "check.ownRules"`),
    baseline,
    failOn: failOn === undefined ? undefined : oneOf(FAIL_ON, failOn, `${file}: "check.failOn"`),
  };
}

/** The directories of own rules that a configuration names, from where it lies. */
export function ownRuleFolders({ ownRules }: Pick<CheckConfig, "ownRules">, file: string): readonly string[] {
  return ownRules.map((one) => path.resolve(path.dirname(file), one));
}

function pathSettings(value: unknown, where: string): RuleSettings["paths"][number] {
  const record = recordOf(value, where);
  for (const key of Object.keys(record)) checkKey(key, ["files", "rules"], where);
  const { files, rules } = record;
  // without one of them the entry would change nothing, and nobody would be told
  if (files === undefined || rules === undefined)
    throw new UserError(`${where} has no "${files === undefined ? "files" : "rules"}"`, {
      hint: 'An entry is { "files": ["tools/**"], "rules": { "names/*": "off" } }.',
    });
  return { files: texts(files, `${where}.files`), rules: ruleSettings(rules, `${where}.rules`) };
}

function ruleSettings(value: unknown, where: string): ReadonlyMap<string, RuleSetting> {
  return new Map(
    Object.entries(recordOf(value, where)).map(([rule, said]) => [
      rule,
      oneOf(SETTINGS, said, `${where}: "${rule}"`),
    ]),
  );
}

function oneOf<Word extends string>(words: readonly Word[], said: unknown, what: string): Word {
  const word = words.find((one) => one === said);
  if (word !== undefined) return word;
  throw new UserError(`${what} is ${JSON.stringify(said)}`, {
    hint: `It may be ${words.map((one) => `"${one}"`).join(", ")}.`,
  });
}

function checkKey(key: string, known: readonly string[], where: string): void {
  if (known.includes(key)) return;
  throw new UserError(`${where}: unknown key "${key}"`, {
    hint: didYouMean(key, known) ?? `Keys: ${known.join(", ")}.`,
  });
}

function recordOf(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new UserError(`${where} is not an object`);
  return value as Record<string, unknown>;
}

function texts(value: unknown, where: string): readonly string[] {
  if (!Array.isArray(value) || !value.every((each) => typeof each === "string"))
    throw new UserError(`${where} is not a list of texts`);
  return value;
}
