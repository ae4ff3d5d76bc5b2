import type { SyntaxNode } from "../parse/tree.ts";
import { accepts, fitCall, type Passing } from "./call-fit.ts";
import type { CallFacts } from "./calls.ts";
import type { Parameter } from "./definitions.ts";
import { mayRunOn } from "./inherited-reach.ts";
import { receiverClass } from "./instances.ts";
import { keepsSignature } from "./kept-signature.ts";
import type { ModuleFacts } from "./module.ts";
import { functionsNamed, namedIn } from "./named-in.ts";
import type { PlacedClass, PlacedFunction, ProjectFacts } from "./project.ts";
import { withoutParentheses } from "./syntax.ts";
import { pathsDefining, pathsWithWord } from "./word-index.ts";

/** A method and the nearest method of the same name that it hides. */
export interface Override {
  readonly placed: PlacedClass;
  readonly method: PlacedFunction;
  readonly base: PlacedFunction;
  readonly baseClass: PlacedClass;
}

const SPECIAL = /^__\w+__$/;

/** Every override of the module's classes whose own and whose base's parameters callers see as written. */
export function overridesIn(project: ProjectFacts, module: ModuleFacts): readonly Override[] {
  return project.onceFor(module, "overrides", () => {
    const found: Override[] = [];
    for (const facts of module.classes) {
      const placed = { module, class: facts };
      const ancestors = facts.bases.length === 0 ? [] : project.classOrder(placed).classes.slice(1);
      for (const [name, method] of facts.methods) {
        if (SPECIAL.test(name) || facts.scope.bindings.get(name)?.length !== 1) continue;
        const baseClass = ancestors.find((ancestor) => ancestor.class.scope.bindings.has(name));
        const base = baseClass?.class.methods.get(name);
        if (!baseClass || !base || baseClass.class.scope.bindings.get(name)?.length !== 1) continue;
        const override = {
          placed,
          method: { module, function: method },
          base: { module: baseClass.module, function: base },
          baseClass,
        };
        if (receiverKind(override.method) !== receiverKind(override.base)) continue;
        if (keepsSignature(project, override.method) && keepsSignature(project, override.base))
          found.push(override);
      }
    }
    return found;
  });
}

function receiverKind({ function: { decorators } }: PlacedFunction): string {
  if (decorators.some(({ name }) => name === "staticmethod")) return "static";
  return decorators.some(({ name }) => /classmethod$/.test(name ?? "")) ? "class" : "instance";
}

/** The parameters that a call on an instance fills. */
export function calledParameters(method: PlacedFunction): readonly Parameter[] {
  return method.function.parameters.slice(receiverKind(method) === "static" ? 0 : 1);
}

/** A call by method name that the base takes and the override does not. */
export interface RejectedCall {
  readonly module: ModuleFacts;
  readonly call: CallFacts;
}

/**
 * A call that runs, or may run, the override and that only the base could take; `undefined` when the tree has none.
 *
 * Calls of `self` in code that the override's class inherits count always. Calls of other values count when every
 * definition of the name in the tree belongs to the base's family.
 */
export function rejectedCallOf(project: ProjectFacts, override: Override): RejectedCall | undefined {
  if (!isNarrower(override)) return undefined;
  const { method, base } = override;
  const key = `rejected ${base.module.path} ${base.function.node.start}`;
  return project.onceFor(method.function, key, () => findRejected(project, override));
}

/** A call by position that gives the override's parameters what the base's of another name were to get. */
export interface MisreadCall extends RejectedCall {
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
  for (const { module, call } of callsNamed(project, override.method.function.name)) {
    const misread = misreadBy(mine, theirs, call);
    if (misread && mayRunOverride(project, override, module, call)) return { module, call, ...misread };
  }
  return undefined;
}

