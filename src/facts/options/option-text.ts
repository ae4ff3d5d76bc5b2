import { closingBracket, statementEnd } from "../module/statement-text.ts";
import { addList, type OptionList, optionsIn } from "./option-lists.ts";
import { groupPatternsIn } from "./option-patterns.ts";
import { type Registration, registrationsIn } from "./registrations.ts";
import { functionsIn } from "./written-functions.ts";

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
    const group = CONSTRUCTED.exec(value)?.[1] ?? /^[uU]?['"]([\w:.-]+)['"]\s*$/.exec(value)?.[1];
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

function makersIn(text: string): readonly OptionMaker[] {
  const made = [...text.matchAll(/\b\w*Opt\(\s*(?:name\s*=\s*)?([A-Za-z_]\w*)\s*[,)]/g)];
  const functions = made.length === 0 ? [] : functionsIn(text);
  return made.flatMap((match) => {
    const around = functions.findLast((held) => held.from < match.index && match.index < held.to);
    const at = around?.parameters.findIndex(({ name }) => name === match[1]) ?? -1;
    return around && at >= 0 ? [{ name: around.name, parameter: match[1] ?? "", at }] : [];
  });
}
