import {
  type ClassFacts,
  calledParameters,
  type Finding,
  isPromise,
  keepsSignature,
  namePlace,
  overridesOf,
  type Parameter,
  type PlacedFunction,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** A promised method that no implementation keeps as it is written. */
export const promiseOutdated: Rule = {
  id: "calls/promise-outdated",
  title: "promised method with parameters that no implementation has",
  severity: "info",
  confidence: "medium",
  onByDefault: false,
  source: "https://opendev.org/openstack/octavia/commit/a054a91555",
  mentions: [["NotImplementedError", "abstractmethod"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.classes) {
    for (const [name, method] of facts.methods) {
      const base = { module, function: method };
      if (name.startsWith("__") || !isPromise(base) || !keepsSignature(project, base)) continue;
      const placed = { module, class: facts };
      const overrides = overridesOf(project, placed, name);
      if (overrides.length === 0 || !overrides.every((override) => keepsSignature(project, override)))
        continue;
      const reason = refusedByAll(base, overrides) ?? lacksFirst(facts, base, overrides);
      if (!reason) continue;
      yield {
        span: namePlace(method),
        message: `${method.qualifiedName}() promises other parameters than its implementations have: ${reason}`,
      };
    }
  }
}

const isVariable = ({ kind }: Parameter) => kind.startsWith("var-");

/** Two implementations or more, and none takes as many arguments as the promise demands, or knows the names that it shows. */
function refusedByAll(base: PlacedFunction, overrides: readonly PlacedFunction[]): string | undefined {
  const parameters = calledParameters(base);
  if (overrides.length < 2 || parameters.some(isVariable)) return undefined;
  const lists = overrides.map(calledParameters);
  if (lists.some((list) => list.some(isVariable))) return undefined;
  const [first = []] = lists;
  const isAgreed = lists.every((list) => list.length === first.length && list[0]?.name === first[0]?.name);
  if (!isAgreed || parameters.length === first.length || parameters[0]?.name === first[0]?.name)
    return undefined;
  return `all ${overrides.length} of them take ${shown(first)}, not ${shown(parameters)}`;
}

/**
 * One implementation that takes one thing more before all that the promise shows, as the other promises of the class do:
 * it was forgotten in this one.
 */
function lacksFirst(
  { methods }: ClassFacts,
  base: PlacedFunction,
  overrides: readonly PlacedFunction[],
): string | undefined {
  const parameters = calledParameters(base);
  const [only, ...more] = overrides.map(calledParameters);
  const [lacking, ...rest] = only ?? [];
  if (!only || !lacking || more.length > 0 || rest.length !== parameters.length) return undefined;
  if (only.some(isVariable) || parameters[0]?.name !== rest[0]?.name) return undefined;
  const others = [...methods.values()].filter(
    (other) => other !== base.function && !other.name.startsWith("_"),
  );
  return others.length > 2 && others.every((other) => other.parameters[1]?.name === lacking.name)
    ? `the one there is takes ${shown(only)}, not ${shown(parameters)}`
    : undefined;
}

function shown(parameters: readonly Parameter[]): string {
  return `(${parameters.map(({ name }) => name).join(", ")})`;
}
