import { literally } from "../../text/literally.ts";
import type { CallFacts } from "../module/calls.ts";
import type { FunctionFacts, Parameter } from "../module/definitions.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import { methodAround, receiverClass } from "../tree/receiver.ts";
import { subclassesOf } from "../tree/subclasses.ts";
import { fitCall, passingOf } from "./call-fit.ts";
import { mayRunOn } from "./inherited-reach.ts";
import { callsNamed, methodCallsOf, type NamedCall } from "./named-calls.ts";
import { isDriverCall, isLikelyMeant, isMeant, isOfOtherVendor } from "./override-family.ts";
import { calledParameters, isNarrower, isPromise, type Override, takes } from "./overrides.ts";
import { isValue } from "./receiver-names.ts";

/**
 * A call that runs, or may run, the override and that only the base could take; `undefined` when the tree has none.
 *
 * Calls of `self` in code that the override's class inherits count always. Calls of other values count when every
 * definition of the name in the tree belongs to the base's family.
 */
export function rejectedCallOf(project: ProjectFacts, override: Override): NamedCall | undefined {
  const { method, base } = override;
  const find = isNarrower(override) ? findRejected : isPromise(base) ? findUnpromised : undefined;
  const key = `rejected ${base.module.path} ${base.function.node.start}`;
  return find && project.onceFor(method.function, key, () => find(project, override));
}

/** The call that speaks for itself, before others: of `self`, or of a driver by those who use drivers. */
function findRejected(project: ProjectFacts, override: Override): NamedCall | undefined {
  let other: NamedCall | undefined;
  for (const named of callsNamed(project, override.method.function.name)) {
    if (!isRejected(override, named.call) || hasAnotherWay(override, named) || asksForSignature(named))
      continue;
    const inherited = comesByInheritance(project, override, named);
    if (!(inherited ?? isLikelyMeant(project, override, named))) continue;
    if (inherited || isDriverCall(project, override, named)) return named;
    other ??= named;
  }
  return other;
}

/**
 * A call of `self` in inherited code that passes more than the promise says, and that most implementations take: the promise
 * was forgotten, and the override followed it.
 */
function findUnpromised(project: ProjectFacts, override: Override): NamedCall | undefined {
  const { method, base, baseClass } = override;
  const { name } = method.function;
  const refused = callsNamed(project, name).find(
    (named) =>
      named.call.arguments.every(({ kind }) => !kind.endsWith("splat")) &&
      !takes(base, named.call) &&
      !takes(method, named.call) &&
      comesByInheritance(project, override, named) === true,
  );
  if (!refused) return undefined;
  const others = subclassesOf(project, baseClass).flatMap(({ module, class: facts }) => {
    const other = facts.methods.get(name);
    return other && other !== method.function ? [{ module, function: other }] : [];
  });
  const taking = others.filter((other) => takes(other, refused.call));
  return taking.length > 1 && taking.length * 2 > others.length ? refused : undefined;
}

/** A splat may hold anything, but takes back none of the arguments beside it: too many stay too many. */
function isRejected(override: Override, call: CallFacts): boolean {
  if (!takes(override.base, call)) return false;
  const { misfits } = fitCall(calledParameters(override.method), passingOf(call));
  if (!call.arguments.some(({ kind }) => kind.endsWith("splat"))) return misfits.length > 0;
  return misfits.length > 0 && misfits.every(({ kind }) => kind === "surplus");
}

/**
 * Whether the code around a call also calls the method as the override takes it: `self.make()` where nothing is asked for,
 * and `self.make(version=v)` of those that say which versions they have. Of a method that is an override only further below, the
 * whole module tells: it may serve things of several kinds.
 */
function hasAnotherWay(override: Override, { module, call }: NamedCall): boolean {
  const isMixedIn = override.placed.class !== override.method.function.owner;
  const around = module.functionAround(call.node);
  const object = call.callee.field("object")?.text;
  return methodCallsOf(module, override.method.function.name).some(
    (other) =>
      (isMixedIn || module.functionAround(other.node) === around) &&
      other.callee.field("object")?.text === object &&
      takes(override.method, other),
  );
}

