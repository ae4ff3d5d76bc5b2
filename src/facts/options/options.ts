import { lastModule } from "../module/module-names.ts";
import { argumentsAt, withoutStrings } from "../module/statement-text.ts";
import type { ProjectFacts } from "../tree/project.ts";
import {
  type EnclosingFunction,
  GROUP_NAME,
  joinedDots,
  type OptionText,
  OWN_MODULE,
  optionsIn,
  type Registration,
  readOptionText,
  tableEntries,
} from "./option-lists.ts";

/** Which oslo.config options a tree registers, and where they are read from. */
export interface OptionRegistry {
  /** The groups of an option; `DEFAULT` for none. Empty: constructed, but no registration was made out. */
  groupsOf(option: string): ReadonlySet<string> | undefined;
  /** Whether an option is registered somewhere that could not be made out, so that it may be in any group. */
  isUncertain(option: string): boolean;
  /** Groups by their exact name. */
  readonly groups: ReadonlySet<string>;
  /** The files that register something in a group that could not be made out, such as a library's options. */
  openedBy(group: string): readonly string[];
  /** The files that construct an option. */
  definedIn(option: string): readonly string[];
  /** The options that functions alone register. */
  optionsOfFunctions(): readonly string[];
  /** The options that more than one file constructs. */
  optionsOfMany(): readonly string[];
  /** Where an option is registered: files, and whether importing them is enough. */
  sitesOf(option: string): readonly RegistrationSite[];
  /** Where options of a group are registered. */
  sitesOfGroup(group: string): readonly RegistrationSite[];
  /** The options that a group has for certain. */
  optionsOf(group: string): readonly string[];
  /** Whether some option is registered by the file. */
  registersIn(path: string): boolean;
  /** The options that an expression of a module holds (`mod.opts`, `chain(a, b)`). */
  optionsIn(path: string, expression: string): readonly string[];
  /**
   * The lists with options of their own that an expression names, also through sums and tables of lists. Where several
   * modules have a name, it may be `any` of theirs; what is `certain` leaves it out.
   */
  listsIn(path: string, expression: string, which: "certain" | "any"): readonly PlacedOptionList[];
  /** The named lists that some registration takes for certain. */
  readonly registeredLists: readonly RegisteredList[];
  /** Whether an option of that name is constructed, or a name put together at run time could be it. */
  isKnown(option: string): boolean;
  readonly size: number;
}

/** One place that registers an option. */
interface RegistrationSite {
  readonly path: string;
  readonly group: string | undefined;
  /** `import` when it happens as the module is loaded, `call` inside a function. */
  readonly when: "import" | "call";
  /** The function that registers it. */
  readonly within: string | undefined;
}

/** A list of options under its name; `options` are those written out in it. */
export interface PlacedOptionList {
  readonly path: string;
  readonly name: string;
  readonly options: readonly string[];
}

/** A list that is registered, and how. */
export interface RegisteredList extends PlacedOptionList {
  /** `undefined` when it could not be made out. */
  readonly group: string | undefined;
  /** Registered by `register_cli_opts` alone. */
  readonly isForCommands: boolean;
  /** The functions that register it, and the files they stand in; none when some module does so as it is loaded. */
  readonly registrars: readonly { readonly path: string; readonly name: string }[];
}

/** Literals without which a file neither defines nor registers options. */
const CONSTRUCTED = new RegExp(GROUP_NAME);

/** Groups that are constructed, and those that `group=` names. */
const NAMED_GROUPS = new RegExp(String.raw`${GROUP_NAME}|\bgroup\s*=\s*['"]([^'"]+)['"](?=\s*[,)])`, "g");

const LITERALS = ["Opt(", "register_opt", "register_cli_opt", "_opts(", "OptGroup("];

/** The registry of a tree; test code does not count. */
export function optionRegistry(project: ProjectFacts): OptionRegistry {
  return project.onceOfTexts("option registry", () => new RegistryReader(project).read());
}

