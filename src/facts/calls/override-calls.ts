import type { SyntaxNode } from "../../parse/tree.ts";
import type { CallFacts } from "../module/calls.ts";
import type { Parameter } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { functionsNamed, namedIn } from "../module/named-in.ts";
import { withoutParentheses } from "../module/syntax.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import { receiverClass } from "../tree/receiver.ts";
import { pathsDefining, pathsWithWord } from "../tree/word-index.ts";
import { accepts, fitCall, type Passing } from "./call-fit.ts";
import { mayRunOn } from "./inherited-reach.ts";
import { isFromOutside } from "./outside-values.ts";
import { calledParameters, isNarrower, isPromise, isReordered, type Override } from "./overrides.ts";
import { isClientName, isDriverName, isValue } from "./receiver-names.ts";

/** A call of some object's method of a name. */
export interface NamedCall {
  readonly module: ModuleFacts;
  readonly call: CallFacts;
}

/**
 * A call that runs, or may run, the override and that only the base could take; `undefined` when the tree has none.
 *
 * Calls of `self` in code that the override's class inherits count always. Calls of other values count when every
 * definition of the name in the tree belongs to the base's family.
 */
export function rejectedCallOf(project: ProjectFacts, override: Override): NamedCall | undefined {
  if (!isNarrower(override)) return undefined;
  const { method, base } = override;
  const key = `rejected ${base.module.path} ${base.function.node.start}`;
  return project.onceFor(method.function, key, () => findRejected(project, override));
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
  if (!isReordered(mine, theirs)) return undefined;
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
  const passing: Passing = { arguments: call.arguments, bound: 0 };
  const [own, other] = [fitCall(mine, passing), fitCall(theirs, passing)];
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
  const { module, call } = named;
  return (
    comesByInheritance(project, override, named) ??
    (isValue(call.callee.field("object")?.text) &&
      !isOfOtherVendor(module.path, override.method.module.path) &&
      isMeant(project, override, module, call))
  );
}

/** The call that speaks for itself, before others: of `self`, or of a driver by those who use drivers. */
function findRejected(project: ProjectFacts, override: Override): NamedCall | undefined {
  let other: NamedCall | undefined;
  for (const named of callsNamed(project, override.method.function.name)) {
    const { module, call } = named;
    if (!isRejected(override, call) || hasAnotherWay(override, module, call)) continue;
    const inherited = comesByInheritance(project, override, named);
    if (!(inherited ?? isLikelyMeant(project, override, named))) continue;
    if (inherited || isDriverCall(project, override, module, call)) return named;
    other ??= named;
  }
  return other;
}

/** Whether a call of a value that nothing tells counts as one of the override's family. */
function isLikelyMeant(project: ProjectFacts, override: Override, { module, call }: NamedCall): boolean {
  const object = call.callee.field("object")?.text ?? "";
  if (!isValue(object) || isClientName(object) || isOfSibling(project, override, module, call)) return false;
  if (isOfOtherVendor(module.path, override.method.module.path)) return false;
  if (!isDriverName(object) && isFromOutside(project, module, call.callee.field("object"))) return false;
  return (
    (isInterface(project, override, object) && isMeant(project, override, module, call)) ||
    (isSurplus(override, call) && isCalledAsBase(project, override)) ||
    isOfKin(project, override, module, call)
  );
}

/** Whether another implementation of the base hands a call of that name on to a part of its own. */
function isOfSibling(
  project: ProjectFacts,
  override: Override,
  module: ModuleFacts,
  call: CallFacts,
): boolean {
  const around = project.classAround(module, call.node);
  if (!around || around.class === override.baseClass.class) return false;
  const family = project
    .classOrder(around)
    .classes.some(({ class: facts }) => facts === override.baseClass.class);
  return family && module.functionAround(call.node)?.name === override.method.function.name;
}

/** `drivers/one/driver.py` and `drivers/other/helper.py`: what they inherit is the same, whom they call is not. */
function isOfOtherVendor(path: string, other: string): boolean {
  const [, mine, own] = VENDOR.exec(path) ?? [];
  const [, theirs, their] = VENDOR.exec(other) ?? [];
  return mine !== undefined && mine === theirs && own !== their;
}

const VENDOR = /^(.*\/drivers?\/)([^/]+)\//;

/** Whether the override takes fewer positions than the call fills; keywords of its own speak of a call of its own. */
function isSurplus(override: Override, call: CallFacts): boolean {
  const passing: Passing = { arguments: call.arguments, bound: 0 };
  return fitCall(calledParameters(override.method), passing).misfits.every(({ kind }) => kind === "surplus");
}

/** Whether code of the override's bases passes to others of the family what the override lacks: `child.reset(deep=True)`. */
function isOfKin(project: ProjectFacts, override: Override, module: ModuleFacts, call: CallFacts): boolean {
  const { name } = override.method.function;
  if (name.startsWith("_") || !isOneFamily(project, override, name)) return false;
  const around = project.classAround(module, call.node);
  const bases = project.classOrder(override.placed).classes.slice(1);
  return around !== undefined && bases.some(({ class: facts }) => facts === around.class);
}

