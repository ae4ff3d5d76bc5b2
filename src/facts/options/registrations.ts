import { literally } from "../../text/literally.ts";
import {
  argumentsAt,
  closingBracket,
  splitArguments,
  statementEnd,
  withoutStrings,
} from "../module/statement-text.ts";
import { KEYWORDS } from "./option-lists.ts";
import { type EnclosingFunction, functionsIn } from "./written-functions.ts";

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

/** The calls that register options, in text order. */
export function registrationsIn(text: string): readonly Registration[] {
  if (!text.includes("register_")) return [];
  const functions = functionsIn(text);
  return [...text.matchAll(/\bregister_(?:(?:cli_)?opts?|opt_group)\s*\(/g)].flatMap((match) => {
    if (/\bdef\s+$/.test(text.slice(Math.max(0, match.index - 6), match.index))) return [];
    const open = match.index + match[0].length - 1;
    const given = argumentsAt(text, open);
    const byName = (name: string): string | undefined =>
      given
        .find((argument) => new RegExp(`^${literally(name)}\\s*=`).test(argument))
        ?.replace(/^\w+\s*=\s*/, "");
    const positional = given.filter((argument) => !/^\w+\s*=[^=]/.test(argument));
    // tempest's register_opt_group(conf, group, options)
    if (match[0].includes("opt_group")) positional.reverse();
    const options = byName("opts") ?? byName("opt") ?? positional[0];
    if (options === undefined) return [];
    const group = byName("group") ?? positional[1];
    return [
      {
        options: listLooped(text.slice(0, match.index), options) ?? options,
        group,
        table: tableAround(text.slice(0, match.index), options, group ?? ""),
        within: functions.findLast((held) => held.from < match.index && match.index < held.to),
        isForCommands: match[0].includes("_cli_"),
        offset: match.index,
      },
    ];
  });
}

/** `door_opts` where a text ends in `for opt in door_opts:` and the name is all that is registered. */
function listLooped(before: string, options: string): string | undefined {
  const loop = /\bfor\s+(\w+)\s+in\s+([\w.]+(?:\s*\+\s*[\w.]+)*)\s*:\s+(?:\w+\.)*$/.exec(before.slice(-200));
  return loop?.[1] === options ? loop[2] : undefined;
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

/** A group and its options, as written. */
interface TableEntry {
  readonly group: string;
  readonly options: string;
}

/**
 * The pairs of a group and its options, as written, that a function of a text gives: `('x', x_opts)` in what it returns
 * and in the tables that it names, `yield 'x', x_opts`.
 */
export function tableEntries(text: string, name: string): readonly TableEntry[] {
  const written = new RegExp(`^${literally(name)}\\s*=\\s*\\{`, "m").exec(text);
  if (written) return entriesOf(text, written.index + written[0].length - 1);
  const held = functionsIn(text).find((candidate) => candidate.name === name);
  const body = held ? text.slice(held.from, held.to) : "";
  const tables = [...body.matchAll(/\b_?\w*opts\w*\b/gi)].map(([word]) => word);
  const values = [...new Set(tables)].flatMap((table) => {
    const start = new RegExp(`^${literally(table)}\\s*=\\s*(?=\\[\\s*\\()`, "m").exec(text);
    return start ? [text.slice(start.index, statementEnd(text, start.index))] : [];
  });
  return [body, ...values].flatMap(pairsIn);
}

/** The entries of a dictionary that opens at an offset. */
function entriesOf(text: string, open: number): readonly TableEntry[] {
  return argumentsAt(text, open).flatMap((entry) => {
    const [whole, group] = /^(None|['"][\w.-]+['"])\s*:\s*/.exec(entry) ?? [];
    return whole !== undefined && group !== undefined ? [{ group, options: entry.slice(whole.length) }] : [];
  });
}

function pairsIn(text: string): readonly TableEntry[] {
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
