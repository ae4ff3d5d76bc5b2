import {
  calledParameters,
  callsNamed,
  type Finding,
  type FunctionFacts,
  isPromise,
  namePlace,
  type Override,
  overridesIn,
  overridesOf,
  type ProjectFacts,
  parametersPlace,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** An override that does not take the `**kwargs` which the promise and all other implementations take. */
export const overrideDropsKeywords: Rule = {
  id: "calls/override-drops-keywords",
  title: "override without the keywords that its siblings take",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/os-brick/commit/b92dd00535",
  mentions: [["class "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const override of overridesIn(project, module)) {
    const { function: method } = override.method;
    const { function: base } = override.base;
    if (method.name.startsWith("_") || takesKeywords(method) || !takesKeywords(base)) continue;
    if (!isPromise(override.base) || !namesAlike(override)) continue;
    if (!isOddOneOut(project, override) && !isHandedKeywords(project, override)) continue;
    yield {
      span: namePlace(method),
      message: `${method.qualifiedName}() takes no further keywords, as ${base.qualifiedName}() and its other implementations do: TypeError when one is passed`,
      related: [parametersPlace(override.base, "the promise")],
    };
  }
}

function takesKeywords({ parameters }: FunctionFacts): boolean {
  return parameters.some(({ kind }) => kind === "var-keyword");
}

/** The same parameters in the same order, the keywords left out: nothing says that another protocol is meant. */
function namesAlike({ method, base }: Override): boolean {
  const names = ({ parameters }: FunctionFacts) =>
    parameters.filter(({ kind }) => !kind.startsWith("var-")).map(({ name }) => name);
  return names(method.function).join() === names(base.function).join();
}

/** The base itself hands `**kwargs` to a method that takes nothing at all, and most others that implement the promise take something. */
function isHandedKeywords(project: ProjectFacts, override: Override): boolean {
  const { name } = override.method.function;
  if (calledParameters(override.method).length > 0) return false;
  const others = overridesOf(project, override.baseClass, name).filter(
    (other) => other.function !== override.method.function,
  );
  const taking = others.filter((other) => calledParameters(other).length > 0);
  if (taking.length < 2 || taking.length * 2 <= others.length) return false;
  return callsNamed(project, name).some(
    ({ module, call }) =>
      call.arguments.some(({ kind }) => kind === "double-splat") &&
      call.callee.field("object")?.text === "self" &&
      project.classAround(module, call.node)?.class === override.baseClass.class,
  );
}

/** All others that implement the promise take keywords, and there are some. */
function isOddOneOut(project: ProjectFacts, { method, baseClass }: Override): boolean {
  const others = overridesOf(project, baseClass, method.function.name).filter(
    (other) => other.function !== method.function,
  );
  return others.length > 0 && others.every((other) => takesKeywords(other.function));
}
