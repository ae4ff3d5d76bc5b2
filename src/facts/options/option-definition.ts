import type { Span } from "../../text/span.ts";
import { closingBracket, splitArguments } from "../module/statement-text.ts";
import type { ProjectFacts } from "../tree/project.ts";
import type { OptionRegistry } from "./option-registry.ts";

/** How an option is constructed: `cfg.StrOpt('color', choices=['red'])`. */
export interface OptionDefinition {
  readonly path: string;
  /** `StrOpt`. */
  readonly kind: string;
  /** From its kind to its name. */
  readonly span: Span;
  readonly keywords: ReadonlyMap<string, string>;
}

/** The definition of an option that is constructed in one place alone; `undefined` where it may be another's. */
export function definitionOf(
  project: ProjectFacts,
  registry: OptionRegistry,
  option: string,
): OptionDefinition | undefined {
  const [path, ...others] = registry.definedIn(option);
  if (path === undefined || others.length > 0 || registry.isUncertain(option)) return undefined;
  return definitionIn(project, path, option);
}

/** The only construction of an option in a file; what a comment shows is none. */
export function definitionIn(
  project: ProjectFacts,
  path: string,
  option: string,
): OptionDefinition | undefined {
  return project.onceOfTexts(`definition of ${option} in ${path}`, () => {
    const text = project.text(path) ?? "";
    const name = option.replaceAll("_", "[-_]");
    const made = new RegExp(`(?<=^[^#\\n]*)\\b(\\w*Opt)\\(\\s*(?:name\\s*=\\s*)?['"]${name}['"]`, "gm");
    const [match, ...more] = text.matchAll(made);
    if (!match || more.length > 0) return undefined;
    const open = text.indexOf("(", match.index);
    const keywords = keywordsOf(text.slice(open + 1, closingBracket(text, open)));
    const span = { start: match.index, end: match.index + match[0].length };
    return { path, kind: match[1] ?? "", span, keywords };
  });
}

/** The keywords among the arguments of a call, as written. */
export function keywordsOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const argument of splitArguments(text)) {
    const match = /^(\w+)\s*=\s*(?!=)([\s\S]*)$/.exec(argument);
    if (match) found.set(match[1] ?? "", (match[2] ?? "").trim());
  }
  return found;
}

/** `['a', 'b']`, `[('a', 'help')]`; `undefined` when one of them is not written out. */
export function choicesOf(written: string | undefined): readonly string[] | undefined {
  const inner = /^[[(]([\s\S]*)[\])]$/.exec(written ?? "")?.[1];
  if (inner === undefined) return undefined;
  const choices = splitArguments(inner).map((choice) => {
    const pair = /^\(([\s\S]*)\)$/.exec(choice)?.[1];
    return plainString(pair === undefined ? choice : (splitArguments(pair)[0] ?? ""));
  });
  return choices.length > 0 && choices.every((choice) => choice !== undefined) ? choices : undefined;
}

/** One string literal without escapes and replacements. */
export function plainString(text: string): string | undefined {
  const match = /^[ub]?(?:'([^'\\\n]*)'|"([^"\\\n]*)")$/.exec(text);
  return match ? (match[1] ?? match[2]) : undefined;
}
