import { literally } from "../../text/literally.ts";
import { lastModule } from "../module/module-names.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { authRegistrationsIn } from "./auth-registrations.ts";
import { OptionModules } from "./option-modules.ts";
import { FoundOptions, type OptionRegistry } from "./option-registry.ts";
import { GROUP_NAME, type OptionText } from "./option-text.ts";
import { type Registration, tableEntries } from "./registrations.ts";
import type { EnclosingFunction } from "./written-functions.ts";

/** Groups that are constructed, and those that `group=` names. */
const NAMED_GROUPS = new RegExp(String.raw`${GROUP_NAME}|\bgroup\s*=\s*['"]([^'"]+)['"](?=\s*[,)])`, "g");

/** `loading.register_auth_conf_options`, `loading.get_session_conf_options`, `loading.get_auth_plugin_conf_options` and older ones. */
const AUTHENTICATES = /\b(?:register|get)_\w*(?:conf|plugin)_options\b/;

/** The registry of a tree; test code does not count. */
export function optionRegistry(project: ProjectFacts): OptionRegistry {
  return project.onceOfTexts("option registry", () => new RegistryReader(new OptionModules(project)).read());
}

/** `{'group': [cfg.StrOpt(…)]}`, `[('group', group_opts), (GROUP, module.opts)]`, `yield 'group', group_opts`, and objects. */
const KEYS = [
  /(['"]\w+['"])\s*:\s*(?:\[|\(|\w+opt)/gi,
  /\(\s*(['"]\w+['"]|[A-Z]\w*),\s*(?:list\(|itertools\.chain\(\s*)?[\w.]*opt/gi,
  /\byield\s+(['"]\w+['"]),\s*\w+opt/gi,
  // `Section(name='group', options=[…])`, whose parts the loop takes
  /\b[A-Z]\w*\(\s*name\s*=\s*(['"]\w+['"])(?=\s*,)/g,
];

/** A function that gives a table of groups and their options. */
const TABLE = /^def \w*opts\(\):/m;

/** Goes through what registers options, and says what is registered where. */
class RegistryReader {
  private readonly modules: OptionModules;
  private readonly found: FoundOptions;
  /** Files whose loops register lists in groups that they take from elsewhere. */
  private readonly looping = new Set<string>();

  constructor(modules: OptionModules) {
    this.modules = modules;
    this.found = new FoundOptions(modules);
  }

  read(): OptionRegistry {
    const { modules, looping } = this;
    for (const path of [...modules.paths]) this.addConstructed(path);
    // those that callers bring in come to their turn as well
    for (const path of modules.paths)
      for (const registration of modules.at(path).registrations) this.register(path, registration);
    if (looping.size > 0)
      for (const path of modules.paths)
        if (looping.has(path) || TABLE.test(modules.source(path))) this.addKeys(path);
    if ([...looping].some((path) => modules.source(path).includes("import_module("))) this.addModules();
    for (const path of [...modules.paths])
      for (const maker of modules.at(path).makers) this.addMade(path, maker);
    return this.found;
  }

  private addConstructed(path: string): void {
    const { options, patterns } = this.modules.at(path);
    this.found.expect(...patterns);
    for (const option of options) this.found.construct(option, path);
    const text = this.modules.source(path);
    for (const [, constructed, named] of text.matchAll(NAMED_GROUPS))
      this.found.addGroup(constructed ?? named ?? "");
    if (AUTHENTICATES.test(text)) this.addAuthentication(path, text);
  }

  /** The groups that a text hands to keystoneauth; a call that names none may be for any. */
  private addAuthentication(path: string, text: string): void {
    const named = authRegistrationsIn(text).flatMap(({ by, group }) =>
      by === "list" ? [] : [group === undefined ? undefined : this.modules.groupName(path, group)],
    );
    for (const group of named.length > 0 ? named : [undefined]) {
      if (group !== undefined) this.found.addGroup(group);
      this.found.authenticate(group);
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
        registration.group === undefined
          ? "DEFAULT"
          : this.modules.groupName(path, registration.group, around);
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
    const from = module === undefined ? path : this.modules.defining(called, module);
    if (from === undefined) return;
    this.modules.at(from); // its lists are looked up below
    const within = this.isCalledHere(path, registration) ? undefined : registration.within?.name;
    for (const { group, options } of tableEntries(this.modules.source(from), called)) {
      const isDefault = /^(?:None|['"]DEFAULT['"])$/.test(group);
      const lists = ["certain", "any"] as const;
      const [certain, any] = lists.map((which) => this.modules.listsIn(from, options, which).length);
      // lists of one name in several modules belong to several groups
      const isCertain = certain === any;
      const name = isDefault ? "DEFAULT" : this.modules.groupName(from, group);
      this.place(from, options, isCertain ? name : undefined, within, false);
    }
  }

  /** A loop registers lists in groups that its file or a table names beside them, or that are put together. */
  private addKeys(path: string): void {
    const text = this.modules.source(path);
    for (const pattern of KEYS)
      for (const [, key = ""] of text.matchAll(pattern)) {
        const group = this.modules.groupName(path, key);
        if (group !== undefined) this.found.addGroup(group);
      }
    for (const [, prefix] of text.matchAll(/['"](\w+_)['"]\s*\+/g))
      this.found.expect(new RegExp(`^${prefix}\\w+$`));
  }

  /** What imports modules by name and registers their lists does so in groups of their names. */
  private addModules(): void {
    for (const path of this.modules.paths) {
      const { options, patterns } = this.modules.at(path);
      if (options.length + patterns.length > 0) this.found.addGroup(lastModule(path));
    }
  }

  /** The options that callers name to a function which makes them; in which group is not asked. */
  private addMade(path: string, { name, parameter, at }: OptionText["makers"][number]): void {
    for (const { caller, given } of this.modules.callsOf(path, name)) {
      const option = /^['"]([\w-]+)['"]$/
        .exec(argumentAt(given, at, parameter) ?? "")?.[1]
        ?.replaceAll("-", "_");
      if (option !== undefined && this.found.definedIn(option).length === 0)
        this.found.construct(option, caller);
    }
  }

  /** `def register(conf): …` and `register(cfg.CONF)` in the first column of the same module. */
  private isCalledHere(path: string, registration: Registration): boolean {
    const name = registration.within?.name;
    return name !== undefined && new RegExp(`^${literally(name)}\\(`, "m").test(this.modules.source(path));
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
    for (const { caller, given } of this.modules.callsOf(path, around.name)) {
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
          : this.modules.groupName(group === undefined ? path : caller, where, around);
      this.place(options === undefined ? path : caller, what, name, around.name, registration.isForCommands);
    }
  }

  private place(
    path: string,
    expression: string,
    group: string | undefined,
    within: string | undefined,
    isForCommands: boolean,
  ): void {
    if (group !== undefined) this.found.addGroup(group);
    const site = { path, group, within, when: within === undefined ? "import" : "call" } as const;
    const options = this.modules.optionsIn(path, expression);
    // `auth_token.opts` of another project; what a function makes was read above
    if (options.length === 0 && group !== undefined && /^\w+(\.\w+)+$/.test(expression))
      this.found.open(group, path);
    for (const option of options) this.found.register(option, site);
    for (const list of this.modules.listsIn(path, expression, "certain"))
      this.found.registerList(list, site, isForCommands);
  }
}

function argumentAt(given: readonly string[], position: number, name: string): string | undefined {
  const named = given.find((argument) => new RegExp(`^${literally(name)}\\s*=[^=]`).test(argument));
  if (named !== undefined) return named.replace(/^\w+\s*=\s*/, "");
  const positional = given.filter((argument) => !/^\w+\s*=[^=]/.test(argument));
  return positional[position];
}
