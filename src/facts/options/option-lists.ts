import {
  argumentsAt,
  closingBracket,
  splitArguments,
  statementEnd,
  withoutComments,
  withoutStrings,
} from "../module/statement-text.ts";

/** A name that a module gives to options: a list of them, one option, or a sum of other names. */
interface OptionList {
  readonly name: string;
  /** Options that are written out here, by the attribute they are read as. */
  readonly options: readonly string[];
  /** Other names that the value is made of, as written. */
  readonly parts: readonly string[];
}

/** A call of `register_opts` and its kin, as written. */
export interface Registration {
  /** The options' expression. */
  readonly options: string;
  /** The group's expression; `undefined` for DEFAULT. */
  readonly group: string | undefined;
  /** The function around the call. */
  readonly within: EnclosingFunction | undefined;
  /** `register_cli_opts` and its kin. */
  readonly isForCommands: boolean;
  /** The function that a loop around the call takes groups and options from: `opts.list_opts`. */
  readonly table: string | undefined;
  readonly offset: number;
}

/** A function that may register options for its callers. */
export interface EnclosingFunction {
  readonly name: string;
  /** The parameters with their defaults, as written. */
  readonly parameters: readonly { readonly name: string; readonly defaultValue: string | undefined }[];
}

/** What one text says about options. Read from text, not from a tree: there are hundreds of such files and few words matter. */
export interface OptionText {
  readonly lists: ReadonlyMap<string, OptionList>;
  readonly registrations: readonly Registration[];
  /** `name = cfg.OptGroup('x')` and `NAME = 'x'`: what names of groups stand for. */
  readonly names: ReadonlyMap<string, string>;
  /** `name = cfg.OptGroup(NAME)`: the names that stand for other names. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Every option constructed anywhere in the text. */
  readonly options: readonly string[];
  /** Patterns of names of options and groups that are put together at run time (`'%s_manager' % x`). */
  readonly patterns: readonly RegExp[];
  /** The functions that make an option under the name they are given. */
  readonly makers: readonly OptionMaker[];
}

/** `def parser(name, handler): CONF.register_cli_opt(cfg.SubCommandOpt(name, handler=handler))`. */
interface OptionMaker {
  readonly name: string;
  /** The parameter that names the option, and its place. */
  readonly parameter: string;
  readonly at: number;
}

/** What stands for the last part of the module's own name among the names of groups. */
export const OWN_MODULE = "__name__";

