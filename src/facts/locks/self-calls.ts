import type { SyntaxNode } from "../../parse/tree.ts";
import type { ClassFacts, FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { locksHeld } from "./held-locks.ts";

const DEPTH = 6;
const LIFE = /^(__\w+__|_?(init|setup|do_setup|initialize|start|stop|shutdown|close)(_\w+)?)$/;

/** Whether a method sets its object up or takes it down, when nobody else has it. */
export function isOfLife(method: FunctionFacts): boolean {
  return LIFE.test(method.name);
}

/** The method that holds a node, also through functions inside of it. */
export function methodAround(module: ModuleFacts, node: SyntaxNode): FunctionFacts | undefined {
  let at = module.functionAround(node);
  while (at?.enclosing) at = at.enclosing;
  return at?.owner ? at : undefined;
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
    const held = found.get(called);
    if (held) held.push({ from, node });
    else found.set(called, [{ from, node }]);
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
  if (callers.length === 0) return method.name.startsWith("_") ? undefined : new Set();
  if (depth === 0) return undefined;
  const held: ReadonlySet<string>[] = [];
  for (const call of callers) {
    const own = locksHeld(module, call.node);
    const above = own.size > 0 ? own : heldByCallers(module, calls, call.from, depth - 1);
    if (!above) return undefined;
    held.push(above);
  }
  return new Set([...(held[0] ?? [])].filter((lock) => held.every((other) => other.has(lock))));
}
