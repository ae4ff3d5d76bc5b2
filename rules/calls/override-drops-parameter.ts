import {
  asksForSignature,
  type CallFacts,
  calledParameters,
  callsNamed,
  comesByInheritance,
  type Finding,
  isDriverCall,
  isDriverName,
  isPromise,
  literally,
  namePlace,
  type Override,
  overridesIn,
  type Parameter,
  type PlacedFunction,
  type ProjectFacts,
  parametersPlace,
  type Rule,
  type RuleContext,
  rejectedCallOf,
  takes,
} from "../../src/rule.ts";

/** An override of a public method that lacks a parameter of the base's. */
export const overrideDropsParameter: Rule = {
  id: "calls/override-drops-parameter",
  title: "override without a parameter of the base's method",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/os-brick/commit/603d036ff9",
  mentions: [["class "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const override of overridesIn(project, module)) {
    const { function: method } = override.method;
    if (method.name.startsWith("_")) continue;
    const promised = cannotBothBeCalled(override) ? override.base : promiseOf(project, override);
    if (!promised) continue;
    const names = new Set(calledParameters(promised).map(({ name }) => name));
    const lacking = lackingIn(override).filter(({ name }) => names.has(name));
    if (lacking.length === 0 || rejectedCallOf(project, override) || isOutdated(project, override)) continue;
    if (isNeverPassed(project, override, lacking)) continue;
    const { function: base } = override.base;
    const shown = lacking.map(({ name }) => `'${name}'`).join(", ");
    yield {
      span: namePlace(method),
      message: `${method.qualifiedName}() lacks ${shown}, which ${base.qualifiedName}() takes: a caller of the base's interface gets TypeError`,
      related: [parametersPlace(override.base, "the method overridden")],
    };
  }
}

/** Whether the base demands more than the override takes, which is else the same: no call suits both. */
function cannotBothBeCalled({ method, base }: Override): boolean {
  const mine = calledParameters(method).map(({ name }) => name);
  const demanded = calledParameters(base).filter(
    ({ kind, defaultValue }) => !kind.startsWith("var-") && defaultValue === null,
  );
  const names = new Set(calledParameters(base).map(({ name }) => name));
  // what does nothing may be reached by nobody; what calls the base with more than it got is another interface on purpose
  if (isPromise(method) || handsOn({ method, base })) return false;
  return mine.length > 0 && demanded.length > mine.length && mine.every((name) => names.has(name));
}

/** `super().trace(rule, symbol)`, `Recognizer.trace(self, rule, symbol)`. */
function handsOn({ method, base }: Pick<Override, "method" | "base">): boolean {
  const { name, node } = method.function;
  const owner = base.function.owner?.name;
  return new RegExp(
    `(?:\\bsuper\\([^)]*\\)${owner ? `|\\b${literally(owner)}` : ""})\\.${literally(name)}\\(`,
  ).test(node.text);
}

/** The base where it only promises, or the promise of a class above it that the base keeps, with further parameters behind or none. */
function promiseOf(project: ProjectFacts, override: Override): PlacedFunction | undefined {
  if (isPromise(override.base)) return override.base;
  const { name } = override.method.function;
  const names = (method: PlacedFunction) => calledParameters(method).map((parameter) => parameter.name);
  const said = `${names(override.base).join()},`;
  return project
    .classOrder(override.baseClass)
    .classes.flatMap(({ module, class: facts }) => {
      const above = facts.methods.get(name);
      return above && above !== override.base.function ? [{ module, function: above }] : [];
    })
    .find((promise) => isPromise(promise) && said.startsWith(`${names(promise).join()},`));
}

/** The base's parameters that cannot be passed to the override, by name and by position. */
function lackingIn(override: Override): readonly Parameter[] {
  const mine = calledParameters(override.method);
  const theirs = calledParameters(override.base);
  if (theirs.some(({ kind }) => kind.startsWith("var-"))) return [];
  if (mine.some(({ kind }) => kind.startsWith("var-"))) return [];
  const names = new Set(mine.map(({ name }) => name));
  const asked = new Set(theirs.map(({ name }) => name));
  // a parameter of another name in its place is a renaming, which calls by position do not feel
  const isRenamed = (own: Parameter | undefined) => own !== undefined && !asked.has(own.name);
  const lacking = theirs.filter(({ name }, at) => !names.has(name) && !isRenamed(mine[at]));
  return mine.length >= theirs.length ? [] : lacking;
}

/** Whether the tree's own callers leave out, each time, what is lacking; without callers here, others may pass it. */
function isNeverPassed(project: ProjectFacts, override: Override, lacking: readonly Parameter[]): boolean {
  const theirs = calledParameters(override.base);
  const first = Math.min(...lacking.map((parameter) => theirs.indexOf(parameter)));
  const calls = callsNamed(project, override.method.function.name).filter(
    (named) =>
      takes(override.base, named.call) &&
      // what a subclass hands on to its base never comes here
      !/^super\(/.test(named.call.callee.text) &&
      // what another implementation calls of itself never comes here
      comesByInheritance(project, override, named) !== false,
  );
  const passes = (call: CallFacts) =>
    call.arguments.some(
      (argument, at) =>
        argument.kind.endsWith("splat") ||
        (argument.kind === "keyword" ? lacking.some(({ name }) => name === argument.name) : at >= first),
    );
  return calls.length > 0 && !calls.some((named) => passes(named.call) && !asksForSignature(named));
}

/** Whether callers call as the override wants and the base does not: then the promise is what is wrong. */
function isOutdated(project: ProjectFacts, override: Override): boolean {
  return callsNamed(project, override.method.function.name).some((named) => {
    const { call } = named;
    // a subclass that hands on to the override says nothing of callers
    if (/^super\(/.test(call.callee.text)) return false;
    if (isDriverName(override.baseClass.class.name) && !isDriverCall(project, override, named)) return false;
    return !takes(override.base, call) && takes(override.method, call);
  });
}
