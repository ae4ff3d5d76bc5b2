import { literally } from "../../text/literally.ts";
import type { CallFacts } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { definitionsNamed } from "../tree/definitions-named.ts";
import type { PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { pathsAssigning, pathsDefining, plainName } from "../tree/word-index.ts";
import { type Receiver, receiverOf } from "./called-receivers.ts";
import { keepsSignature } from "./kept-signature.ts";
import { isFromOutside, isGivenNowhere } from "./outside-values.ts";
import { comesFrom, isNamedAs, isUnknown, mayHold, saysNothing } from "./receiver-clues.ts";

/** The methods that a call on a value of unknown class is likely meant for, and whether no other can be. */
export interface Kin {
  /** Every method of the name in the tree. */
  readonly all: readonly PlacedFunction[];
  readonly takers: readonly PlacedFunction[];
  readonly isSure: boolean;
}

/**
 * Every method of the tree that has the name of the one that is called; none where something else may answer to it.
 *
 * It costs a look-up: who can judge by all of them need not ask for `kinOf`.
 */
export function namesakesOf(project: ProjectFacts, { callee }: CallFacts): readonly PlacedFunction[] {
  const name = callee.field("attribute")?.text;
  return !name || name.length < 5 || name.startsWith("__") ? [] : takersOf(project, name);
}

/** Every method of the name in the tree; none when something else may answer to it. */
function takersOf(project: ProjectFacts, name: string): readonly PlacedFunction[] {
  return project.once(`takers ${name}`, () => {
    const found: PlacedFunction[] = [];
    if (pathsDefining(project, name).length === 0 || isGivenAsValue(project, name)) return [];
    for (const placed of definitionsNamed(project, name)) {
      const { enclosing, owner } = placed.function;
      if (enclosing) continue;
      if (!owner || !keepsSignature(project, placed)) return [];
      found.push(placed);
    }
    return found;
  });
}

/** Whether an object may have a value of the name; what a module calls so (a schema, an option) is no object's. */
function isGivenAsValue(project: ProjectFacts, name: string): boolean {
  const given = new RegExp(`(?:^[ \\t]+|\\.)${literally(name)}\\s*(?::[^=\\n]+)?=[^=]`, "m");
  return pathsAssigning(project, name).some((path) => given.test(project.text(path) ?? ""));
}

/**
 * The methods of those classes that have all that the module calls on the value: at least three methods, or the value goes by the
 * class' or its module's name, or comes out of a call of that module.
 *
 * `undefined` where the value's class is known, or where something else than methods may answer to the name.
 */
export function kinOf(project: ProjectFacts, module: ModuleFacts, call: CallFacts): Kin | undefined {
  const all = namesakesOf(project, call);
  const object = call.callee.field("object");
  if (all.length === 0 || !object || !isUnknown(project, module, call)) return undefined;
  if (saysNothing(object.text) || isGivenNowhere(project, object)) return undefined;
  const receiver = receiverOf(project, module, call, object);
  const { around, called } = receiver;
  // who wraps something from outside has methods of the same names: only a proxy of the whole class is told from that
  const isWrapper =
    around !== undefined && all.some((taker) => project.findMethod(around, taker.function.name));
  const others = all.filter(({ function: { owner } }) => owner !== around?.class);
  const covering = others.filter((taker) => isCovered(project, receiver, taker, isWrapper));
  const isSure = covering.length > 0 && called.size >= MANY;
  if (!isSure && isFromOutside(project, module, object)) return undefined;
  const isMeantByName = covering.length === 0 && !isWrapper && isSpecific(all);
  const meant = isMeantByName ? others.filter((taker) => isOfVendor(taker.module, module)) : covering;
  const takers = ofRole(
    object.text,
    meant.filter((taker) => mayHold(project, receiver, taker)),
  );
  return { all, takers, isSure: isSure && object.text.startsWith("self.") };
}

/** Whether a method's class has all that is called on the receiver, by more than chance. */
function isCovered(
  project: ProjectFacts,
  { module, object, called }: Receiver,
  { module: home, function: { owner } }: PlacedFunction,
  isWrapper: boolean,
): boolean {
  if (!owner || ((isWrapper || home === module) && called.size < MANY)) return false;
  const placed = { module: home, class: owner };
  if (![...called].every((name) => project.findMethod(placed, name) !== undefined)) return false;
  const telling = [...called].filter((name) => !OF_HTTP.test(name));
  return (
    telling.length >= 3 ||
    isNamedAs(object.text, home.name, owner.name) ||
    comesFrom(project, module, object, home)
  );
}

/** Those of managers for `self.manager`, those of drivers for `self.driver`, where there are any. */
function ofRole(receiver: string, takers: readonly PlacedFunction[]): readonly PlacedFunction[] {
  const role = plainName(receiver.split(".").at(-1) ?? "");
  if (!/^(manager|driver)$/.test(role)) return takers;
  const named = takers.filter(({ function: { owner } }) => plainName(owner?.name ?? "").endsWith(role));
  return named.length > 0 ? named : takers;
}

/** What every session of HTTP has. */
const OF_HTTP = /^(?:get|post|put|delete|patch|head|options|request)$/;

/** As many different methods as no two classes share by chance. */
const MANY = 8;

/** A name of three words or more: nothing else than the tree's own methods is likely to be called so. */
function isSpecific([first]: readonly PlacedFunction[]): boolean {
  return first !== undefined && /[a-z]_[a-z]+_[a-z]/.test(first.function.name);
}

/** Methods of one vendor's driver are meant by the modules of that driver only. */
function isOfVendor(home: ModuleFacts, module: ModuleFacts): boolean {
  const vendor = /^.*\/drivers\/[^/]+\/(?:[^/]+\/)?/.exec(home.path)?.[0];
  return vendor === undefined || home === module || module.path.startsWith(vendor);
}