/** Also of a class of its own, such as `BoolOptCallback`. */
const OPTION = /\b(\w{0,60}Opt(?!Group)(?:[A-Z]\w{0,60})?)\s*\(/g;

/** The source of an expression for the name of a group that is constructed (`OptGroup('x')`), not one that is put together. */
export const GROUP_NAME: string = String.raw`OptGroup\(\s*(?:name\s*=\s*)?['"]([^'"]+)['"](?=\s*[,)])`;

const CONSTRUCTED = new RegExp(String.raw`^(?:\w+\.)*${GROUP_NAME}`);

/** Reads a module's options; broken code gives what can be made out. */
export function readOptionText(text: string): OptionText {
  const lists = new Map<string, OptionList>();
  const names = new Map<string, string>();
  const aliases = new Map<string, string>();
  for (const match of text.matchAll(/^[ \t]*([A-Za-z_]\w*)[ \t]*(\+?=)(?!=)[ \t]*/gm)) {
    const from = match.index + match[0].length;
    const name = match[1] ?? "";
    const value = text.slice(from, statementEnd(text, from));
    const group = CONSTRUCTED.exec(value)?.[1] ?? /^['"]([\w.-]+)['"]\s*$/.exec(value)?.[1];
    const isOwnModule = /^__name__\.split\(['"]\.['"]\)\[-1\]\s*$/.test(value);
    const named = /^(?:\w+\.)*OptGroup\(\s*(?:name\s*=\s*)?([A-Za-z_]\w*)\s*[,)]/.exec(value)?.[1];
    if (group !== undefined) names.set(name, group);
    else if (isOwnModule) names.set(name, OWN_MODULE);
    else if (named !== undefined) aliases.set(name, named);
    else if (/Opt\s*\(|opt/i.test(name + value) || /^(\[\s*\]|\w+(\s*\+\s*\w+)+)\s*$/.test(value))
      addList(lists, name, value);
  }
  for (const match of text.matchAll(/\b([A-Za-z_]\w*)\.(?:extend|append|update)\s*\(/g)) {
    const open = match.index + match[0].length - 1;
    if (lists.has(match[1] ?? ""))
      addList(lists, match[1] ?? "", text.slice(open + 1, closingBracket(text, open)));
  }
  const { options, patterns } = optionsIn(text);
  return {
    lists,
    names,
    aliases,
    options,
    patterns: [...patterns, ...groupPatternsIn(text)],
    makers: makersIn(text),
    registrations: registrationsIn(text),
  };
}

function addList(lists: Map<string, OptionList>, name: string, value: string): void {
  const { options, rest } = optionsIn(value);
  const parts = joinedDots(withoutStrings(rest)).match(/[A-Za-z_][\w.]*(?!\w*\s*=[^=])/g) ?? [];
  const held = lists.get(name);
  lists.set(name, {
    name,
    options: [...(held?.options ?? []), ...options],
    parts: [...(held?.parts ?? []), ...parts.filter((part) => part !== name && !KEYWORDS.has(part))],
  });
}

/** `a.b` of `a.` and `b` on the next line, or of `a` and `.b`. */
export function joinedDots(text: string): string {
  return text.replace(/(?<=\w)\s*\.[\s\\]*(?=[A-Za-z_])/g, ".");
}

const KEYWORDS = new Set([
  "for",
  "in",
  "if",
  "else",
  "not",
  "and",
  "or",
  "list",
  "itertools.chain",
  "copy.deepcopy",
  "sorted",
  "lambda",
  "None",
  "True",
  "False",
  "f",
  "r",
]);

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
    if (match.index < done || match[1] === "DeprecatedOpt") continue;
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
    rest.push(text.slice(done, match.index).replace(/(\w+\.)+$/, ""));
    done = close + 1;
  }
  rest.push(text.slice(done));
  return { options, patterns, rest: rest.join(" ") };
}

/** What is given as `name=`, as written. */
function nameGiven(given: readonly string[]): string | undefined {
  return given.find((argument) => /^name\s*=/.test(argument))?.replace(/^name\s*=\s*/, "");
}

/** Groups whose names are put together: `cfg.OptGroup(name='%s_notifier' % kind)`. */
function groupPatternsIn(text: string): readonly RegExp[] {
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
function patternOf(expression: string): RegExp {
  const constant = /^(?:\w+\.)*([A-Z][A-Z0-9_]+)$/.exec(expression)?.[1];
  if (constant !== undefined) return new RegExp(`^${constant.toLowerCase()}$`);
  const literal = /['"]([^'"]*)['"]/.exec(expression)?.[1] ?? "";
  const fixed = literal
    .split(/%\(?\w*\)?s|\{[^}]*\}/)
    .map((part) => part.replaceAll("-", "_").replace(/[^\w]/g, ""));
  if (fixed.join("") === "") return /(?!)/;
  const open = /^['"]/.test(expression) ? "" : "\\w*";
  return new RegExp(`^${open}${fixed.length > 1 ? fixed.join("\\w+") : `${fixed[0] ?? ""}\\w*`}$`);
}

function registrationsIn(text: string): readonly Registration[] {
  if (!text.includes("register_")) return [];
  const functions = functionsIn(text);
  return [...text.matchAll(/\bregister_(?:cli_)?opts?\s*\(/g)].flatMap((match) => {
    if (/\bdef\s+$/.test(text.slice(Math.max(0, match.index - 6), match.index))) return [];
    const open = match.index + match[0].length - 1;
    const given = argumentsAt(text, open);
    const byName = (name: string): string | undefined =>
      given.find((argument) => new RegExp(`^${name}\\s*=`).test(argument))?.replace(/^\w+\s*=\s*/, "");
    const positional = given.filter((argument) => !/^\w+\s*=[^=]/.test(argument));
    const options = byName("opts") ?? byName("opt") ?? positional[0];
    if (options === undefined) return [];
    const group = byName("group") ?? positional[1];
    return [
      {
        options,
        group,
        table: tableAround(text.slice(0, match.index), options, group ?? ""),
        within: functions.findLast((held) => held.from < match.index && match.index < held.to),
        isForCommands: match[0].includes("_cli_"),
        offset: match.index,
      },
    ];
  });
}

/**
 * `opts.list_opts` where a text ends in `for group, options in opts.list_opts():` and the names are those of a
 * registration; `TABLE` after `for group in TABLE:` and `for option in TABLE[group]:`.
 */
function tableAround(before: string, options: string, group: string): string | undefined {
  const near = before.slice(-400);
  const loop = /\bfor\s+(\w+)\s*,\s*(\w+)\s+in\s+([\w.]+)\(\)\s*:\s+(?:#.*\s+)?[\w.]*$/.exec(near);
  const [, held = "", list = "", table] = loop ?? [];
  if (table !== undefined && namesOnly(options, list) && namesOnly(group, held))
    return table.replace(/\.(?:iter)?items$/, "");
  const nested = /\bfor\s+(\w+)\s+in\s+(\w+):\s+for\s+(\w+)\s+in\s+\2\[\1\]:(?![\s\S]*\bfor\s)/.exec(near);
  const [, key = "", dictionary, option = ""] = nested ?? [];
  return options === option && (group === "" || group === key) ? dictionary : undefined;
}

/** Whether an expression is a name, a list of it, or a choice about it, and names nothing else. */
function namesOnly(expression: string, name: string): boolean {
  const words: readonly string[] = withoutStrings(expression).match(/[A-Za-z_]\w*/g) ?? [];
  return words.includes(name) && words.every((word) => word === name || KEYWORDS.has(word));
}

/**
 * The pairs of a group and its options, as written, that a function of a text gives: `('x', x_opts)` in what it returns
 * and in the tables that it names, `yield 'x', x_opts`.
 */
export function tableEntries(
  text: string,
  name: string,
): readonly { readonly group: string; readonly options: string }[] {
  const written = new RegExp(`^${name}\\s*=\\s*\\{`, "m").exec(text);
  if (written) return entriesOf(text, written.index + written[0].length - 1);
  const held = functionsIn(text).find((candidate) => candidate.name === name);
  const body = held ? text.slice(held.from, held.to) : "";
  const tables = [...body.matchAll(/\b_?\w*opts\w*\b/gi)].map(([word]) => word);
  const values = [...new Set(tables)].flatMap((table) => {
    const start = new RegExp(`^${table}\\s*=\\s*(?=\\[\\s*\\()`, "m").exec(text);
    return start ? [text.slice(start.index, statementEnd(text, start.index))] : [];
  });
  return [body, ...values].flatMap(pairsIn);
}

/** The entries of a dictionary that opens at an offset. */
function entriesOf(
  text: string,
  open: number,
): readonly { readonly group: string; readonly options: string }[] {
  return argumentsAt(text, open).flatMap((entry) => {
    const [whole, group] = /^(None|['"][\w.-]+['"])\s*:\s*/.exec(entry) ?? [];
    return whole !== undefined && group !== undefined ? [{ group, options: entry.slice(whole.length) }] : [];
  });
}

function pairsIn(text: string): readonly { readonly group: string; readonly options: string }[] {
  const yielded = [...text.matchAll(/^[ \t]*yield[ \t]+/gm)].map((match) => {
    const from = match.index + match[0].length;
    return text.slice(from, statementEnd(text, from));
  });
  const tuples = [...text.matchAll(/(?<![\w\])])\(/g)].map((match) =>
    text.slice(match.index + 1, closingBracket(text, match.index)),
  );
  return [...yielded, ...tuples].flatMap((pair) => {
    const [group, options, ...more] = splitArguments(pair);
    const isPair = group !== undefined && /^(?:None|['"][\w.-]+['"]|[A-Za-z_][\w.]*)$/.test(group);
    return isPair && options !== undefined && more.length === 0 && /^[A-Za-z_[(]/.test(options)
      ? [{ group, options }]
      : [];
  });
}

function makersIn(text: string): readonly OptionMaker[] {
  const made = [...text.matchAll(/\b\w*Opt\(\s*(?:name\s*=\s*)?([A-Za-z_]\w*)\s*[,)]/g)];
  const functions = made.length === 0 ? [] : functionsIn(text);
  return made.flatMap((match) => {
    const around = functions.findLast((held) => held.from < match.index && match.index < held.to);
    const at = around?.parameters.findIndex(({ name }) => name === match[1]) ?? -1;
    return around && at >= 0 ? [{ name: around.name, parameter: match[1] ?? "", at }] : [];
  });
}

function functionsIn(
  text: string,
): readonly (EnclosingFunction & { readonly from: number; readonly to: number })[] {
  return [...text.matchAll(/^([ \t]*)def\s+(\w+)\s*\(/gm)].map((match) => {
    const open = match.index + match[0].length - 1;
    const close = closingBracket(text, open);
    const parameters = splitArguments(text.slice(open + 1, close)).map((parameter) => {
      const [name = "", value] = parameter.split("=", 2);
      return { name: name.replace(/:.*$/, "").trim(), defaultValue: value?.trim() };
    });
    const next = new RegExp(`^[ \\t]{0,${(match[1] ?? "").length}}[^ \\t\\n#)]`, "gm");
    next.lastIndex = statementEnd(text, close);
    return { name: match[2] ?? "", parameters, from: match.index, to: next.exec(text)?.index ?? text.length };
  });
}
