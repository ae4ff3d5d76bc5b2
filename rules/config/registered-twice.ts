import {
  addTo,
  definitionIn,
  type Finding,
  loadedFirst,
  loadedWith,
  type OptionDefinition,
  type OptionRegistry,
  optionRegistry,
  type ProjectFacts,
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

/** Clashes by the module that comes second, or whose import brings the other in. */
function clashesOf(project: ProjectFacts): ReadonlyMap<string, readonly Clash[]> {
  return project.once("options registered twice", () => {
    const registry = optionRegistry(project);
    const found = new Map<string, Clash[]>();
    for (const { option, first, second } of registeredByMany(registry)) {
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
  return ofOther && loading.get(one)?.some((program) => ofOther.includes(program)) ? [one, other] : undefined;
}

/** For each module, the programs that have loaded it when they start. */
function programsLoading(project: ProjectFacts): ReadonlyMap<string, readonly string[]> {
  return project.onceOfTexts("programs by the modules that they load", () => {
    const found = new Map<string, string[]>();
    for (const program of programsOf(project))
      for (const path of loadedFirst(project, program)) {
        const programs = found.get(path);
        if (programs) programs.push(program);
        else found.set(path, [program]);
      }
    return found;
  });
}

function clashBetween(project: ProjectFacts, option: string, path: string, other: string): Clash | undefined {
  const isMinded = [path, other].some((each) =>
    /DuplicateOptError|unregister_opt/.test(project.text(each) ?? ""),
  );
  const [here, there] = [path, other].map((each) => definitionIn(project, each, option));
  const why = here && there && !isMinded ? differenceOf(here, there) : undefined;
  return here && there && why ? { option, here: here.span, other, there: there.span, why } : undefined;
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
