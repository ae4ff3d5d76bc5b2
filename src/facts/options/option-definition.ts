import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
import type { Span } from "../../text/span.ts";
import type { ModuleFacts } from "../module/module.ts";
import { closingBracket, splitArguments, withoutComments } from "../module/statement-text.ts";
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

/** The only construction of an option in a file. */
export function definitionIn(
  project: ProjectFacts,
  path: string,
  option: string,
): OptionDefinition | undefined {
  const [only, ...more] = definitionsIn(project, path, option);
  return more.length === 0 ? only : undefined;
}

/** The constructions of an option in a file; what a comment shows is none, nor is a name that it had before. */
export function definitionsIn(
  project: ProjectFacts,
  path: string,
  option: string,
): readonly OptionDefinition[] {
  return project.onceOfTexts(`definitions of ${option} in ${path}`, () => {
    const text = project.text(path) ?? "";
    const name = literally(option).replaceAll("_", "[-_]");
    const made = new RegExp(`\\b(\\w{0,60}Opt)\\(\\s*(?:name\\s*=\\s*)?['"]${name}['"]`, "g");
    const isComment = (at: number) => text.slice(text.lastIndexOf("\n", at) + 1, at).includes("#");
    return [...text.matchAll(made)].flatMap((match) => {
      const kind = match[1] ?? "";
      const open = text.indexOf("(", match.index);
      const keywords = keywordsOf(text.slice(open + 1, closingBracket(text, open)));
      const span = { start: match.index, end: match.index + match[0].length };
      return kind === "DeprecatedOpt" || isComment(match.index) ? [] : [{ path, kind, span, keywords }];
    });
  });
}

/** The keywords among the arguments of a call, as written. */
export function keywordsOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const argument of splitArguments(text.includes("#") ? withoutComments(text) : text)) {
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

/** Whether all that binds a name is an import of oslo.config's module. */
export function isOsloConfig(module: ModuleFacts, object: SyntaxNode | null): boolean {
  const bindings = object ? (module.lookup(object.text, module.scopeAt(object))?.bindings ?? []) : [];
  return (
    bindings.length > 0 &&
    bindings.every((one) => one.kind === "import" && /^oslo[._]config\.cfg$/.test(one.target))
  );
}
