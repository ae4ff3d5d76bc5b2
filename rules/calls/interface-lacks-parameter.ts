import {
  type CallFacts,
  type ClassFacts,
  callsNamed,
  descendsFrom,
  type Finding,
  functionsNamed,
  isDriverName,
  isPromise,
  isValue,
  keepsSignature,
  type ModuleFacts,
  namePlace,
  overridesOf,
  type PlacedClass,
  type PlacedFunction,
  type ProjectFacts,
  pathsDefining,
  pathsWithWord,
  placesOf,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  takes,
} from "../../src/rule.ts";

/** A promised method that callers of the driver call with more than it takes, as one implementation allows. */
export const interfaceLacksParameter: Rule = {
  id: "calls/interface-lacks-parameter",
  title: "driver interface without a parameter that callers pass",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/octavia/commit/41c628a084",
  mentions: [["NotImplementedError", "abstractmethod"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.classes) {
    if (!isDriverName(facts.name)) continue;
    for (const [name, method] of facts.methods) {
      if (name.startsWith("_")) continue;
      const found = halfRefused(project, { module, class: facts }, { module, function: method });
      if (found) yield found;
    }
  }
}

/** The first call that the interface's method and some of its implementations refuse, and others take. */
function halfRefused(project: ProjectFacts, owner: PlacedClass, base: PlacedFunction): Finding | undefined {
  const { name, qualifiedName } = base.function;
  if (!isPromise(base) || !keepsSignature(project, base) || !isCalledOnDriver(project, name))
    return undefined;
  const refused = callsNamed(project, name).filter(({ module: home, call }) =>
    isRefused(project, owner, base, home, call),
  );
  if (refused.length === 0) return undefined;
  const overrides = overridesOf(project, owner, name).filter((one) => keepsSignature(project, one));
  for (const { module: home, call } of refused) {
    const refusing = overrides.filter((override) => !takes(override, call));
    if (refusing.length === overrides.length || refusing.length === 0) continue;
    const named = refusing.map((override) => override.function.qualifiedName).join(", ");
    return {
      span: namePlace(base.function),
      message: `${qualifiedName}() does not take what ${home.path} passes; some implementations do, ${named} does not: TypeError there`,
      related: [{ path: home.path, span: call.node, message: "the call" }],
    };
  }
  return undefined;
}

/** Whether a call on a driver, of whichever class it may be, passes what the interface's method does not take. */
function isRefused(
  project: ProjectFacts,
  { class: owner }: PlacedClass,
  base: PlacedFunction,
  home: ModuleFacts,
  call: CallFacts,
): boolean {
  const object = call.callee.field("object");
  if (!object || !isDriverName(object.text) || !isValue(object.text)) return false;
  if (call.arguments.some(({ kind }) => kind.endsWith("splat"))) return false;
  if (isWithinFamily(project, home, call.node, owner) || isTakenBeside(project, owner, home, call))
    return false;
  return !takes(base, call);
}

/** An implementation that hands on to a driver of its own does not call the interface. */
function isWithinFamily(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  base: ClassFacts,
): boolean {
  const around = project.classAround(module, node);
  return around !== undefined && descendsFrom(project, around, base);
}

/** Whether a method of another kind of class that lies in the caller's own folder takes the call: it is the one that is meant. */
function isTakenBeside(
  project: ProjectFacts,
  base: ClassFacts,
  { path }: ModuleFacts,
  call: CallFacts,
): boolean {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const name = call.callee.field("attribute")?.text ?? "";
  return pathsDefining(project, name).some((at) => {
    const module = at.slice(0, at.lastIndexOf("/") + 1) === folder ? project.module(at) : undefined;
    return (module ? functionsNamed(module, name) : []).some(
      (method) =>
        module &&
        method.owner &&
        !descendsFrom(project, { module, class: method.owner }, base) &&
        takes({ module, function: method }, call),
    );
  });
}

/** A look at the texts before any of them is parsed. */
function isCalledOnDriver(project: ProjectFacts, name: string): boolean {
  return pathsWithWord(project, name).some((path) => {
    const text = project.text(path) ?? "";
    return [...placesOf(text, `.${name}(`)].some((at) => DRIVER.test(text.slice(Math.max(0, at - 9), at)));
  });
}

const DRIVER = /(driver|connector|plugin|backend)$/i;
