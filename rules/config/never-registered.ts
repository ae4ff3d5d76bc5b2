import {
  type Finding,
  judgedReads,
  lastModule,
  literally,
  mayBeCalled,
  mayName,
  type OptionRead,
  type OptionRegistry,
  optionRegistry,
  type ProjectFacts,
  pathsWithWord,
  programsOf,
  type Rule,
  type RuleContext,
  statementEnd,
} from "../../src/rule.ts";

/** An option read that is constructed in a list which no code of the tree names again. */
export const neverRegistered: Rule = {
  id: "config/never-registered",
  title: "option that is constructed, but never registered",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.config/latest/reference/defining.html",
  mentions: [["CONF."]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const { project, path } = context;
  const lost = lostOptions(project);
  if (lost.size === 0) return;
  const registry = optionRegistry(project);
  // a group is known by what is registered in it
  const isGroup = (first: string, second: string | undefined) =>
    registry.groups.has(first) || (lost.has(second ?? "") && !registry.isKnown(first));
  const lostAt = (first: string, second: string | undefined) => {
    const option = (isGroup(first, second) ? second : first) ?? "";
    const place = lost.get(option);
    return place && { option, place };
  };
  for (const { read, said } of judgedReads(project, path, () => context.module, lostAt))
    yield finding(read, said.option, said.place);
}

function finding(read: OptionRead, option: string, { name, path, at, isFunction }: LostPlace): Finding {
  return {
    span: read.node,
    message: isFunction
      ? `${option} is registered by ${name}() of ${path}, which nothing calls: reading it raises NoSuchOptError`
      : `${option} is an option of ${name}, which nothing registers: reading it raises NoSuchOptError`,
    related: [
      {
        path,
        span: { start: at, end: at + name.length },
        message: isFunction ? "would be registered here" : "constructed here",
      },
    ],
  };
}

/** The list that nothing registers, or the function that would register an option and is never called. */
interface LostPlace {
  readonly name: string;
  readonly path: string;
  readonly at: number;
  readonly isFunction: boolean;
}

/** Options of a module's lists, and single ones, whose name stands nowhere else in the tree but where they are announced. */
function lostOptions(project: ProjectFacts): ReadonlyMap<string, LostPlace> {
  return project.once("options that nobody registers", () => {
    const registry = optionRegistry(project);
    const lost = new Map(uncalled(project, registry));
    for (const path of project.pathsMentioning("Opt(")) {
      const text = project.text(path) ?? "";
      for (const match of text.matchAll(LIST)) {
        const list = { name: match[1] ?? "", path, at: match.index, isFunction: false };
        const options = registry
          .optionsIn(path, list.name)
          .filter((option) => isPlacedNowhere(registry, option));
        if (options.length === 0 || isNamedAgain(project, list)) continue;
        for (const option of options) lost.set(option, list);
      }
    }
    return lost;
  });
}

const LIST = /^([A-Za-z_]\w*) = (?:[[(]\s*(?:#.*\n\s*)*)?(?:\w+\.)*\w+Opt\(/gm;

/** Whether one file alone constructs the option, and no registration that could be made out takes it. */
function isPlacedNowhere(registry: OptionRegistry, option: string): boolean {
  return registry.definedIn(option).length === 1 && registry.sitesOf(option).length === 0;
}

/** Options that are registered in functions alone, none of which the tree calls; a library's are called by others. */
function* uncalled(project: ProjectFacts, registry: OptionRegistry): Generator<readonly [string, LostPlace]> {
  if (programsOf(project).length === 0) return;
  for (const option of registry.optionsOfFunctions()) {
    const sites = registry.sitesOf(option);
    const [site] = sites;
    const name = site?.within;
    if (!site || name === undefined || !/regist|opts/i.test(name) || registry.isUncertain(option)) continue;
    const text = project.text(site.path) ?? "";
    const at = new RegExp(`^def ${literally(name)}\\b`, "m").exec(text)?.index;
    if (at === undefined || sites.some((other) => other.path !== site.path || other.within !== name))
      continue;
    if (registry.definedIn(option).length === 1 && !mayBeCalled(project, site.path, name))
      yield [option, { name, path: site.path, at: at + 4, isFunction: true }];
  }
}

/**
 * Whether a list's name is put to use: in its own module anywhere else, or in a sum that is, and in others where they may mean
 * this one. A module that registers what it finds by `getattr`, `vars` or a walk over modules may take any list.
 */
function isNamedAgain(project: ProjectFacts, list: LostPlace): boolean {
  const isRegistered = tablesRegistered(project);
  const textOf = (path: string): string => {
    const text = project.text(path) ?? "";
    return isRegistered(path) ? text : withoutAnnouncements(text);
  };
  return (
    isSwept(project.text(list.path) ?? "") ||
    namesFor(textOf(list.path), list.name).some((name) =>
      pathsWithWord(project, name).some(
        (path) => path !== list.path && mayName(textOf(path), list.path, name),
      ),
    ) ||
    isUsedWithin(textOf(list.path), list.name)
  );
}

/** A list's name, and those of the sums that it is a part of: `ALL = door_opts + wall_opts`. */
function namesFor(text: string, name: string): readonly string[] {
  return [name, ...usesWithin(text, name).flatMap((sum) => (sum === undefined ? [] : [sum]))];
}

/** Whether the text uses the name but in sums that it does not use. */
function isUsedWithin(text: string, name: string): boolean {
  return usesWithin(text, name).some((sum) => sum === undefined || usesWithin(text, sum).length > 0);
}

/** The uses of a name in a text: the name of the sum in which one stands, `undefined` for any other. */
function usesWithin(text: string, name: string): readonly (string | undefined)[] {
  const uses = [...text.matchAll(new RegExp(`\\b${literally(name)}\\b(?!\\s*(?::[^=\\n]*)?=(?!=))`, "g"))];
  if (uses.length === 0) return [];
  const sums = [...text.matchAll(/^(\w+) = (?=[\w[(])/gm)].map((match) => ({
    name: match[1] ?? "",
    start: match.index,
    end: statementEnd(text, match.index),
  }));
  return uses.map(({ index }) => sums.find(({ start, end }) => start < index && index < end)?.name);
}

/**
 * `for group, opts in list_opts(): conf.register_opts(opts, group)`: what the module announces is registered; what others do
 * is too when the loop takes theirs, or a table that asks others.
 */
function tablesRegistered(project: ProjectFacts): (path: string) => boolean {
  return project.onceOfTexts("announced options are registered", () => {
    const announcers = project.pathsMentioning("def list_").map(lastModule);
    const looping = new Map(
      project.pathsMentioning("opts():").flatMap((path) => {
        const text = project.text(path) ?? "";
        const table = REGISTERED.exec(text)?.[1];
        if (table === undefined) return [];
        const asked = [...text.matchAll(/\b(\w+)\.list_\w*opts\(/g)].map(([, module = ""]) => module);
        return [[path, asked.some((module) => announcers.includes(module)) ? "all" : "own"] as const];
      }),
    );
    const isForAll = [...looping.values()].includes("all");
    return (path) => isForAll || looping.has(path);
  });
}

const REGISTERED = /^[ \t]*for\s[^\n]*\sin\s+([\w.]*list_\w*opts)\(\):\s+[\w.]*\.register_\w*opts?\(/m;

/**
 * The text without its `list_opts` functions, and without the tables beside them in a module that registers nothing: to
 * announce an option is not to register it.
 */
function withoutAnnouncements(text: string): string {
  const rest = text
    .replace(/^def _?(?:list_\w*|config_)opts\([\s\S]*?(?=^\S|(?![\s\S]))/gm, "")
    // what a driver says of its options for the manual
    .replace(/^[ \t]+def get_driver_options\(\w*\):\s+(?:"""[^"]*"""\s+)?return .*$/gm, "");
  if (rest.length === text.length || /\bregister_(?:cli_)?opts?\b/.test(rest)) return rest;
  const tables = [...rest.matchAll(/^\w+ = [[({]/gm)].map(({ index }) =>
    rest.slice(index, statementEnd(rest, index)),
  );
  return tables.reduce((left, table) => left.replace(table, () => ""), rest);
}

function isSwept(text: string): boolean {
  return /\b(?:(?:globals|vars|locals|dir)\(|getattr\([^()]*opt)/i.test(text);
}
