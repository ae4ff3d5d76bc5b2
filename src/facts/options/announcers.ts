import { literally } from "../../text/literally.ts";
import { dottedPath } from "../module/module-names.ts";
import { closingBracket, statementEnd } from "../module/statement-text.ts";
import type { ProjectFacts } from "../tree/project.ts";
import type { PlacedOptionList } from "./option-modules.ts";
import { optionRegistry } from "./options.ts";

/** A module with a `list_opts` function, and the lists that it names. */
export interface Announcer {
  readonly path: string;
  readonly lists: readonly PlacedOptionList[];
  readonly pairs: readonly Pair[];
}

/** `('group', options)`, `yield 'group', options` or `'group': options` in a text. */
export interface Pair {
  /** In lower case; as written where it is no string. */
  readonly group: string;
  readonly start: number;
  readonly end: number;
}

/** A function that announces options. */
export const ANNOUNCES: RegExp = /^def (_?list_\w*opts?)\(/m;

/**
 * The modules with a `list_opts` that the generator comes to; `undefined` when the tree has no entry point for the
 * generator, or walks over whatever its modules or its drivers hold.
 */
export function announcersOf(project: ProjectFacts): readonly Announcer[] | undefined {
  return everyAnnouncer(project)?.asked;
}

/** The modules with a `list_opts` that the generator does not come to, in a tree where it comes to others. */
export function unaskedAnnouncers(project: ProjectFacts): readonly Announcer[] {
  const all = everyAnnouncer(project);
  return all && all.asked.length > 0 ? all.unasked : [];
}

interface Announcers {
  readonly asked: readonly Announcer[];
  readonly unasked: readonly Announcer[];
}

function everyAnnouncer(project: ProjectFacts): Announcers | undefined {
  return project.onceOfTexts("announcers", () => readAnnouncers(project));
}

function readAnnouncers(project: ProjectFacts): Announcers | undefined {
  const published = ["setup.cfg", "pyproject.toml"]
    .map((file) => project.sources.read(file) ?? "")
    .filter((text) => text.includes("oslo.config.opts"));
  if (published.length === 0) return undefined;
  const asked: Announcer[] = [];
  const unasked: Announcer[] = [];
  const paths = project
    .pathsMentioning("def list_", "def _list_")
    .filter((path) => ANNOUNCES.test(project.text(path) ?? ""));
  const texts = [...published, ...paths.map((path) => project.text(path) ?? "")];
  for (const path of paths) {
    const text = project.text(path) ?? "";
    const isOne = isAsked(path, texts);
    if (isOne && /\b(?:globals|vars|locals|dir|getmembers|\w*ExtensionManager)\(/.test(text))
      return undefined;
    const lists = optionRegistry(project).listsIn(path, announcing(text), "any");
    (isOne ? asked : unasked).push({ path, lists, pairs: pairsIn(text) });
  }
  return { asked, unasked };
}

/**
 * Whether an entry point or another announcer can come to a module's list: they name it, or load what lies in a folder.
 */
function isAsked(path: string, texts: readonly string[]): boolean {
  const module = dottedPath(path);
  const last = module.split(".").at(-1) ?? "";
  const named = new RegExp(
    `(^|[\\s=."'])${literally(module)}:|\\b${literally(last)}\\s*\\.\\s*_?list_\\w*opts?\\b`,
    "m",
  );
  return texts.some((text) => named.test(text) || /import_module|pkgutil|__import__|iter_modules/.test(text));
}

/** The code of functions: neither imports and assignments of the module, nor what is registered. */
function announcing(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const match of text.matchAll(
    /^(?:from |import |[A-Za-z_]\w*(?:\.(?:extend|append|update)\(|\s*\+?=(?!=)))|\bregister_(?:cli_)?opts?\(/gm,
  )) {
    if (match.index < from) continue;
    kept.push(text.slice(from, match.index));
    from = match[0].startsWith("register_")
      ? closingBracket(text, match.index + match[0].length - 1)
      : statementEnd(text, match.index);
  }
  kept.push(text.slice(from));
  return kept.join("\n");
}

const PAIR =
  /(?:(?<!\w)\(|\byield\s)\s*(?:None|['"]([\w.-]+)['"]|([A-Za-z_][\w.]*))\s*,|['"]([\w.-]+)['"]\s*:/g;

/** The pairs of the tables that a text writes out, in text order. */
function pairsIn(text: string): readonly Pair[] {
  return [...text.matchAll(PAIR)].flatMap((match) => {
    const [, literal, name, key] = match;
    const rest = text.slice(match.index, statementEnd(text, match.index + match[0].length));
    const end = match[0].startsWith("(") ? closingBracket(text, match.index) : match.index + rest.length;
    const isPair = /^[\s\w.([]*opt/i.test(text.slice(match.index + match[0].length, end));
    return isPair ? [{ group: (literal ?? name ?? key ?? "").toLowerCase(), start: match.index, end }] : [];
  });
}

/**
 * Who would announce the options of a module: the module itself when it announces anything, else the one of its package that
 * names most lists of others, and more than one.
 */
export function announcerFor(announcers: readonly Announcer[], module: string): Announcer | undefined {
  const own = announcers.find(({ path }) => path === module);
  if (own && (own.pairs.length > 0 || own.lists.some(({ path }) => path !== own.path))) return own;
  const foreign = ({ path, lists }: Announcer) => lists.filter((held) => held.path !== path).length;
  const [main] = announcers
    .filter((announcer) => packageOf(announcer.path) === packageOf(module) && foreign(announcer) > 1)
    .sort((one, other) => foreign(other) - foreign(one));
  return main ?? own;
}

function packageOf(path: string): string {
  return path.split("/")[0] ?? "";
}
