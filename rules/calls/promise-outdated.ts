import {
  calledParameters,
  type Finding,
  namePlace,
  type PlacedFunction,
  promisesKept,
  type Rule,
  type RuleContext,
  shownParameters,
  takesAnyNumber,
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
  for (const { base, overrides } of promisesKept(project, module)) {
    const reason = refusedByAll(base, overrides);
    if (!reason) continue;
    yield {
      span: namePlace(base.function),
      message: `${base.function.qualifiedName}() promises other parameters than its implementations have: ${reason}`,
    };
  }
}

/** Two implementations or more, and none takes as many arguments as the promise demands, or knows the names that it shows. */
function refusedByAll(base: PlacedFunction, overrides: readonly PlacedFunction[]): string | undefined {
  const parameters = calledParameters(base);
  if (overrides.length < 2 || takesAnyNumber(parameters)) return undefined;
  const lists = overrides.map(calledParameters);
  if (lists.some(takesAnyNumber)) return undefined;
  const [first = []] = lists;
  const isAgreed = lists.every((list) => list.length === first.length && list[0]?.name === first[0]?.name);
  if (!isAgreed || parameters.length === first.length || parameters[0]?.name === first[0]?.name)
    return undefined;
  return `all ${overrides.length} of them take ${shownParameters(first)}, not ${shownParameters(parameters)}`;
}
