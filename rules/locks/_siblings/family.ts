import {
  addTo,
  type ClassFacts,
  codeOf,
  type FunctionFacts,
  isNamedForBoth,
  isStub,
  type ModuleFacts,
} from "../../../src/rule.ts";
import { isAbout, type Odd, ownLocks, thingsOf } from "./company.ts";
import { ACTS, isTogether, TAKES_LOCK } from "./names.ts";

/** The word of a name that says which change of one thing it is: `process_delete` is of a family with `process_create`. */
const VERB =
  /(?<=^|_)(?:create|add|update|set|modify|change|extend|shrink|resize|move|rename|clear|reset|delete|remove|unset|attach|detach|plug|unplug|map|unmap|bind|unbind|allocate|deallocate|allow|deny|register|unregister|enable|disable|start|stop)(?=_|$)/;

/**
 * The only method of a family (`create_door`, `update_door`, `delete_door`) without the lock that all others of it take, two at
 * least. So few prove something, since they differ by the verb alone.
 */
export function oddInFamily(module: ModuleFacts, facts: ClassFacts): readonly Odd[] {
  const families = new Map<string, FunctionFacts[]>();
  for (const method of facts.methods.values()) {
    const family = method.name.replace(VERB, "*");
    if (family !== method.name) addTo(families, family, method);
  }
  return [...families.values()].flatMap((family) => oddOf(module, facts, family));
}

function oddOf(module: ModuleFacts, facts: ClassFacts, family: readonly FunctionFacts[]): readonly Odd[] {
  const locked = family.filter((method) => ownLocks(method).length > 0);
  const [odd, ...others] = family.filter((method) => !locked.includes(method) && !isStub(method));
  const [sibling] = locked;
  const [lock] = sibling ? ownLocks(sibling) : [];
  if (!sibling || lock === undefined || locked.length < 2 || !odd || others.length > 0) return [];
  if (!locked.every((method) => ownLocks(method).includes(lock))) return [];
  if (!isAbout(odd, thingsOf(locked)) || !isNamedForBoth(module, lock, odd, sibling)) return [];
  const needsIt = ACTS.test(odd.node.field("body")?.text ?? "") && !TAKES_LOCK.test(codeOf(odd.node));
  return needsIt && !hasItFromOthers(facts, odd) ? [{ method: odd, lock: `@${lock}`, sibling }] : [];
}

/** Whether a method with a lock calls it, or is called by it. */
function hasItFromOthers({ methods }: ClassFacts, odd: FunctionFacts): boolean {
  return [...methods.values()].some(
    (method) =>
      method !== odd &&
      (ownLocks(method).length > 0 || TAKES_LOCK.test(codeOf(method.node))) &&
      isTogether(odd, method),
  );
}
