import {
  accepts,
  calledParameters,
  callsNamed,
  type Finding,
  type NamedCall,
  namePlace,
  type Parameter,
  type PlacedFunction,
  type ProjectFacts,
  parametersPlace,
  promisesKept,
  type Rule,
  type RuleContext,
  shownParameters,
  takesAnyNumber,
} from "../../src/rule.ts";

/** A promised method with fewer parameters than every implementation has and every caller fills. */
export const promiseLacksParameter: Rule = {
  id: "calls/promise-lacks-parameter",
  title: "promised method without a parameter that implementations take and callers pass",
  severity: "info",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/keystone/commit/6c15a9793b",
  mentions: [["NotImplementedError", "abstractmethod"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { base, overrides } of promisesKept(project, module)) {
    const [first] = overrides;
    if (!first || !isShorter(base, overrides) || !isCalledOtherwise(project, base, overrides)) continue;
    const [promised, taken] = [base, first].map((one) => shownParameters(calledParameters(one)));
    yield {
      span: namePlace(base.function),
      message: `${base.function.qualifiedName}() promises ${promised}, and whatever implements it takes ${taken} and is called so: TypeError with what keeps to the promise`,
      related: [parametersPlace(first, "an implementation")],
    };
  }
}

/** Fewer parameters than all implementations have, which agree in their number. */
function isShorter(base: PlacedFunction, overrides: readonly PlacedFunction[]): boolean {
  const promised = calledParameters(base);
  const lists = overrides.map(calledParameters);
  if ([promised, ...lists].some(takesAnyNumber)) return false;
  const [first = []] = lists;
  return promised.length < first.length && lists.every((list) => list.length === first.length);
}

/** Whether some call of the tree, outside of the implementations, fits them, and none fits the promise. */
function isCalledOtherwise(
  project: ProjectFacts,
  base: PlacedFunction,
  overrides: readonly PlacedFunction[],
): boolean {
  const calls = callsNamed(project, base.function.name).filter((call) =>
    mayMean(project, call, base, overrides),
  );
  const [takes = []] = overrides.map(calledParameters);
  const promised = calledParameters(base);
  const fits = (parameters: readonly Parameter[], { call }: NamedCall) =>
    accepts(parameters, { arguments: call.arguments, bound: 0 });
  return calls.some((call) => fits(takes, call)) && !calls.some((call) => fits(promised, call));
}

/** `self.name()` means the promise only in classes that have it and do not implement it. */
function mayMean(
  project: ProjectFacts,
  { module, call }: NamedCall,
  base: PlacedFunction,
  overrides: readonly PlacedFunction[],
): boolean {
  const around = project.classAround(module, call.node);
  const family = around ? project.classOrder(around).classes.map(({ class: facts }) => facts) : [];
  const isImplemented = overrides.some(({ function: { owner } }) => owner && family.includes(owner));
  if (isImplemented || call.callee.field("object")?.text !== "self") return !isImplemented;
  return base.function.owner !== null && family.includes(base.function.owner);
}