/** Whether no call of the tree suits the override, where its family alone has the name: all count on the base's parameters. */
function isCalledAsBase(project: ProjectFacts, override: Override): boolean {
  const { name } = override.method.function;
  if (name.startsWith("_") || !isOneFamily(project, override, name)) return false;
  return callsNamed(project, name).every(({ call }) => {
    const passing: Passing = { arguments: call.arguments, bound: 0 };
    return (
      !accepts(calledParameters(override.method), passing) ||
      accepts(calledParameters(override.base), passing)
    );
  });
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

/** The calls `x.name(…)` of a module in text order; those of texts and lists that are written out are no calls of its classes. */
const methodCallsOf = namedIn(
  (module: ModuleFacts) => module.calls.filter(({ callee }) => !isLiteral(callee.field("object"))),
  ({ callee }) => (callee.type === "attribute" ? callee.field("attribute")?.text : undefined),
);

/**
 * Whether the code around a call also calls the method as the override takes it: `self.make()` where nothing is asked for,
 * and `self.make(version=v)` of those that say which versions they have.
 */
function hasAnotherWay(override: Override, module: ModuleFacts, call: CallFacts): boolean {
  const around = module.functionAround(call.node);
  const object = call.callee.field("object")?.text;
  return methodCallsOf(module, override.method.function.name).some(
    (other) =>
      module.functionAround(other.node) === around &&
      other.callee.field("object")?.text === object &&
      accepts(calledParameters(override.method), { arguments: other.arguments, bound: 0 }),
  );
}

/** Calls `x.name(…)` outside of tests. */
export function callsNamed(project: ProjectFacts, name: string): readonly NamedCall[] {
  return project.once(`calls named ${name}`, () => {
    const found: NamedCall[] = [];
    for (const path of pathsWithWord(project, name)) {
      const module = project.text(path)?.includes(`.${name}(`) ? project.module(path) : undefined;
      if (module) found.push(...methodCallsOf(module, name).map((call) => ({ module, call })));
    }
    return found;
  });
}

/** Whether a call of some value can only be meant for this family of classes. */
function isMeant(project: ProjectFacts, override: Override, module: ModuleFacts, call: CallFacts): boolean {
  const { name } = override.method.function;
  if (name.startsWith("_") || isOfOtherDrivers(project, override, call)) return false;
  const own = new Set(calledParameters(override.method).map((parameter) => parameter.name));
  const theirs = new Set(calledParameters(override.base).map((parameter) => parameter.name));
  const passesLacking = call.arguments.some(
    (argument) => argument.kind === "keyword" && theirs.has(argument.name) && !own.has(argument.name),
  );
  return (
    passesLacking || isDriverCall(project, override, module, call) || isOneFamily(project, override, name)
  );
}

/** `self.driver.update(…)`, where none of the override's classes is a driver: a helper of one may have methods of its names. */
function isOfOtherDrivers(project: ProjectFacts, override: Override, call: CallFacts): boolean {
  if (!isDriverName(call.callee.field("object")?.text ?? "")) return false;
  return !project.classOrder(override.placed).classes.some(({ class: facts }) => isDriverName(facts.name));
}

/** Whether something outside of the family calls its driver, and the family is one of drivers. */
export function isDriverCall(
  project: ProjectFacts,
  override: Override,
  module: ModuleFacts,
  call: CallFacts,
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

function isLiteral(object: SyntaxNode | null): boolean {
  const inner = object && withoutParentheses(object);
  return !!inner && /string|list|dictionary|^tuple$|^binary_operator$/.test(inner.type);
}

function isRejected(override: Override, call: CallFacts): boolean {
  const passing: Passing = { arguments: call.arguments, bound: 0 };
  if (call.arguments.some(({ kind }) => kind.endsWith("splat"))) return false;
  return (
    accepts(calledParameters(override.base), passing) && !accepts(calledParameters(override.method), passing)
  );
}

/**
 * Whether a call of `self` comes to the override by inheritance: its class is above the override's, its method not
 * replaced and still in use. `undefined` for calls of other values.
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
  let caller = module.functionAround(call.node);
  while (caller && !caller.owner) caller = caller.enclosing;
  if (!caller || caller === override.base.function) return false;
  const { name } = caller;
  const own = order.find(({ class: facts }) => facts.methods.has(name))?.class.methods.get(name);
  return own === caller && mayRunOn(project, order, caller);
}

function isOneFamily(project: ProjectFacts, override: Override, name: string): boolean {
  return project.once(
    `family ${override.baseClass.module.path} ${override.baseClass.class.name} ${name}`,
    () => {
      for (const path of pathsDefining(project, name)) {
        const module = project.module(path);
        for (const facts of module ? functionsNamed(module, name) : []) {
          if (!module) continue;
          if (!facts.owner) return false;
          const { classes } = project.classOrder({ module, class: facts.owner });
          if (
            !classes.some((known) => known.class === override.baseClass.class) &&
            !isAbove(project, override, facts.owner)
          )
            return false;
        }
      }
      return true;
    },
  );
}

function isAbove(project: ProjectFacts, override: Override, owner: PlacedClass["class"]): boolean {
  return project.classOrder(override.placed).classes.some((known) => known.class === owner);
}