/** Whether two parameters of both stand the other way round. */
export function isReordered(mine: readonly Parameter[], theirs: readonly Parameter[]): boolean {
  const places = theirs.flatMap(({ name, kind }) => {
    const at = mine.findIndex((own) => own.name === name && own.kind === "positional-or-keyword");
    return kind === "positional-or-keyword" && at >= 0 ? [at] : [];
  });
  return places.some((at, index) => at < (places[index - 1] ?? -1));
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
function mayRunOverride(
  project: ProjectFacts,
  override: Override,
  module: ModuleFacts,
  call: CallFacts,
): boolean {
  const object = call.callee.field("object");
  const around = object ? receiverClass(project, module, object) : undefined;
  if (around) return inherits(project, override, around, module, call);
  return (
    isValue(object?.text) &&
    !isOfOtherVendor(module.path, override.method.module.path) &&
    isMeant(project, override, module, call)
  );
}

/** The call that speaks for itself, before others: of `self`, or of a driver by those who use drivers. */
function findRejected(project: ProjectFacts, override: Override): RejectedCall | undefined {
  let other: RejectedCall | undefined;
  for (const { module, call } of callsNamed(project, override.method.function.name)) {
    if (!isRejected(override, call) || hasAnotherWay(override, module, call)) continue;
    const object = call.callee.field("object");
    const around = object ? receiverClass(project, module, object) : undefined;
    const counts = around
      ? inherits(project, override, around, module, call)
      : isValue(object?.text) &&
        !isClientName(object?.text ?? "") &&
        !isOfOtherVendor(module.path, override.method.module.path) &&
        ((isInterface(project, override, object?.text ?? "") && isMeant(project, override, module, call)) ||
          (isSurplus(override, call) && isCalledAsBase(project, override)) ||
          isOfKin(project, override, module, call));
    if (!counts) continue;
    if (around || isDriverCall(project, override, module, call)) return { module, call };
    other ??= { module, call };
  }
  return other;
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

/** `self.driver`, `virt_driver`, `VolumeDriver`, `connector`: what is exchangeable by configuration. */
export function isDriverName(name: string): boolean {
  return /(driver|connector|plugin|backend)$/i.test(name);
}

/** `self.neutron`, `dest_nova_client`: what speaks to a service over the network, and no class of the tree's drivers. */
export function isClientName(receiver: string): boolean {
  return /(client|(^|[._])(nova|neutron|cinder|glance|keystone|heat|ironic|octavia|manila|swift|barbican))$/i.test(
    receiver,
  );
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
export function callsNamed(project: ProjectFacts, name: string): readonly RejectedCall[] {
  return project.once(`calls named ${name}`, () => {
    const found: RejectedCall[] = [];
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

/** Whether some call could fit the base and not the override. */
export function isNarrower({ method, base }: Override): boolean {
  const mine = calledParameters(method);
  const theirs = calledParameters(base);
  const takesMore = mine.some(({ kind }) => kind === "var-positional");
  const takesNames = mine.some(({ kind }) => kind === "var-keyword");
  const count = (list: readonly Parameter[]) =>
    list.filter(({ kind }) => kind.startsWith("positional")).length;
  const needed = (list: readonly Parameter[]) =>
    list.filter(({ kind, defaultValue }) => !kind.startsWith("var-") && defaultValue === null);
  if (!takesMore && count(mine) < count(theirs)) return true;
  const names = new Set(mine.map(({ name }) => name));
  if (!takesNames && theirs.some(({ name, kind }) => !kind.startsWith("var-") && !names.has(name)))
    return true;
  const theirNeeded = new Set(needed(theirs).map(({ name }) => name));
  if (needed(mine).length > needed(theirs).length) return true;
  return needed(mine).some(({ name }) => !theirNeeded.has(name));
}

export function isValue(object: string | undefined): boolean {
  return (
    object !== undefined && !/^(super\b|cls\b|[A-Z]\w*$)/.test(object) && !/^\w+\.[A-Z]\w*$/.test(object)
  );
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

/** Whether the code at the call is inherited: its class is above the override's, its method not replaced and still in use. */
export function inherits(
  project: ProjectFacts,
  override: Override,
  around: PlacedClass,
  module: ModuleFacts,
  call: CallFacts,
): boolean {
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

/** Whether a method only says what subclasses must do: abstract, or nothing but a docstring and `raise`/`pass`. */
export function isPromise({ function: method }: PlacedFunction): boolean {
  if (method.decorators.some(({ name }) => /abstract/.test(name ?? ""))) return true;
  const body = method.node.field("body");
  if (!body) return false;
  return body.namedChildren.every((statement) => {
    const inner = statement.namedChildren[0];
    if (statement.type === "raise_statement") return /NotImplemented/.test(statement.text);
    return (
      statement.type === "pass_statement" ||
      (statement.type === "expression_statement" && /string|ellipsis/.test(inner?.type ?? ""))
    );
  });
}
