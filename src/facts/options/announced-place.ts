import { literally } from "../../text/literally.ts";
import { dottedPath } from "../module/module-names.ts";
import { ANNOUNCES, type Announcer, type Pair } from "./announcers.ts";
import { listKey, type PlacedOptionList } from "./option-modules.ts";
import type { RegisteredList } from "./option-registry.ts";

/** A part of a text; offset and length in UTF-16 code units. */
export interface Place {
  readonly at: number;
  readonly length: number;
}

/**
 * Where a module with `list_opts` would announce a list of options that it leaves out.
 *
 * That is beside the module's own lists; for a list of another module at the pair of its group, else where a pair for the
 * group would stand in the nearest table, which is in the alphabet's order or has new ones at its end. What goes to DEFAULT
 * stands at the list that comes before it in the alphabet.
 */
export function announcedPlace(text: string, announcer: Announcer, list: RegisteredList): Place {
  if (list.path === announcer.path) return placeBeside(text, announcer, list);
  const near = nearestIn(text, announcer, list);
  const table = near ? tableAround(text, announcer, near.at) : announcer.pairs;
  const pair = list.group === undefined || list.group === "DEFAULT" ? undefined : pairFor(table, list.group);
  const isInPair = pair && near && pair.start < near.at && near.at < pair.end;
  if (pair && !isInPair) return lastName(text, pair);
  return near ?? placeOfFunction(text);
}

/** The name of the first function of a text that announces options. */
export function placeOfFunction(text: string): Place {
  const match = ANNOUNCES.exec(text);
  return { at: (match?.index ?? 0) + 4, length: match?.[1]?.length ?? 1 };
}

/** A module announces its own lists in the order in which it constructs them. */
function placeBeside(text: string, { lists, path }: Announcer, list: RegisteredList): Place {
  const own = lists
    .filter((held) => held.path === path)
    .map(({ name }) => ({ from: assignmentOf(text, name), at: text.lastIndexOf(name), length: name.length }))
    .filter(({ from, at }) => from < at)
    .sort((one, other) => one.from - other.from);
  return own.findLast(({ from }) => from < assignmentOf(text, list.name)) ?? own[0] ?? placeOfFunction(text);
}

/** The last name in a pair: a new pair follows it. */
function lastName(text: string, { start, end }: Pair): Place {
  const last = [...text.slice(start, end).matchAll(/[A-Za-z_][\w.]*/g)].at(-1);
  return { at: start + (last?.index ?? 0), length: last?.[0].length ?? 1 };
}

/** The mention of the list before it in the alphabet, of those that lie nearest in the tree. */
function nearestIn(text: string, announcer: Announcer, list: RegisteredList): Place | undefined {
  const neighbours = announcer.lists
    .map((held) => ({ held, at: mentionOf(text, held), near: common(held.path, list.path) }))
    .filter(({ held, at }) => at >= 0 && held.path !== announcer.path)
    .sort((one, other) => other.near - one.near || (listKey(one.held) < listKey(other.held) ? -1 : 1));
  const [first] = neighbours;
  const before = neighbours.filter(({ held, near }) => near === first?.near && listKey(held) < listKey(list));
  const found = before.at(-1) ?? first;
  return found && { at: found.at, length: found.held.name.length };
}

/** The pairs of the function or the table that holds an offset. */
function tableAround(text: string, { pairs }: Announcer, at: number): readonly Pair[] {
  const starts = [...text.matchAll(/^[A-Za-z_]/gm)].map(({ index }) => index);
  const from = starts.findLast((start) => start <= at) ?? 0;
  const to = starts.find((start) => start > at) ?? text.length;
  return pairs.filter(({ start }) => from <= start && start < to);
}

/** The pair of a group, else the one that a new pair would follow. */
function pairFor(table: readonly Pair[], group: string): Pair | undefined {
  const named = table.map((pair) => pair.group);
  const wanted = group.toLowerCase();
  const inOrder = named.filter((name, place) => place === 0 || (named[place - 1] ?? "") <= name).length;
  const isSorted = inOrder > 0.8 * named.length;
  const before = isSorted ? table.findLast((pair) => pair.group !== "" && pair.group < wanted) : table.at(-1);
  return table.find((pair) => pair.group === wanted) ?? before ?? table[0];
}

/** Where the announcing module names a list, behind its module's name if it ever does; imports do not count. */
function mentionOf(text: string, { path, name }: PlacedOptionList): number {
  const module = dottedPath(path).split(".").at(-1) ?? "";
  const code = text.replace(/^[ \t]*(?:from|import) .*$/gm, (line) => " ".repeat(line.length));
  const dotted = new RegExp(`\\b${literally(module)}\\s*\\.\\s*${literally(name)}\\b`).exec(code);
  if (dotted) return dotted.index + dotted[0].length - name.length;
  return new RegExp(`\\b${literally(name)}\\b`).exec(code)?.index ?? -1;
}

/** The offset at which a module gives a name its value; 0 where none is seen. */
export function assignmentOf(text: string, name: string): number {
  const match = new RegExp(`^[ \\t]*${literally(name)}\\b`, "m").exec(text);
  return match ? match.index + match[0].length - name.length : 0;
}

/** How many folders two paths share, and one more for the same file. */
function common(one: string, other: string): number {
  const [first, second] = [one.split("/"), other.split("/")];
  const at = first.findIndex((part, place) => part !== second[place]);
  return at < 0 ? first.length : at;
}
