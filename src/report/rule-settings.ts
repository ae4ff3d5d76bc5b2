import { wordNamesRule } from "../facts/module/ignore-comments.ts";
import type { Severity } from "../rule.ts";
import { parseGlob } from "../text/glob.ts";

/** What configuration says of a rule: `on` leaves it its own severity. */
export type RuleSetting = "off" | "on" | Severity;

/** Settings by rule, and by rule for some files. Words are ids, `AREA/*` or `*`; later entries go before earlier ones. */
export interface RuleSettings {
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly paths: readonly {
    /** Globs over paths from the root of the tree, or as they are shown. */
    readonly files: readonly string[];
    readonly rules: ReadonlyMap<string, RuleSetting>;
  }[];
  /** Globs of files that are not checked. */
  readonly exclude: readonly string[];
}

/** What holds where nothing is configured. */
export const NO_SETTINGS: RuleSettings = { rules: new Map(), paths: [], exclude: [] };

/** The last word of some settings about a rule; undefined when they say nothing. */
export function settingOf(settings: ReadonlyMap<string, RuleSetting>, rule: string): RuleSetting | undefined {
  let found: RuleSetting | undefined;
  for (const [word, setting] of settings) if (wordNamesRule(word, rule)) found = setting;
  return found;
}

/**
 * The settings of a call that names rules by their own names: what is off for all files is on for these.
 *
 * A glob in such a call names what is on, and what is off for some files stays so.
 */
export function settingsWith(settings: RuleSettings, named: readonly string[]): RuleSettings {
  const off = new Set(named.filter((rule) => settingOf(settings.rules, rule) === "off"));
  const others = [...settings.rules].filter(([word]) => !off.has(word));
  return { ...settings, rules: new Map([...others, ...[...off].map((rule) => [rule, "on"] as const)]) };
}

/** Whether one of some globs fits one of the names of a file, or a folder that the file is in. */
export function fitsAny(globs: readonly string[], names: readonly string[]): boolean {
  return globs.some((written) => {
    const glob = written.replace(/^\.\//, "");
    const own = parseGlob(glob);
    const below = parseGlob(glob.includes("/") ? `${glob}/` : `**/${glob}/`);
    return names.some((name) => own.test(name) || below.test(name));
  });
}

/** The severity that a rule's finding has in a file, or `off`. */
export function severityIn(
  settings: RuleSettings,
  rule: { readonly id: string; readonly severity: Severity },
  names: readonly string[],
): Severity | "off" {
  const said = [
    settingOf(settings.rules, rule.id),
    ...settings.paths
      .filter(({ files }) => fitsAny(files, names))
      .map(({ rules }) => settingOf(rules, rule.id)),
  ].filter((setting) => setting !== undefined);
  const last = said.at(-1);
  if (last === "off") return "off";
  return said.findLast((setting) => setting !== "on" && setting !== "off") ?? rule.severity;
}
