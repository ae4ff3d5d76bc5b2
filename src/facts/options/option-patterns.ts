import { literally } from "../../text/literally.ts";
import { argumentsAt } from "../module/statement-text.ts";

/** Groups whose names are put together: `cfg.OptGroup(name='%s_notifier' % kind)`. */
export function groupPatternsIn(text: string): readonly RegExp[] {
  return Array.from(text.matchAll(/\bOptGroup\s*\(/g), (match) => {
    const given = argumentsAt(text, match.index + match[0].length - 1);
    const named = nameGiven(given) ?? given[0] ?? "";
    return /^f?['"][^'"]*['"]\s*[%.+]|^f['"]/.test(named) ? [patternOf(named)] : [];
  }).flat();
}

/**
 * `'%s_manager' % x`, `f'{x}_url'`, `x + '_url'`: the fixed text with anything between. `names.MANAGER_URL` is taken for
 * `manager_url`; any other bare name gives no pattern that fits.
 */
export function patternOf(expression: string): RegExp {
  const constant = /^(?:\w+\.)*([A-Z][A-Z0-9_]+)$/.exec(expression)?.[1];
  if (constant !== undefined) return new RegExp(`^${literally(constant.toLowerCase())}$`);
  const literal = /['"]([^'"]*)['"]/.exec(expression)?.[1] ?? "";
  const fixed = literal
    .split(/%\(?\w*\)?s|\{[^}]*\}/)
    .map((part) => part.replaceAll("-", "_").replace(/[^\w]/g, ""));
  if (fixed.join("") === "") return /(?!)/;
  const open = /^['"]/.test(expression) ? "" : "\\w*";
  return new RegExp(`^${open}${fixed.length > 1 ? fixed.join("\\w+") : `${fixed[0] ?? ""}\\w*`}$`);
}

/** What is given as `name=`, as written. */
export function nameGiven(given: readonly string[]): string | undefined {
  return given.find((argument) => /^name\s*=/.test(argument))?.replace(/^name\s*=\s*/, "");
}
