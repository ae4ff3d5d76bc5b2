import {
  closingBracket,
  type Finding,
  isTestPath,
  mayBeCalled,
  type OptionRegistry,
  optionRegistry,
  type PlacedOptionList,
  type ProjectFacts,
  type RegisteredList,
  type Rule,
  type RuleContext,
  statementEnd,
} from "../../src/rule.ts";

/** Options that the tree registers and its `list_opts` functions leave out. */
export const notAnnounced: Rule = {
  id: "config/not-announced",
  title: "registered options that list_opts leaves out",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.config/latest/cli/generator.html",
  mentions: [["def list_", "def _list_"], ["opt"]],
  check,
};

function* check({ path, project }: RuleContext): Generator<Finding> {
  for (const { list, at, length } of missingFrom(project).get(path) ?? []) {
    const start = nameAt(project.text(list.path) ?? "", list.name);
    yield {
      span: { start: at, end: at + length },
      message: `${moduleOf(list.path)}.${list.name} is registered${inGroup(list)}, but no list_opts() announces it: sample files and documentation lack its options`,
      related: [
        { path: list.path, span: { start, end: start + list.name.length }, message: "constructed here" },
      ],
    };
  }
}

function inGroup({ group }: RegisteredList): string {
  return group === undefined || group === "DEFAULT" ? "" : ` in [${group}]`;
}

function moduleOf(path: string): string {
  return path.replace(/(\/__init__)?\.py$/, "").replaceAll("/", ".");
}

function nameAt(text: string, name: string): number {
  const match = new RegExp(`^[ \\t]*${name}\\b`, "m").exec(text);
  return match ? match.index + match[0].length - name.length : 0;
}

/** A list that is missing, and where the announcing module should name it. */
interface Gap {
  readonly list: RegisteredList;
  readonly at: number;
  readonly length: number;
}

/** A module with a `list_opts` function, and the lists that it names. */
interface Announcer {
  readonly path: string;
  readonly lists: readonly PlacedOptionList[];
  readonly pairs: readonly Pair[];
}

/** `('group', options)`, `yield 'group', options` or `'group': options` in a text. */
interface Pair {
  /** In lower case; as written where it is no string. */
  readonly group: string;
  readonly start: number;
  readonly end: number;
}

/** What is missing, by the path of the module that should announce it. */
function missingFrom(project: ProjectFacts): ReadonlyMap<string, readonly Gap[]> {
  return project.once("lists that nobody announces", () => {
    const registry = optionRegistry(project);
    const announcers = announcersOf(project, registry);
    const gaps = new Map<string, Gap[]>();
    if (!announcers) return gaps;
    const lists = announcers.flatMap((announcer) => announcer.lists);
    const named = new Set(lists.map(keyOf));
    const groups = new Map(registry.registeredLists.map((list) => [keyOf(list), list.group]));
    const isElsewhere = (option: string, group: string | undefined): boolean =>
      lists.some((held) => held.options.includes(option) && isLikeGroup(groups.get(keyOf(held)), group));
    for (const list of registry.registeredLists) {
      if (named.has(keyOf(list)) || isLeftOutOnPurpose(list) || isNeverRegistered(project, list)) continue;
      if (list.options.every((option) => isElsewhere(option, list.group)) || isLocal(project, list)) continue;
      const announcer = announcerFor(announcers, list);
      if (!announcer || isCommentedOut(project.text(announcer.path) ?? "", list)) continue;
      gaps.set(announcer.path, [
        ...(gaps.get(announcer.path) ?? []),
        { list, ...placeIn(project.text(announcer.path) ?? "", announcer, list) },
      ]);
    }
    return gaps;
  });
}

/** Whether a line of the announcing module that names the list is a comment. */
function isCommentedOut(text: string, { name }: RegisteredList): boolean {
  return new RegExp(`^[ \\t]*#.*\\b${name}\\b`, "m").test(text);
}

