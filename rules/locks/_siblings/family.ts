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
import { ACTS, isTogether, setsWhatItFinds, TAKES_LOCK } from "./names.ts";

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
    // what takes the lock beside such a change may be called by any other verb: `promote_door`
    const verb =
      [VERB, JOINS].find((one) => one.test(method.name)) ??
      (ownLocks(method).length > 0 ? FIRST_WORD : undefined);
    if (verb) addTo(families, method.name.replace(verb, "*"), method);
  }
  return [...families.values()].flatMap((family) => oddOf(module, facts, family));
}

/** Changes of what a host or a pool has, not of the thing: two of them with a lock say nothing of a third without. */
const JOINS = /(?<=^|_)(?:connect|disconnect|initialize|terminate|mount|unmount|umount)(?=_|$)/;

const FIRST_WORD = /^(?!_)[a-z]+(?=_)/;

function oddOf(module: ModuleFacts, facts: ClassFacts, family: readonly FunctionFacts[]): readonly Odd[] {
  const locked = family.filter((method) => ownLocks(method).length > 0);
  const bare = family.filter((method) => !locked.includes(method) && !isStub(method));
  const changes = bare.filter(({ name }) => VERB.test(name));
  const [odd, ...others] = changes.length > 0 ? changes : bare;
  const [sibling] = locked;
  const [lock] = sibling ? ownLocks(sibling) : [];
  if (!sibling || lock === undefined || locked.length < 2 || !odd || others.length > 0) return [];
  if (!locked.every((method) => ownLocks(method).includes(lock))) return [];
  if (!locked.some(({ name }) => VERB.test(name))) return [];
  if (!isAbout(odd, thingsOf(locked)) || !isNamedForBoth(module, lock, odd, sibling)) return [];
  const acts = ACTS.test(odd.node.field("body")?.text ?? "") || setsWhatItFinds(odd);
  return acts && !TAKES_LOCK.test(codeOf(odd.node)) && !hasItFromOthers(facts, odd)
    ? [{ method: odd, lock: `@${lock}`, sibling }]
    : [];
}

/** Whether a method with a lock calls it, or is called by it. */
export function hasItFromOthers({ methods }: ClassFacts, odd: FunctionFacts): boolean {
  return [...methods.values()].some(
    (method) =>
      method !== odd &&
      (ownLocks(method).length > 0 || TAKES_LOCK.test(codeOf(method.node))) &&
      isTogether(odd, method),
  );
}
