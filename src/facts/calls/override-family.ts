import type { CallFacts } from "../module/calls.ts";
import { descendsFrom } from "../tree/class-order.ts";
import { definitionsNamed } from "../tree/definitions-named.ts";
import type { PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { plainName } from "../tree/word-index.ts";
import { fitCall, passingOf } from "./call-fit.ts";
import { classOfValue } from "./instances.ts";
import { callsNamed, type NamedCall } from "./named-calls.ts";
import { isFromOutside } from "./outside-values.ts";
import { calledParameters, isNarrower, isPromise, type Override, takes } from "./overrides.ts";
import { isClientName, isDriverName, isValue } from "./receiver-names.ts";

/** Whether a call of a value that nothing tells counts as one of the override's family. */
export function isLikelyMeant(project: ProjectFacts, override: Override, named: NamedCall): boolean {
  const { module, call } = named;
  const object = call.callee.field("object");
  const name = object?.text ?? "";
  if (!isValue(name) || isClientName(name) || isOfSibling(project, override, named)) return false;
  if (isOfOtherVendor(module.path, override.method.module.path)) return false;
  if (!isDriverName(name) && isFromOutside(project, module, object)) return false;
  const made = object ? classOfValue(project, module, object) : undefined;
  if (made && !descendsFrom(project, override.placed, made.class)) return false;
  return (
    (isInterface(project, override, name) && isMeant(project, override, named)) ||
    (isSurplus(override, call) && (isNamedForBase(override, name) || isCalledAsBase(project, override))) ||
    isOfKin(project, override, named)
  );
}

/** Whether another implementation of the base hands a call of that name on to a part of its own. */
function isOfSibling(project: ProjectFacts, override: Override, { module, call }: NamedCall): boolean {
  const around = project.classAround(module, call.node);
  if (!around || around.class === override.baseClass.class) return false;
  return (
    descendsFrom(project, around, override.baseClass.class) &&
    module.functionAround(call.node)?.name === override.method.function.name
  );
}

/** Whether a value may be any implementation: the topmost definition only promises, or the value is a driver. */
function isInterface(project: ProjectFacts, override: Override, receiver: string): boolean {
  const { name } = override.method.function;
  const order = project.classOrder(override.placed).classes;
  const top = order.filter(({ class: facts }) => facts.methods.has(name)).at(-1);
  const method = top?.class.methods.get(name);
  if (top && method && isPromise({ module: top.module, function: method }))
    return (
      !method.parameters.some(({ kind }) => kind.startsWith("var-")) &&
      isNarrower({ ...override, base: { module: top.module, function: method } })
    );
  return isDriverName(receiver) && order.slice(1).some(({ class: facts }) => isDriverName(facts.name));
}

/** `task.driver.vendor`, where the override's base is `VendorInterface`. */
function isNamedForBase({ baseClass }: Override, receiver: string): boolean {
  const part = plainName(receiver.slice(receiver.lastIndexOf(".") + 1));
  const kind = /^(?:Base|Abstract)?(\w+?)(?:Interface|Driver|Plugin)(?:Base)?$/.exec(
    baseClass.class.name,
  )?.[1];
  return kind !== undefined && plainName(kind) === part;
}

/** Whether the override takes fewer positions than the call fills; keywords of its own speak of a call of its own. */
function isSurplus(override: Override, call: CallFacts): boolean {
  return fitCall(calledParameters(override.method), passingOf(call)).misfits.every(
    ({ kind }) => kind === "surplus",
  );
}

/** Whether no call of the tree suits the override, where its family alone has the name: all count on the base's parameters. */
function isCalledAsBase(project: ProjectFacts, override: Override): boolean {
  const { name } = override.method.function;
  if (name.startsWith("_") || !isOneFamily(project, override, name)) return false;
  return callsNamed(project, name).every(
    ({ call }) => !takes(override.method, call) || takes(override.base, call),
  );
}

/** Whether code of the override's bases passes to others of the family what the override lacks: `child.reset(deep=True)`. */
function isOfKin(project: ProjectFacts, override: Override, { module, call }: NamedCall): boolean {
  const { name } = override.method.function;
  if (name.startsWith("_") || !isOneFamily(project, override, name)) return false;
  const around = project.classAround(module, call.node);
  const bases = project.classOrder(override.placed).classes.slice(1);
  return around !== undefined && bases.some(({ class: facts }) => facts === around.class);
}

/** Whether a call of some value can only be meant for this family of classes. */
export function isMeant(project: ProjectFacts, override: Override, named: NamedCall): boolean {
  const { name } = override.method.function;
  if (name.startsWith("_") || isOfOtherDrivers(project, override, named)) return false;
  const own = new Set(calledParameters(override.method).map((parameter) => parameter.name));
  const theirs = new Set(calledParameters(override.base).map((parameter) => parameter.name));
  const passesLacking = named.call.arguments.some(
    (argument) => argument.kind === "keyword" && theirs.has(argument.name) && !own.has(argument.name),
  );
  if (isDriverCall(project, override, named) || isOneFamily(project, override, name)) return true;
  return passesLacking && !isTakenElsewhere(project, override, named.call);
}

/** Whether something outside of the family takes the call as it stands: a manager in front of drivers has their names. */
function isTakenElsewhere(project: ProjectFacts, override: Override, call: CallFacts): boolean {
  return strangersNamed(project, override, override.method.function.name).some((stranger) =>
    takes(stranger, call),
  );
}

/** `self.driver.update(…)`, where none of the override's classes is a driver: a helper of one may have methods of its names. */
function isOfOtherDrivers(project: ProjectFacts, override: Override, { call }: NamedCall): boolean {
  if (!isDriverName(call.callee.field("object")?.text ?? "")) return false;
  return !project.classOrder(override.placed).classes.some(({ class: facts }) => isDriverName(facts.name));
}

/** Whether something outside of the family calls its driver, and the family is one of drivers. */
export function isDriverCall(
  project: ProjectFacts,
  override: Override,
  { module, call }: NamedCall,
): boolean {
  const order = project.classOrder(override.placed).classes.slice(1);
  if (!isDriverName(call.callee.field("object")?.text ?? "")) return false;
  const families = order
    .filter(({ class: facts }) => isDriverName(facts.name))
    .map(({ class: facts }) => facts);
  if (families.length === 0) return false;
  const around = project.classAround(module, call.node);
  if (!around) return true;
  const isInside = project.classOrder(around).classes.some(({ class: facts }) => families.includes(facts));
  // a package of one vendor may have drivers of another kind
  return !isInside && !/\/drivers?\//.test(module.path);
}

/** `drivers/one/driver.py` and `drivers/other/helper.py`: what they inherit is the same, whom they call is not. */
export function isOfOtherVendor(path: string, other: string): boolean {
  const [, mine, own] = VENDOR.exec(path) ?? [];
  const [, theirs, their] = VENDOR.exec(other) ?? [];
  return mine !== undefined && mine === theirs && own !== their;
}

const VENDOR = /^(.*\/drivers?\/)([^/]+)\//;

/** Whether every definition of the name in the tree belongs to a class below the base or above it. */
function isOneFamily(project: ProjectFacts, override: Override, name: string): boolean {
  return strangersNamed(project, override, name).length === 0;
}

/** The functions of the name that are no methods of a class below the base or above it. */
function strangersNamed(project: ProjectFacts, override: Override, name: string): readonly PlacedFunction[] {
  return project.once(
    `family ${override.baseClass.module.path} ${override.baseClass.class.name} ${name}`,
    () => [...definitionsNamed(project, name)].filter((one) => !isOfFamily(project, override, one)),
  );
}

function isOfFamily(
  project: ProjectFacts,
  { baseClass }: Override,
  { module, function: { owner } }: PlacedFunction,
): boolean {
  if (!owner) return false;
  return (
    descendsFrom(project, { module, class: owner }, baseClass.class) ||
    descendsFrom(project, baseClass, owner)
  );
}
