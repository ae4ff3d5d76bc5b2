import { closingBracket, splitArguments, withoutComments, withoutStrings } from "../module/statement-text.ts";
import { nameGiven, patternOf } from "./option-patterns.ts";

/** A name that a module gives to options: a list of them, one option, or a sum of other names. */
export interface OptionList {
  readonly name: string;
  /** Options that are written out here, by the attribute they are read as. */
  readonly options: readonly string[];
  /** Other names that the value is made of, as written. */
  readonly parts: readonly string[];
}

/** Adds what a name is given to what it holds already. */
export function addList(lists: Map<string, OptionList>, name: string, value: string): void {
  const { options, rest } = optionsIn(value);
  const parts = joinedDots(withoutStrings(rest)).match(/[A-Za-z_][\w.]*(?!\w*\s*=[^=])/g) ?? [];
  const held = lists.get(name);
  lists.set(name, {
    name,
    options: [...(held?.options ?? []), ...options],
    // of several sums each may be a part of the other: one way to each is enough
    parts: [
      ...new Set([...(held?.parts ?? []), ...parts.filter((part) => part !== name && !KEYWORDS.has(part))]),
    ],
  });
}

/** `a.b` of `a.` and `b` on the next line, or of `a` and `.b`. */
export function joinedDots(text: string): string {
  return text.replace(/(?<=\w)\s*\.[\s\\]*(?=[A-Za-z_])/g, ".");
}

/** Words of an expression that name no list. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  "for in if else not and or list itertools.chain copy.deepcopy sorted lambda None True False f r".split(" "),
);

/** Also of a class of its own, such as `BoolOptCallback`. */
const OPTION = /\b(\w{0,60}Opt(?!Group)(?:[A-Z]\w{0,60})?)\s*\(/g;

/** The options constructed in a piece of text, and the text without them. */
export function optionsIn(written: string): {
  readonly options: readonly string[];
  readonly patterns: readonly RegExp[];
  readonly rest: string;
} {
  // an option that is commented out is none, and its bracket closes in no line of code
  const text = written.includes("#") && written.includes("Opt") ? withoutComments(written) : written;
  const options: string[] = [];
  const patterns: RegExp[] = [];
  const rest: string[] = [];
  let done = 0;
  for (const match of text.matchAll(OPTION)) {
    if (match[1] === "DeprecatedOpt") continue;
    const open = match.index + match[0].length - 1;
    const close = closingBracket(text, open);
    const inner = text.slice(open + 1, close);
    const given = splitArguments(inner);
    const first = nameGiven(given) ?? given[0]?.replace(/^(?:#.*\s*)+/, "") ?? "";
    const dest = /\bdest\s*=\s*['"](\w+)['"]/.exec(inner)?.[1];
    const name = dest ?? /^['"]([\w.-]+)['"]$/.exec(first)?.[1];
    if (name !== undefined) options.push(name.replaceAll("-", "_"));
    // a model's class may be called like one, and takes its columns by keyword
    else if (first !== "" && !/^\w+\s*=/.test(first)) patterns.push(patternOf(first));
    // only where a bracket before it was never closed
    if (match.index < done) continue;
    rest.push(text.slice(done, match.index).replace(/(\w+\.)+$/, ""));
    done = close + 1;
  }
  rest.push(text.slice(done));
  return { options, patterns, rest: rest.join(" ") };
}
