import type { SyntaxNode } from "../../parse/tree.ts";
import { addTo } from "../../text/multimap.ts";
import { placesOfWord } from "../../text/places.ts";
import type { ClassFacts, FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { methodAround } from "../tree/receiver.ts";
import { locksHeld } from "./held-locks.ts";

const DEPTH = 6;
const LIFE = /^(__\w+__|_?(init|setup|do_setup|initialize|start|stop|shutdown|close)(_\w+)?)$/;

/** Whether a method sets its object up or takes it down, when nobody else has it. */
export function isOfLife(method: FunctionFacts): boolean {
  return LIFE.test(method.name);
}

interface SelfCall {
  readonly from: FunctionFacts;
  readonly node: SyntaxNode;
}

/** The calls of methods on `self` inside a class, by the method's name. */
export type CallsOnSelf = ReadonlyMap<string, readonly SelfCall[]>;

/** The calls of methods on `self` inside the class, by the method's name. */
export function callsOnSelf(module: ModuleFacts, owner: ClassFacts): CallsOnSelf {
  const found = new Map<string, SelfCall[]>();
  for (const { name, node } of module.calls) {
    const called = /^(?:self|cls)\.(\w+)$/.exec(name ?? "")?.[1];
    const from = called === undefined ? undefined : methodAround(module, node);
    if (called === undefined || from?.owner !== owner || isOfLife(from)) continue;
    addTo(found, called, { from, node });
  }
  return found;
}

/**
 * The locks that every caller of a method holds, of those in its class; none for a public method that nobody in the
 * class calls. `undefined` where nothing is known: a private method without callers may be a subclass's.
 */
export function heldByCallers(
  module: ModuleFacts,
  calls: CallsOnSelf,
  method: FunctionFacts,
  depth: number = DEPTH,
): ReadonlySet<string> | undefined {
  const callers = (calls.get(method.name) ?? []).filter((call) => call.from !== method);
  if (callers.length === 0) return isRunFromOutside(module, method) ? new Set() : undefined;
  if (depth === 0) return undefined;
  return heldByAll(
    callers.map((call) => {
      const own = locksHeld(module, call.node);
      return own.size > 0 ? own : heldByCallers(module, calls, call.from, depth - 1);
    }),
  );
}

/** The locks that all of several callers hold; none where one of them is known to hold none, whatever the others do. */
export function heldByAll(
  callers: readonly (ReadonlySet<string> | undefined)[],
): ReadonlySet<string> | undefined {
  if (callers.some((held) => held?.size === 0)) return new Set();
  const [first, ...others] = callers;
  if (!first || others.some((held) => !held)) return undefined;
  return new Set([...first].filter((lock) => others.every((held) => held?.has(lock))));
}

/**
 * Whether something outside of the module runs a function that nothing in it calls: it is public, a thread or a timer is
 * given it, or a decorator hands it to a loop of tasks.
 */
export function isRunFromOutside(module: ModuleFacts, facts: FunctionFacts): boolean {
  if (!facts.name.startsWith("_")) return true;
  if (facts.decorators.some(({ name }) => /periodic/.test(name ?? ""))) return true;
  const end = facts.owner ? OWN : BARE;
  for (const at of placesOfWord(module.text, facts.name)) {
    const open = module.text.lastIndexOf("(", at);
    if (end.test(module.text.slice(open, at)) && STARTS.test(module.text.slice(Math.max(0, open - 60), open)))
      return true;
  }
  return false;
}

/** What starts a thread or a timer, before its arguments. */
const STARTS = /\b(?:spawn\w*|Thread|Timer|\w*LoopingCall|submit)$/;

/** Arguments up to where a function or a method's name stands. */
const BARE = /^\([^)]*(?<![\w.])$/;
const OWN = /^\([^)]*(?<![\w.])(?:self|cls)\.$/;