/** A list that a function makes for itself: no other module can name it. */
function isLocal(project: ProjectFacts, { path, name }: RegisteredList): boolean {
  return !new RegExp(`^${name}\\b`, "m").test(project.text(path) ?? "");
}

/** Whether two groups may be one: a group that could not be made out may be any. */
function isLikeGroup(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

/** Options of commands, of tests, and those that are kept for old files alone. */
function isLeftOutOnPurpose({ path, name, isForCommands }: RegisteredList): boolean {
  return (
    isForCommands ||
    isTestPath(path) ||
    /(^|\/)(test|contrib|tools|functionaltests)(\/|\.py$)/.test(path) ||
    /deprecated|removed|legacy|fake|test|cli_/i.test(name)
  );
}

/** Nobody misses what only functions register that nothing calls. */
function isNeverRegistered(project: ProjectFacts, { registrars }: RegisteredList): boolean {
  const isLost = ({ path, name }: { readonly path: string; readonly name: string }): boolean =>
    // another module's function was found by its call
    new RegExp(`^def ${name}\\b`, "m").test(project.text(path) ?? "") && !mayBeCalled(project, path, name);
  return registrars.length > 0 && registrars.every(isLost);
}

const ANNOUNCES = /^def (_?list_\w*opts?)\(/m;

/** `undefined` when the tree has no entry point for the generator, or walks over whatever its modules or its drivers hold. */
function announcersOf(project: ProjectFacts, registry: OptionRegistry): readonly Announcer[] | undefined {
  const published = ["setup.cfg", "pyproject.toml"]
    .map((file) => project.sources.read(file) ?? "")
    .filter((text) => text.includes("oslo.config.opts"));
  if (published.length === 0) return undefined;
  const announcers: Announcer[] = [];
  const paths = project
    .pathsMentioning("def list_", "def _list_")
    .filter((path) => ANNOUNCES.test(project.text(path) ?? ""));
  const texts = [...published, ...paths.map((path) => project.text(path) ?? "")];
  for (const path of paths) {
    const text = project.text(path) ?? "";
    if (!isAsked(path, texts)) continue;
    if (/\b(?:globals|vars|locals|dir|getmembers|\w*ExtensionManager)\(/.test(text)) return undefined;
    announcers.push({ path, lists: registry.listsIn(path, announcing(text), "any"), pairs: pairsIn(text) });
  }
  return announcers;
}

/**
 * Whether an entry point or another announcer can come to a module's list: they name it, or load what lies in a folder.
 */
function isAsked(path: string, texts: readonly string[]): boolean {
  const module = moduleOf(path);
  const last = module.split(".").at(-1) ?? "";
  const named = new RegExp(
    `(^|[\\s=."'])${module.replaceAll(".", "\\.")}:|\\b${last}\\s*\\.\\s*_?list_\\w*opts?\\b`,
    "m",
  );
  return texts.some((text) => named.test(text) || /import_module|pkgutil|__import__|iter_modules/.test(text));
}

/** The code of functions: neither imports and assignments of the module, nor what is registered. */
function announcing(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const match of text.matchAll(
    /^(?:from |import |[A-Za-z_]\w*(?:\.(?:extend|append)\(|\s*\+?=(?!=)))|\bregister_(?:cli_)?opts?\(/gm,
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

/** The module itself when it announces anything, else the one of its package that names most lists of others, and more than one. */
function announcerFor(announcers: readonly Announcer[], list: RegisteredList): Announcer | undefined {
  const own = announcers.find(({ path }) => path === list.path);
  if (own && (own.pairs.length > 0 || own.lists.some(({ path }) => path !== own.path))) return own;
  const foreign = ({ path, lists }: Announcer) => lists.filter((held) => held.path !== path).length;
  const [main] = announcers
    .filter((announcer) => packageOf(announcer.path) === packageOf(list.path) && foreign(announcer) > 1)
    .sort((one, other) => foreign(other) - foreign(one));
  return main ?? own;
}

function packageOf(path: string): string {
  return path.split("/")[0] ?? "";
}

/**
 * Beside the module's own lists; at the pair of its group; else where a pair for the group would stand in the nearest table, which is in the alphabet's order
 * or has new ones at its end. What goes to DEFAULT stands at the list that comes before it in the alphabet.
 */
function placeIn(
  text: string,
  announcer: Announcer,
  list: RegisteredList,
): { readonly at: number; readonly length: number } {
  if (list.path === announcer.path) return placeBeside(text, announcer, list);
  const near = nearestIn(text, announcer, list);
  const table = near ? tableAround(text, announcer, near.at) : announcer.pairs;
  const pair = list.group === undefined || list.group === "DEFAULT" ? undefined : pairFor(table, list.group);
  const isInPair = pair && near && pair.start < near.at && near.at < pair.end;
  if (pair && !isInPair) return lastName(text, pair);
  return near ?? placeOfFunction(text);
}

function placeOfFunction(text: string): { readonly at: number; readonly length: number } {
  const match = ANNOUNCES.exec(text);
  return { at: (match?.index ?? 0) + 4, length: match?.[1]?.length ?? 1 };
}

/** A module announces its own lists in the order in which it constructs them. */
function placeBeside(
  text: string,
  { lists, path }: Announcer,
  list: RegisteredList,
): { readonly at: number; readonly length: number } {
  const own = lists
    .filter((held) => held.path === path)
    .map(({ name }) => ({ from: nameAt(text, name), at: text.lastIndexOf(name), length: name.length }))
    .filter(({ from, at }) => from < at)
    .sort((one, other) => one.from - other.from);
  return own.findLast(({ from }) => from < nameAt(text, list.name)) ?? own[0] ?? placeOfFunction(text);
}

/** The last name in a pair: a new pair follows it. */
function lastName(text: string, { start, end }: Pair): { readonly at: number; readonly length: number } {
  const last = [...text.slice(start, end).matchAll(/[A-Za-z_][\w.]*/g)].at(-1);
  return { at: start + (last?.index ?? 0), length: last?.[0].length ?? 1 };
}

/** The mention of the list before it in the alphabet, of those that lie nearest in the tree. */
function nearestIn(
  text: string,
  announcer: Announcer,
  list: RegisteredList,
): { readonly at: number; readonly length: number } | undefined {
  const neighbours = announcer.lists
    .map((held) => ({ held, at: mentionOf(text, held), near: common(held.path, list.path) }))
    .filter(({ held, at }) => at >= 0 && held.path !== announcer.path)
    .sort((one, other) => other.near - one.near || (keyOf(one.held) < keyOf(other.held) ? -1 : 1));
  const [first] = neighbours;
  const before = neighbours.filter(({ held, near }) => near === first?.near && keyOf(held) < keyOf(list));
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

function keyOf({ path, name }: PlacedOptionList): string {
  return `${path}:${name}`;
}

/** Where the announcing module names a list, behind its module's name if it ever does; imports do not count. */
function mentionOf(text: string, { path, name }: PlacedOptionList): number {
  const module = moduleOf(path).split(".").at(-1) ?? "";
  const code = text.replace(/^[ \t]*(?:from|import) .*$/gm, (line) => " ".repeat(line.length));
  const dotted = new RegExp(`\\b${module}\\s*\\.\\s*${name}\\b`).exec(code);
  if (dotted) return dotted.index + dotted[0].length - name.length;
  return new RegExp(`\\b${name}\\b`).exec(code)?.index ?? -1;
}

/** How many folders two paths share, and one more for the same file. */
function common(one: string, other: string): number {
  const [first, second] = [one.split("/"), other.split("/")];
  const at = first.findIndex((part, place) => part !== second[place]);
  return at < 0 ? first.length : at;
}