/** `{'group': [cfg.StrOpt(…)]}`, `[('group', group_opts), (GROUP, module.opts)]`, `yield 'group', group_opts`. */
const KEYS = [
  /(['"]\w+['"])\s*:\s*(?:\[|\(|\w+opt)/gi,
  /\(\s*(['"]\w+['"]|[A-Z]\w*),\s*(?:list\(|itertools\.chain\(\s*)?[\w.]*opt/gi,
  /\byield\s+(['"]\w+['"]),\s*\w+opt/gi,
];

/** A function that gives a table of groups and their options. */
const TABLE = /^def \w*opts\(\):/m;

class RegistryReader {
  private readonly project: ProjectFacts;
  private readonly texts = new Map<string, OptionText>();
  private readonly groupsByOption = new Map<string, Set<string>>();
  private readonly uncertain = new Set<string>();
  private readonly sites = new Map<string, RegistrationSite[]>();
  private readonly groups = new Set<string>();
  private readonly openGroups = new Map<string, string[]>();
  private readonly files = new Map<string, string[]>();
  private readonly patterns: RegExp[] = [];
  /** Files whose loops register lists in groups that they take from elsewhere. */
  private readonly looping = new Set<string>();
  /** Modules by the names of the lists they hold. */
  private readonly holders = new Map<string, string[]>();
  private readonly registered = new Map<string, RegisteredList>();
  /** Answers of `isLocal`: a module may register hundreds of lists of one name. */
  private readonly locals = new Map<string, boolean>();

  constructor(project: ProjectFacts) {
    this.project = project;
  }

  read(): OptionRegistry {
    for (const path of this.project.pathsMentioning(...LITERALS)) this.readText(path);
    for (const [path, text] of this.texts)
      for (const registration of text.registrations) this.register(path, registration);
    for (const path of this.looping.size > 0 ? this.texts.keys() : [])
      if (this.looping.has(path) || TABLE.test(this.project.text(path) ?? "")) this.addKeys(path);
    if ([...this.looping].some((path) => (this.project.text(path) ?? "").includes("import_module(")))
      this.addModules();
    for (const [path, { makers }] of [...this.texts]) for (const maker of makers) this.addMade(path, maker);
    const placed = new Set(
      [...this.groupsByOption].flatMap(([option, groups]) => (groups.size > 0 ? [option] : [])),
    );
    for (const option of this.files.keys()) if (!placed.has(option)) this.uncertain.add(option);
    const registering = new Set([...this.sites.values()].flatMap((sites) => sites.map(({ path }) => path)));
    return {
      optionsOf: (group) =>
        [...this.groupsByOption].flatMap(([option, groups]) => (groups.has(group) ? [option] : [])),
      registersIn: (path) => registering.has(path),
      groupsOf: (option) => this.groupsByOption.get(option),
      isUncertain: (option) =>
        this.uncertain.has(option) || this.patterns.some((pattern) => pattern.test(option)),
      groups: this.groups,
      openedBy: (group) => this.openGroups.get(group) ?? [],
      sitesOf: (option) => this.sites.get(option) ?? [],
      sitesOfGroup: (group) => [...this.sites.values()].flat().filter((site) => site.group === group),
      optionsIn: (path, expression) => this.optionsOf(path, expression),
      listsIn: (path, expression, which) => this.listsOf(path, expression, which),
      registeredLists: [...this.registered.values()],
      optionsOfFunctions: () =>
        [...this.sites].flatMap(([option, sites]) =>
          sites.every(({ when }) => when === "call") ? [option] : [],
        ),
      optionsOfMany: () => [...this.files].flatMap(([option, files]) => (files.length > 1 ? [option] : [])),
      definedIn: (option) => this.files.get(option) ?? [],
      isKnown: (option) => this.files.has(option) || this.patterns.some((pattern) => pattern.test(option)),
      size: this.files.size,
    };
  }

  private readText(path: string): void {
    const text = readOptionText(this.project.text(path) ?? "");
    this.texts.set(path, text);
    this.patterns.push(...text.patterns);
    for (const option of text.options) {
      const files = this.files.get(option);
      if (!files) this.files.set(option, [path]);
      else if (!files.includes(path)) files.push(path);
    }
    for (const name of text.lists.keys()) this.holders.set(name, [...(this.holders.get(name) ?? []), path]);
    for (const match of (this.project.text(path) ?? "").matchAll(NAMED_GROUPS)) {
      this.groups.add(match[1] ?? match[2] ?? "");
    }
  }

  private register(path: string, registration: Registration): void {
    const around = registration.within;
    const takes = (expression: string | undefined) =>
      around?.parameters.find((held) => held.name === expression?.replace(/^\*/, ""));
    const options = takes(registration.options);
    const group = takes(registration.group);
    if (registration.table !== undefined) this.placeTable(path, registration, registration.table);
    if (!options) {
      const own =
        registration.group === undefined ? "DEFAULT" : this.groupName(path, registration.group, registration);
      if (own === undefined && !group) this.looping.add(path);
      this.place(
        path,
        registration.options,
        own,
        this.isCalledHere(path, registration) ? undefined : around?.name,
        registration.isForCommands,
      );
    }
    if (around && (options || group))
      this.registerForCallers(path, registration, around, options?.name, group?.name);
  }

  /** `for group, options in opts.list_opts(): conf.register_opts(options, group)`: each pair of the table is registered. */
  private placeTable(path: string, registration: Registration, table: string): void {
    const [module, called = table] = table.includes(".") ? table.split(".").slice(-2) : [];
    const from =
      module === undefined
        ? path
        : this.project
            .pathsMentioning(`def ${called}(`)
            .find((candidate) => lastModule(candidate) === module);
    if (from === undefined) return;
    const text = this.project.text(from) ?? "";
    if (!this.texts.has(from)) this.texts.set(from, readOptionText(text));
    const within = this.isCalledHere(path, registration) ? undefined : registration.within?.name;
    for (const { group, options } of tableEntries(text, called)) {
      const isDefault = /^(?:None|['"]DEFAULT['"])$/.test(group);
      const lists = ["certain", "any"] as const;
      const [certain, any] = lists.map((which) => this.listsOf(from, options, which).length);
      // lists of one name in several modules belong to several groups
      const isCertain = certain === any;
      const name = isDefault ? "DEFAULT" : this.groupName(from, group);
      this.place(from, options, isCertain ? name : undefined, within, false);
    }
  }

  /**
   * A loop registers lists in groups that its file or a table names beside them, or that are put together. Options that stand
   * in a table themselves may be in any of its groups, when its pairs were not made out.
   */
  private addKeys(path: string): void {
    const text = this.project.text(path) ?? "";
    const { options, lists } = this.texts.get(path) ?? readOptionText(text);
    const listed = new Set([...lists.values()].flatMap((list) => list.options));
    if (TABLE.test(text))
      for (const option of options)
        if (!listed.has(option) && !this.groupsByOption.has(option)) this.uncertain.add(option);
    for (const pattern of KEYS)
      for (const [, key = ""] of text.matchAll(pattern)) {
        const group = this.groupName(path, key);
        if (group !== undefined) this.groups.add(group);
      }
    for (const [, prefix] of text.matchAll(/['"](\w+_)['"]\s*\+/g))
      this.patterns.push(new RegExp(`^${prefix}\\w+$`));
  }

  /** What imports modules by name and registers their lists does so in groups of their names. */
  private addModules(): void {
    for (const [path, { options, patterns }] of this.texts)
      if (options.length + patterns.length > 0) this.groups.add(lastModule(path));
  }

  /** The options that callers name to a function which makes them; in which group is not asked. */
  private addMade(path: string, { name, parameter, at }: OptionText["makers"][number]): void {
    for (const { caller, given } of this.callsOf(path, name)) {
      const option = /^['"]([\w-]+)['"]$/
        .exec(argumentAt(given, at, parameter) ?? "")?.[1]
        ?.replaceAll("-", "_");
      if (option !== undefined && !this.files.has(option)) this.files.set(option, [caller]);
    }
  }

  /** `def register(conf): …` and `register(cfg.CONF)` in the first column of the same module. */
  private isCalledHere(path: string, registration: Registration): boolean {
    const name = registration.within?.name;
    return name !== undefined && new RegExp(`^${name}\\(`, "m").test(this.project.text(path) ?? "");
  }

  /**
   * `def register_x(opts, conf): conf.register_opts(opts, 'x')`, `def register(conf, group='x')`: what callers hand
   * over is registered, and where they say.
   */
  private registerForCallers(
    path: string,
    registration: Registration,
    around: EnclosingFunction,
    options: string | undefined,
    group: string | undefined,
  ): void {
    for (const { caller, given } of this.callsOf(path, around.name)) {
      const handed = (name: string): string | undefined => {
        const at = around.parameters.findIndex((held) => held.name === name);
        return argumentAt(given, at, name) ?? around.parameters[at]?.defaultValue;
      };
      const what = options === undefined ? registration.options : handed(options);
      const where = group === undefined ? registration.group : handed(group);
      if (what === undefined) continue;
      const name =
        where === undefined || where === "None"
          ? "DEFAULT"
          : this.groupName(group === undefined ? path : caller, where, registration);
      this.place(options === undefined ? path : caller, what, name, around.name, registration.isForCommands);
    }
  }

  /** Calls of a function of a module: bare in modules that define or import it, elsewhere behind the module's name. */
  private *callsOf(
    path: string,
    name: string,
  ): Generator<{ readonly caller: string; readonly given: readonly string[] }> {
    const module = lastModule(path);
    const calls = new RegExp(`(?<!def )(?<![\\w.])([\\w.]*\\.)?${name}\\s*\\(`, "g");
    for (const caller of this.project.pathsMentioning(`${name}(`)) {
      const text = this.project.text(caller) ?? "";
      if (!this.texts.has(caller)) this.texts.set(caller, readOptionText(text));
      const bare =
        caller === path || new RegExp(`import[^\\n]*\\b${name}\\b|^[ \\t]+${name},?$`, "m").test(text);
      for (const match of text.matchAll(calls)) {
        const before = match[1]?.slice(0, -1);
        const isIt = before === undefined ? bare : isModuleName(text, before, module);
        const open = match.index + match[0].length - 1;
        if (isIt) yield { caller, given: argumentsAt(text, open) };
      }
    }
  }

  /** The group that an expression names; `undefined` when that cannot be made out. */
  private groupName(path: string, expression: string, registration?: Registration): string | undefined {
    const literal = /^['"]([^'"]+)['"]$/.exec(expression)?.[1] ?? CONSTRUCTED.exec(expression)?.[1];
    if (literal !== undefined) return literal;
    const defaulted = registration?.within?.parameters.find((held) => held.name === expression)?.defaultValue;
    if (defaulted !== undefined) return defaulted === "None" ? "DEFAULT" : this.groupName(path, defaulted);
    const written =
      expression
        .replace(/\.name$/, "")
        .split(".")
        .at(-1) ?? "";
    const name = this.texts.get(path)?.aliases.get(written) ?? written;
    const here = this.namedIn(path, name);
    if (here !== undefined) return here;
    const elsewhere = new Set([...this.texts.keys()].flatMap((other) => this.namedIn(other, name) ?? []));
    return elsewhere.size === 1 ? [...elsewhere][0] : undefined;
  }

  /** What a name of a module stands for: `GROUP = 'x'`, `group = cfg.OptGroup(GROUP)`. */
  private namedIn(path: string, name: string): string | undefined {
    const value = this.texts.get(path)?.names.get(name);
    return value === OWN_MODULE ? lastModule(path) : value;
  }

  private place(
    path: string,
    expression: string,
    group: string | undefined,
    within: string | undefined,
    isForCommands: boolean,
  ): void {
    if (group !== undefined) this.groups.add(group);
    const options = this.optionsOf(path, expression);
    // `auth_token.opts` of another project; what a function makes was read above
    if (options.length === 0 && group !== undefined && /^\w+(\.\w+)+$/.test(expression))
      this.openGroups.set(group, [...(this.openGroups.get(group) ?? []), path]);
    for (const option of options) {
      const groups = this.groupsByOption.get(option) ?? new Set<string>();
      if (group === undefined) this.uncertain.add(option);
      else groups.add(group);
      this.groupsByOption.set(option, groups);
      this.sites.set(option, [
        ...(this.sites.get(option) ?? []),
        { path, group, within, when: within === undefined ? "import" : "call" },
      ]);
    }
    for (const list of this.listsOf(path, expression, "certain")) {
      const held = this.registered.get(`${list.path}:${list.name}`);
      this.registered.set(`${list.path}:${list.name}`, {
        ...list,
        group,
        isForCommands: isForCommands && (held?.isForCommands ?? true),
        registrars:
          within === undefined || held?.registrars.length === 0
            ? []
            : [...(held?.registrars ?? []), { path, name: within }],
      });
    }
  }

  /** The options that an expression holds: written out, in lists of this module, in lists of others. */
  private optionsOf(path: string, expression: string): readonly string[] {
    const { options, rest } = optionsIn(expression);
    return [
      ...options,
      ...namesIn(rest).flatMap((name) =>
        this.listsNamed(path, name, 0, "any").flatMap((list) => list.options),
      ),
    ];
  }

  private listsOf(path: string, expression: string, which: "certain" | "any"): readonly PlacedOptionList[] {
    const names = namesIn(withoutStrings(optionsIn(expression).rest));
    return [...new Set(names)].flatMap((name) => this.listsNamed(path, name, 0, which));
  }

  /** The lists that a name stands for; `certain` leaves out what several modules could mean by it. */
  private listsNamed(
    path: string,
    dotted: string,
    hops: number,
    which: "certain" | "any",
  ): readonly PlacedOptionList[] {
    const name = dotted.split(".").at(-1) ?? "";
    if (hops > 4 || name.length < 2) return [];
    const own = dotted.includes(".") ? undefined : this.texts.get(path)?.lists.get(name);
    const found = own ? [path] : this.isLocal(path, dotted) ? [] : this.holdersFor(dotted, name);
    if (which === "certain" && found.length > 1) return [];
    return found.flatMap((holder) => {
      const list = this.texts.get(holder)?.lists.get(name);
      if (!list) return [];
      const itself = list.options.length > 0 ? [{ path: holder, name, options: list.options }] : [];
      return [...itself, ...list.parts.flatMap((part) => this.listsNamed(holder, part, hops + 1, which))];
    });
  }

  /** `for group, opts in list_opts()`: a bare name that no import brings in is no other module's list. */
  private isLocal(path: string, dotted: string): boolean {
    if (dotted.includes(".")) return false;
    const key = `${dotted} ${path}`;
    const held = this.locals.get(key);
    if (held !== undefined) return held;
    const imported = new RegExp(`\\bimport\\b[^\\n]*(\\b${dotted}\\b|\\*)|^[ \\t]+${dotted},?\\)?$`, "m");
    const isLocal = !imported.test(this.project.text(path) ?? "");
    this.locals.set(key, isLocal);
    return isLocal;
  }

  /** Modules with a list of that name; those whose path fits the name's prefix come alone when there are any. */
  private holdersFor(dotted: string, name: string): readonly string[] {
    const holders = this.holders.get(name) ?? [];
    const module = dotted.split(".").at(-2);
    const named = this.project.pathOf(dotted.split(".").slice(0, -1).join("."));
    if (named !== undefined && holders.includes(named)) return [named];
    const fitting = module
      ? holders.filter((path) => path.endsWith(`/${module}.py`) || path.endsWith(`/${module}/__init__.py`))
      : [];
    return fitting.length > 0 ? fitting : holders;
  }
}

function namesIn(text: string): readonly string[] {
  return joinedDots(text).match(/[A-Za-z_][\w.]*/g) ?? [];
}

/** `config` of `from pkg import config`, `c_conf` of `from pkg import config as c_conf`. */
function isModuleName(text: string, written: string, module: string): boolean {
  const last = written.split(".").at(-1) ?? "";
  return last === module || new RegExp(`\\b${module}\\s+as\\s+${last}\\b`).test(text);
}

function argumentAt(given: readonly string[], position: number, name: string): string | undefined {
  const named = given.find((argument) => new RegExp(`^${name}\\s*=[^=]`).test(argument));
  if (named !== undefined) return named.replace(/^\w+\s*=\s*/, "");
  const positional = given.filter((argument) => !/^\w+\s*=[^=]/.test(argument));
  return positional[position];
}
