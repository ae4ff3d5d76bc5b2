import {
  accepts,
  type CallFacts,
  calledParameters,
  callsNamed,
  type Finding,
  isPromise,
  isValue,
  keepsSignature,
  overridesOf,
  type Parameter,
  type PlacedClass,
  type PlacedFunction,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  receiverClass,
} from "../../src/rule.ts";

/** A promised method that no implementation keeps as it is written. */
export const promiseOutdated: Rule = {
  id: "calls/promise-outdated",
  title: "promised method with parameters that no implementation has",
  severity: "info",
  confidence: "medium",
  onByDefault: true,
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
      const reason = refusedByAll(base, overrides) ?? calledOtherwise(project, placed, base, overrides);
      if (!reason) continue;
      yield {
        span: method.node.field("name") ?? method.node,
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

/** A call that the promise refuses and two thirds of the implementations take. */
function calledOtherwise(
  project: ProjectFacts,
  placed: PlacedClass,
  base: PlacedFunction,
  overrides: readonly PlacedFunction[],
): string | undefined {
  const { name } = base.function;
  for (const { module, call } of callsNamed(project, name)) {
    if (call.arguments.some(({ kind }) => kind.endsWith("splat"))) continue;
    const passing = { arguments: call.arguments, bound: 0 };
    if (accepts(calledParameters(base), passing)) continue;
    const taking = overrides.filter((override) => accepts(calledParameters(override), passing));
    if (taking.length * 3 < overrides.length * 2) continue;
    if (isMeantFor(project, placed, module, call)) return `${module.path} calls it as only they allow`;
  }
  return undefined;
}

/** A call on the class' own `self`, or on a value that goes by a role. */
function isMeantFor(
  project: ProjectFacts,
  placed: PlacedClass,
  module: Parameters<typeof receiverClass>[1],
  call: CallFacts,
): boolean {
  const object = call.callee.field("object");
  if (!object) return false;
  const around = receiverClass(project, module, object);
  if (around) return project.classOrder(around).classes.some(({ class: facts }) => facts === placed.class);
  const role = /(driver|engine|plugin|backend|connector|manager|helper)$/i;
  return (
    isValue(object.text) &&
    role.test(object.text) &&
    (role.test(placed.class.name) || module === placed.module)
  );
}

function shown(parameters: readonly Parameter[]): string {
  return `(${parameters.map(({ name }) => name).join(", ")})`;
}
