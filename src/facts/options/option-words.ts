import { literally } from "../../text/literally.ts";
import { argumentsAt } from "../module/statement-text.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { CONFIG_METHODS, HELD } from "./configuration-object.ts";
import { constantIn } from "./group-constant.ts";

const READ =
  /(?:\bCONF|\b_?conf(?!\.CONF\b))(?:\.([A-Za-z]\w*)|\[['"]([\w:.-]+)['"]\])(?:\.(_?[A-Za-z]\w*)|\[['"]([\w:.-]+)['"]\])?/g;
const BY_CONSTANT = /(?:\bCONF|\b_?conf)\[(_?[A-Z][A-Z0-9_]*)\](?:\.([A-Za-z]\w*)|\[['"]([\w:.-]+)['"]\])?/g;
const GETATTR = /\bgetattr\(\s*(?:\w+\.)*(?:CONF|_?conf)(?:\.(\w+))?\s*,\s*['"](\w+)['"]\s*\)/g;
const SETTING = /\b(?:set|clear)_(?:override|default)\(/g;
/** Whether a text holds a read that the judge objects to; it may stand in a string, so the tree decides. */
export function suspectReads(
  project: ProjectFacts,
  path: string,
  objects: (first: string, second: string | undefined) => boolean,
): boolean {
  return readWords(project, path).some(([first, second]) => objects(first, second));
}

/** What looks like reads in a text, each once. */
function readWords(project: ProjectFacts, path: string): readonly (readonly [string, string | undefined])[] {
  return project.onceOfTexts(`option words ${path}`, () => {
    const found = new Map<string, readonly [string, string | undefined]>();
    const text = project.text(path) ?? "";
    for (const [whole, first, group, second, option] of text.matchAll(READ))
      if (!CONFIG_METHODS.has(first ?? "")) found.set(whole, [first ?? group ?? "", second ?? option]);
    for (const [whole, name = "", second, option] of text.matchAll(BY_CONSTANT)) {
      const group = constantIn(text, name);
      if (group !== undefined) found.set(whole, [group, second ?? option]);
    }
    for (const [whole, group, option = ""] of text.matchAll(GETATTR))
      found.set(whole, group === undefined ? [option, undefined] : [group, option]);
    for (const match of text.matchAll(SETTING)) {
      const [option = "", , ...rest] = argumentsAt(text, match.index + match[0].length - 1).map(
        (argument) => /^(?:group\s*=\s*)?['"]([\w-]+)['"]$/.exec(argument)?.[1]?.replaceAll("-", "_") ?? "",
      );
      const group = rest.find((name) => name !== "");
      found.set(
        `${match[0]}${option} ${group ?? ""}`,
        group === undefined ? [option, undefined] : [group, option],
      );
    }
    for (const [, holder = "", group = ""] of text.matchAll(HELD))
      for (const [whole, option] of text.matchAll(
        new RegExp(`(?<![\\w.])${literally(holder)}\\.([A-Za-z]\\w*)`, "g"),
      ))
        found.set(`${group} ${whole}`, [group, option]);
    return [...found.values()];
  });
}
