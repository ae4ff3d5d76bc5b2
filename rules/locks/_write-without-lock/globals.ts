import {
  type FunctionFacts,
  groupBy,
  isOfLife,
  locksHeld,
  type ModuleFacts,
  type SyntaxNode,
} from "../../../src/rule.ts";
import { ENDS, type OddWrite, oddWrite, type Write, writtenIn } from "./writes.ts";

/**
 * What one function alone changes bare of the names that a module binds once, where another changes it under a lock: whatever
 * threads there are share it.
 */
export function oddGlobals(module: ModuleFacts): readonly OddWrite[] {
  const writes = writtenIn(module).flatMap(({ node, target, isChange }) => {
    const method = functionAround(module, node);
    if (!isChange || !method || isOfLife(method) || ENDS.test(method.name)) return [];
    if (!isGlobal(module, target, node)) return [];
    return [{ name: target, node, method, isChange, locks: locksAt(module, node, method) }];
  });
  return [...groupBy(writes, ({ name }) => name).values()].flatMap((all) => {
    const known = all.flatMap((write): Write[] => (write.locks ? [{ ...write, locks: write.locks }] : []));
    return known.length === all.length ? (oddWrite(known) ?? []) : [];
  });
}

/** Whether a name stands for what the module assigns, and no function takes it for something of its own. */
function isGlobal(module: ModuleFacts, name: string, node: SyntaxNode): boolean {
  const found = module.lookup(name, module.scopeAt(node));
  return found?.scope === module.scope && found.bindings[0]?.kind === "assignment";
}

function functionAround(module: ModuleFacts, node: SyntaxNode): FunctionFacts | undefined {
  let at = module.functionAround(node);
  while (at?.enclosing) at = at.enclosing;
  return at ?? undefined;
}

/** The locks that are held at a node, or by all who call its function by name; `undefined` where that is not known. */
function locksAt(
  module: ModuleFacts,
  node: SyntaxNode,
  { name }: FunctionFacts,
): ReadonlySet<string> | undefined {
  const own = locksHeld(module, node);
  if (own.size > 0) return own;
  const callers = module.calls.filter((call) => call.within?.name !== name && isCallOf(call.name, name));
  if (callers.length === 0) return name.startsWith("_") ? undefined : own;
  const held = callers.map((call) => locksHeld(module, call.node));
  return held.find((locks) => locks.size === 0) ?? held[0];
}

function isCallOf(called: string | undefined, name: string): boolean {
  return called === name || called === `self.${name}`;
}
