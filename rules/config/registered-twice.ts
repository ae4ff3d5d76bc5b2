import {
  addTo,
  definitionIn,
  definitionsIn,
  type Finding,
  groupBy,
  isTestPath,
  lastModule,
  loadedFirst,
  loadedWith,
  type OptionDefinition,
  type OptionRegistry,
  optionRegistry,
  type ProjectFacts,
  pathsWithWord,
  programsOf,
  type Rule,
  type RuleContext,
  type Span,
} from "../../src/rule.ts";

/** An option that two modules of one process register with different definitions. */
export const registeredTwice: Rule = {
  id: "config/registered-twice",
  title: "option registered twice, with different definitions",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/tacker/commit/60373ebda",
  mentions: [["Opt("], ["register_opt", "register_cli_opt"]],
  check,
};

function* check({ path, project }: RuleContext): Generator<Finding> {
  yield* ownClashes(project, path);
  for (const { here, there, other, option, why } of clashesOf(project).get(path) ?? []) {
    yield {
      span: here,
      message: `${option} is also registered by ${other}, with another ${why}: DuplicateOptError as soon as one process has loaded both`,
      related: [{ path: other, span: there, message: "the other definition" }],
    };
  }
}

interface Clash {
  readonly option: string;
  readonly here: Span;
  readonly other: string;
  readonly there: Span;
  /** What differs: `help`, `default`, `type`. */
  readonly why: string;
}

/** Clashes within one module. */
function* ownClashes(project: ProjectFacts, path: string): Generator<Finding> {
  for (const option of registeredAgain(project).get(path) ?? []) {
    const [first, second, ...more] = definitionsIn(project, path, option);
    const why = first && second && more.length === 0 ? differenceOf(first, second) : undefined;
    if (!second || why === undefined || isMinded(project, path)) continue;
    yield {
      span: second.span,
      message: `${option} is also registered above, with another ${why}: DuplicateOptError`,
      related: [{ path, span: first?.span ?? second.span, message: "the other definition" }],
    };
  }
}

/** For each module, the options that stand twice in a list of its, or that it registers twice in one group as it is loaded. */
function registeredAgain(project: ProjectFacts): ReadonlyMap<string, ReadonlySet<string>> {
  return project.onceOfTexts("options registered twice in a module", () => {
    const registry = optionRegistry(project);
    const found = new Map<string, Set<string>>();
    const add = (path: string, option: string) => found.set(path, (found.get(path) ?? new Set()).add(option));
    for (const { path, options } of registry.registeredLists)
      for (const [at, option] of options.entries()) if (options.indexOf(option) < at) add(path, option);
    for (const option of registry.options()) {
      const sites = groupBy(registry.sitesOf(option), ({ path }) => path);
      for (const path of registry.definedIn(option))
        if (arePutTwice(sites.get(path) ?? [])) add(path, option);
    }
    return found;
  });
}

/** Whether a module registers an option just twice, in one group, as it is loaded. */
function arePutTwice([one, other, ...more]: ReturnType<OptionRegistry["sitesOf"]>): boolean {
  const isLoaded = one?.when === "import" && other?.when === "import";
  return isLoaded && more.length === 0 && one.group !== undefined && one.group === other.group;
}

/** Clashes by the module that comes second, or whose import brings the other in. */
function clashesOf(project: ProjectFacts): ReadonlyMap<string, readonly Clash[]> {
  return project.once("options registered twice", () => {
    const registry = optionRegistry(project);
    const found = new Map<string, Clash[]>();
    for (const { option, first, second } of registeredByMany(registry)) {
      // most that are alike are equal, and it costs more to see who loads them
      if (!clashBetween(project, option, first, second)) continue;
      const [other, path] = inOrder(project, first, second) ?? [];
      const clash = path && other && clashBetween(project, option, path, other);
      if (clash) addTo(found, path, clash);
    }
    return found;
  });
}