/** Whether the code around a call looks first at what the method takes: `get_signature(driver.close)`. */
export function asksForSignature({ module, call }: NamedCall): boolean {
  const name = call.callee.field("attribute")?.text ?? call.callee.text;
  const around = module.functionAround(call.node)?.node.text ?? "";
  return (
    /signature|callable_args|argspec/.test(around) &&
    new RegExp(`(?:signature|callable_args|argspec)\\(\\s*[\\w.]*\\b${literally(name)}\\b`).test(around)
  );
}

/** A call by position that gives the override's parameters what the base's of another name were to get. */
export interface MisreadCall extends NamedCall {
  /** A parameter of both, by the name it has in the base, and what the override calls the argument. */
  readonly meant: string;
  readonly taken: string;
}

/**
 * A call that fits the base and an override which has the same parameters in another order; `undefined` when the tree has none.
 *
 * Arguments that bear the names of the override's order speak against the base: those calls are passed over.
 */
export function misreadCallOf(project: ProjectFacts, override: Override): MisreadCall | undefined {
  const mine = calledParameters(override.method);
  const theirs = calledParameters(override.base);
  for (const named of callsNamed(project, override.method.function.name)) {
    const misread = misreadBy(mine, theirs, named.call);
    if (misread && mayRunOverride(project, override, named)) return { ...named, ...misread };
  }
  return undefined;
}

function misreadBy(
  mine: readonly Parameter[],
  theirs: readonly Parameter[],
  call: CallFacts,
): { readonly meant: string; readonly taken: string } | undefined {
  const [own, other] = [fitCall(mine, passingOf(call)), fitCall(theirs, passingOf(call))];
  if (own.misfits.length + other.misfits.length > 0) return undefined;
  for (const [argument, { name: meant }] of other.filled) {
    const taken = own.filled.get(argument)?.name;
    if (argument.kind !== "positional" || taken === undefined || taken === meant) continue;
    if (argument.value.text.endsWith(taken)) return undefined;
    if (mine.some(({ name }) => name === meant) && theirs.some(({ name }) => name === taken))
      return { meant, taken };
  }
  return undefined;
}

/** Whether a call that the base takes may come to the override: inherited code, or a value of the family. */
function mayRunOverride(project: ProjectFacts, override: Override, named: NamedCall): boolean {
  return (
    comesByInheritance(project, override, named) ??
    (isValue(named.call.callee.field("object")?.text) &&
      !isOfOtherVendor(named.module.path, override.method.module.path) &&
      isMeant(project, override, named))
  );
}

/**
 * Whether a call of `self` comes to the override by inheritance: its class is above the override's, its method not
 * replaced, or handed on to by what replaces it, and still in use. `undefined` for calls of other values.
 */
export function comesByInheritance(
  project: ProjectFacts,
  override: Override,
  { module, call }: NamedCall,
): boolean | undefined {
  const object = call.callee.field("object");
  const around = object ? receiverClass(project, module, object) : undefined;
  if (!around) return undefined;
  const order = project.classOrder(override.placed).classes;
  if (!order.some(({ class: facts }) => facts === around.class)) return false;
  const caller = methodAround(module, call.node);
  if (!caller || caller === override.base.function) return false;
  return isReached(order, caller) && mayRunOn(project, order, caller);
}

/** Whether the class has the method as its own, or every one in front of it hands on by `super()`. */
function isReached(order: readonly PlacedClass[], method: FunctionFacts): boolean {
  const handsOn = new RegExp(`\\bsuper\\([^)]*\\)\\.${literally(method.name)}\\(`);
  const [nearest] = order.flatMap(({ class: facts }) => {
    const found = facts.methods.get(method.name);
    return found && (found === method || !handsOn.test(found.node.text)) ? [found] : [];
  });
  return nearest === method;
}
