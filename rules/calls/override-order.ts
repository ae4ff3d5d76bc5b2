import {
  calledParameters,
  callsNamed,
  type Finding,
  isPromise,
  isReordered,
  misreadCallOf,
  namePlace,
  type Override,
  overridesIn,
  overridesOf,
  type ProjectFacts,
  parametersPlace,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** An override that has the base's parameters in another order. */
export const overrideOrder: Rule = {
  id: "calls/override-order",
  title: "override with the base's parameters in another order",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/heat/commit/7a2aa43d47",
  mentions: [["class "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const override of overridesIn(project, module)) {
    if (!isReordered(calledParameters(override.method), calledParameters(override.base))) continue;
    const misread = misreadCallOf(project, override);
    if (!misread && !isOnlyPromised(project, override) && !isOddOneOut(project, override)) continue;
    const { function: method } = override.method;
    const { function: base } = override.base;
    const why = misread
      ? `${misread.module.path} passes '${misread.meant}' where it has '${misread.taken}'`
      : "a call by position gives them each other's values";
    yield {
      span: namePlace(method),
      message: `${method.qualifiedName}() has the parameters of ${base.qualifiedName}() in another order: ${why}`,
      related: [
        ...(misread
          ? [{ path: misread.module.path, span: misread.call.node, message: "a call by position" }]
          : []),
        parametersPlace(override.base, "the method overridden"),
      ],
    };
  }
}

/** Whether the base is a promise, and no call of the tree by position has the arguments in the override's order. */
function isOnlyPromised(project: ProjectFacts, { method, base }: Override): boolean {
  const { name } = method.function;
  if (!isPromise(base)) return false;
  const mine = calledParameters(method).map((parameter) => parameter.name);
  const theirs = calledParameters(base).map((parameter) => parameter.name);
  return !callsNamed(project, name).some(({ call }) =>
    call.arguments.some(
      ({ kind, value }, at) =>
        kind === "positional" && mine[at] !== theirs[at] && value.text.endsWith(mine[at] ?? "?"),
    ),
  );
}

/**
 * Whether nothing calls the method by its name, so that its caller asks for it as a text, and three other overrides
 * keep the order.
 */
function isOddOneOut(project: ProjectFacts, { method, base, baseClass }: Override): boolean {
  const { name } = method.function;
  if (callsNamed(project, name).some(({ call }) => !call.callee.text.startsWith("super("))) return false;
  const theirs = calledParameters(base);
  const others = overridesOf(project, baseClass, name).filter((other) => other.function !== method.function);
  const keeping = others.filter((other) => !isReordered(calledParameters(other), theirs));
  return keeping.length >= 3 && keeping.length * 2 > others.length;
}