/** The options that several modules both construct and register, in one group, as they are loaded; each two of the modules. */
function* registeredByMany(
  registry: OptionRegistry,
): Generator<{ readonly option: string; readonly first: string; readonly second: string }> {
  for (const option of registry.optionsOfMany()) {
    const defined = registry.definedIn(option);
    const byGroup = new Map<string, Set<string>>();
    for (const { path, group, when } of registry.sitesOf(option)) {
      if (group === undefined || when !== "import" || !defined.includes(path)) continue;
      byGroup.set(group, (byGroup.get(group) ?? new Set()).add(path));
    }
    for (const paths of byGroup.values()) yield* pairsOf([...paths].sort(), option);
  }
}

function* pairsOf(
  paths: readonly string[],
  option: string,
): Generator<{ readonly option: string; readonly first: string; readonly second: string }> {
  for (const [at, first] of paths.entries())
    for (const second of paths.slice(at + 1)) yield { option, first, second };
}

/** The two modules as one process loads them; `undefined` when none is known to load both. */
function inOrder(project: ProjectFacts, one: string, other: string): readonly [string, string] | undefined {
  if (loadedWith(project, one).has(other)) return [other, one];
  if (loadedWith(project, other).has(one)) return [one, other];
  const loading = programsLoading(project);
  const ofOther = loading.get(other);
  const isOfProgram = ofOther && loading.get(one)?.some((program) => ofOther.includes(program));
  return isOfProgram || isImportedWith(project, one, other) ? [one, other] : undefined;
}

/** Whether a third module imports both, without a function or a handler around. */
function isImportedWith(project: ProjectFacts, one: string, other: string): boolean {
  const naming = new Set(pathsWithWord(project, lastModule(one)));
  return pathsWithWord(project, lastModule(other)).some((path) => {
    if (!naming.has(path) || isTestPath(path)) return false;
    const loaded = loadedFirst(project, path);
    return loaded.has(one) && loaded.has(other);
  });
}

/** For each module, the programs that have loaded it when they start. */
function programsLoading(project: ProjectFacts): ReadonlyMap<string, readonly string[]> {
  return project.onceOfTexts("programs by the modules that they load", () => {
    const found = new Map<string, string[]>();
    for (const program of programsOf(project))
      for (const path of loadedFirst(project, program)) addTo(found, path, program);
    return found;
  });
}

function clashBetween(project: ProjectFacts, option: string, path: string, other: string): Clash | undefined {
  const [here, there] = [path, other].map((each) => definitionIn(project, each, option));
  const isExpected = isMinded(project, path) || isMinded(project, other);
  const why = here && there && !isExpected ? differenceOf(here, there) : undefined;
  return here && there && why ? { option, here: here.span, other, there: there.span, why } : undefined;
}

/** Whether a module takes care of what is registered already. */
function isMinded(project: ProjectFacts, path: string): boolean {
  return /DuplicateOptError|unregister_opt/.test(project.text(path) ?? "");
}

/** The keyword whose values certainly differ; names and calls may give the same. */
function differenceOf(one: OptionDefinition, other: OptionDefinition): string | undefined {
  if (one.kind !== other.kind) return "type";
  for (const key of ["default", "choices", "min", "max", "secret", "help"]) {
    const [first, second] = [one, other].map(({ keywords }) => literal(keywords.get(key) ?? "None"));
    if (first !== undefined && second !== undefined && first !== second) return key;
  }
  return undefined;
}

/** A number, a truth value, or strings side by side, also in the brackets of a translation; the rest is not known. */
function literal(written: string): string | undefined {
  const text = written.replace(/^(?:_|u\._)?\(([\s\S]*)\)$/, "$1").trim();
  if (/^(-?\d+(\.\d+)?|True|False|None)$/.test(text)) return text;
  const parts = text.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g);
  if (!parts || text.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "").trim() !== "") return undefined;
  return JSON.stringify(parts.map((part) => part.slice(1, -1)).join(""));
}
