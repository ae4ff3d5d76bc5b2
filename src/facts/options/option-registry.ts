import { remembered } from "../tree/fact-memory.ts";
import { listKey, type OptionModules, type PlacedOptionList } from "./option-modules.ts";

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
  /** Whether keystoneauth may have registered its options in a group. */
  mayAuthenticate(group: string): boolean;
  /** The files that construct an option. */
  definedIn(option: string): readonly string[];
  /** All options that are constructed. */
  options(): readonly string[];
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
  /** The name of the group that an expression of a module stands for (`doors.GROUP`); `undefined` when it cannot be made out. */
  groupNamed(path: string, expression: string): string | undefined;
  /** The named lists that some registration takes for certain. */
  readonly registeredLists: readonly RegisteredList[];
  /** Whether an option of that name is constructed, or a name put together at run time could be it. */
  isKnown(option: string): boolean;
  readonly size: number;
}

/** One place that registers an option. */
export interface RegistrationSite {
  readonly path: string;
  readonly group: string | undefined;
  /** `import` when it happens as the module is loaded, `call` inside a function. */
  readonly when: "import" | "call";
  /** The function that registers it. */
  readonly within: string | undefined;
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

/** What has been made out so far, and the answers it gives. */
export class FoundOptions implements OptionRegistry {
  readonly groups: Set<string> = new Set<string>();
  private readonly modules: OptionModules;
  private readonly groupsByOption = new Map<string, Set<string>>();
  /** Registered in groups that could not be made out. */
  private readonly uncertain = new Set<string>();
  private readonly sites = new Map<string, RegistrationSite[]>();
  private readonly sitesByGroup = new Map<string, RegistrationSite[]>();
  private readonly optionsByGroup = new Map<string, Set<string>>();
  private readonly registering = new Set<string>();
  private readonly openGroups = new Map<string, string[]>();
  private readonly authenticated = new Set<string | undefined>();
  private readonly files = new Map<string, string[]>();
  private readonly patterns: RegExp[] = [];
  private readonly lists = new Map<string, RegisteredList>();

  constructor(modules: OptionModules) {
    this.modules = modules;
  }

  addGroup(name: string): void {
    this.groups.add(name);
  }

  /** A file constructs an option. */
  construct(option: string, path: string): void {
    const files = remembered<string[]>(this.files, option, () => []);
    if (!files.includes(path)) files.push(path);
  }

  /** Options may have names like these, and be in any group. */
  expect(...patterns: readonly RegExp[]): void {
    this.patterns.push(...patterns);
  }

  /** A file registers in a group what is not known. */
  open(group: string, path: string): void {
    remembered<string[]>(this.openGroups, group, () => []).push(path);
  }

  /** Options of keystoneauth are in a group, or in one that could not be made out. */
  authenticate(group: string | undefined): void {
    this.authenticated.add(group);
  }

  register(option: string, site: RegistrationSite): void {
    const groups = remembered(this.groupsByOption, option, () => new Set<string>());
    remembered<RegistrationSite[]>(this.sites, option, () => []).push(site);
    this.registering.add(site.path);
    if (site.group === undefined) {
      this.uncertain.add(option);
      return;
    }
    groups.add(site.group);
    remembered<RegistrationSite[]>(this.sitesByGroup, site.group, () => []).push(site);
    remembered(this.optionsByGroup, site.group, () => new Set<string>()).add(option);
  }

  registerList(
    list: PlacedOptionList,
    { group, within, path }: RegistrationSite,
    isForCommands: boolean,
  ): void {
    const key = listKey(list);
    const held = this.lists.get(key);
    this.lists.set(key, {
      ...list,
      group,
      isForCommands: isForCommands && (held?.isForCommands ?? true),
      registrars:
        within === undefined || held?.registrars.length === 0
          ? []
          : [...(held?.registrars ?? []), { path, name: within }],
    });
  }

  get registeredLists(): readonly RegisteredList[] {
    return [...this.lists.values()];
  }

  get size(): number {
    return this.files.size;
  }

  groupsOf(option: string): ReadonlySet<string> | undefined {
    return this.groupsByOption.get(option);
  }

  isUncertain(option: string): boolean {
    const isPlaced = (this.groupsByOption.get(option)?.size ?? 0) > 0;
    return this.uncertain.has(option) || (this.files.has(option) && !isPlaced) || this.isPutTogether(option);
  }

  openedBy(group: string): readonly string[] {
    return this.openGroups.get(group) ?? [];
  }

  mayAuthenticate(group: string): boolean {
    return this.authenticated.has(undefined) || this.authenticated.has(group) || this.openGroups.has(group);
  }

  definedIn(option: string): readonly string[] {
    return this.files.get(option) ?? [];
  }

  options(): readonly string[] {
    return [...this.files.keys()];
  }

  optionsOfFunctions(): readonly string[] {
    return [...this.sites].flatMap(([option, sites]) =>
      sites.every(({ when }) => when === "call") ? [option] : [],
    );
  }

  optionsOfMany(): readonly string[] {
    return [...this.files].flatMap(([option, files]) => (files.length > 1 ? [option] : []));
  }

  sitesOf(option: string): readonly RegistrationSite[] {
    return this.sites.get(option) ?? [];
  }

  sitesOfGroup(group: string): readonly RegistrationSite[] {
    return this.sitesByGroup.get(group) ?? [];
  }

  optionsOf(group: string): readonly string[] {
    return [...(this.optionsByGroup.get(group) ?? [])];
  }

  registersIn(path: string): boolean {
    return this.registering.has(path);
  }

  optionsIn(path: string, expression: string): readonly string[] {
    return this.modules.optionsIn(path, expression);
  }

  listsIn(path: string, expression: string, which: "certain" | "any"): readonly PlacedOptionList[] {
    return this.modules.listsIn(path, expression, which);
  }

  groupNamed(path: string, expression: string): string | undefined {
    return this.modules.groupName(path, expression);
  }

  isKnown(option: string): boolean {
    return this.files.has(option) || this.isPutTogether(option);
  }

  private isPutTogether(option: string): boolean {
    return this.patterns.some((pattern) => pattern.test(option));
  }
}
