import {
  addTo,
  type ClassFacts,
  codeOf,
  type Decorator,
  type FunctionFacts,
  isChange,
  isLockByName,
  isStub,
  literally,
  type ModuleFacts,
} from "../../../src/rule.ts";
import { FEWEST, isAbout, type Odd, ownLocks, thingsOf } from "./company.ts";
import { ACTS, isOperation, isTogether, setsWhatItFinds, TAKES_LOCK } from "./names.ts";

const FEWEST_OF_CHANGES = 4;

/** The methods of a class that lack a lock which their company takes, once for each lock. */
export function oddInClass(module: ModuleFacts, facts: ClassFacts): readonly Odd[] {
  const inner = innerLocks(module, facts);
  const byLock = new Map<string, FunctionFacts[]>();
  for (const method of facts.methods.values()) {
    for (const lock of new Set([...ownLocks(method), ...(inner.get(method) ?? [])]))
      addTo(byLock, lock, method);
  }
  return [...byLock].flatMap(([lock, siblings]) => {
    const [sibling] = siblings;
    if (!sibling || siblings.length < FEWEST) return [];
    const isOwn = siblings.some((method) => ownLocks(method).includes(lock));
    const odd = new Set(
      isOwn
        ? [...oddChanges(facts, siblings, inner), ...oddOperations(facts, siblings)]
        : oddAround(facts, lock, siblings, inner),
    );
    return [...odd].map((method) => ({ method, lock: `@${lock}`, sibling }));
  });
}

/** Operations on the thing that names a lock, where four and more others run what they do under the lock in a function inside. */
function oddAround(
  facts: ClassFacts,
  lock: string,
  siblings: readonly FunctionFacts[],
  inner: ReadonlyMap<FunctionFacts, readonly string[]>,
): readonly FunctionFacts[] {
  if (siblings.length < FEWEST_OF_CHANGES) return [];
  const bare = [...facts.methods.values()].filter(
    (method) =>
      isOperation(method.name) &&
      isNamed(lock, method) &&
      !inner.has(method) &&
      !method.decorators.some((decorator) => isLockByName(decorator) || isNoMethod(decorator)) &&
      !isStub(method) &&
      ACTS.test(method.node.field("body")?.text ?? "") &&
      !TAKES_LOCK.test(codeOf(method.node)) &&
      !siblings.some((other) => isTogether(method, other)),
  );
  return bare.length * 3 <= siblings.length ? bare : [];
}

/** Whether the lock is named by a parameter of the method: `synchronized(door.id)`, `synchronized('door-{door_id}')`. */
function isNamed(lock: string, method: FunctionFacts): boolean {
  return method.parameters.slice(1).some(({ name }) => new RegExp(`[({% ]${literally(name)}\\b`).test(lock));
}

/** The locks of functions inside of methods: `@synchronized(door.id) def do_open(): …` in `open`, which then runs it. */
function innerLocks(module: ModuleFacts, owner: ClassFacts): ReadonlyMap<FunctionFacts, readonly string[]> {
  const found = new Map<FunctionFacts, string[]>();
  for (const facts of module.functions) {
    const locks = facts.enclosing?.owner === owner ? ownLocks(facts) : [];
    if (facts.enclosing && locks.length > 0)
      found.set(facts.enclosing, [...(found.get(facts.enclosing) ?? []), ...locks]);
  }
  return found;
}

/** Methods named as changes, where at least four siblings and three quarters of the changes to their things are locked. */
function oddChanges(
  facts: ClassFacts,
  siblings: readonly FunctionFacts[],
  inner: ReadonlyMap<FunctionFacts, readonly string[]>,
): readonly FunctionFacts[] {
  if (siblings.length < FEWEST_OF_CHANGES) return [];
  const things = thingsOf(siblings);
  const isLocked = (method: FunctionFacts): boolean => ownLocks(method).length > 0 || inner.has(method);
  const kin = [...facts.methods.values()].filter((method) => isChange(method) && isAbout(method, things));
  const bare = kin.filter(
    (method) =>
      !isLocked(method) &&
      !isStub(method) &&
      !onlyAsks(facts, method) &&
      !siblings.some((other) => method.node.text.includes(`self.${other.name}(`)),
  );
  const locked = kin.filter(isLocked);
  return bare.length * 3 <= locked.length ? bare : [];
}

/**
 * Whatever it is called: the only public method about the things of the lock that takes none, in a class with one lock.
 * Two and more may be outside of it for a reason.
 */
function oddOperations(facts: ClassFacts, siblings: readonly FunctionFacts[]): readonly FunctionFacts[] {
  const locks = new Set(
    [...facts.methods.values()].flatMap((method) =>
      method.decorators.filter(isLockByName).map((decorator) => decorator.expression.text),
    ),
  );
  if (locks.size > 1) return [];
  const things = thingsOf(siblings);
  const bare = [...facts.methods.values()].filter(
    (method) =>
      isOperation(method.name) &&
      !method.decorators.some((decorator) => isLockByName(decorator) || isNoMethod(decorator)) &&
      isAbout(method, things) &&
      !isStub(method) &&
      ACTS.test(method.node.field("body")?.text ?? "") &&
      !onlyAsks(facts, method) &&
      !TAKES_LOCK.test(codeOf(method.node)) &&
      !siblings.some((other) => isTogether(method, other)),
  );
  return bare.length === 1 ? bare : [];
}

/** Whether a method neither calls what changes something nor sets anything: it makes something of what it finds. */
function onlyAsks({ methods }: ClassFacts, method: FunctionFacts): boolean {
  const body = codeOf(method.node).replace(/\bself\.(\w+)\(/g, (whole: string, name: string) =>
    methods.get(name)?.decorators.some((decorator) => decorator.name === "staticmethod") ? "(" : whole,
  );
  return /\bself\.\w/.test(body) && !ACTS.test(body) && !SETS.test(body) && !setsWhatItFinds(method);
}

/** An assignment to something of `self`, or another object that is told to change. */
const SETS =
  /\bself\.[^\n=]*[^=!<>\s]\s*=(?!=)|\bdel self\.|\.(?:save|update|delete|create|destroy|remove)\w*\(/;

/** `@property`, `@staticmethod`: no operation on the object. */
function isNoMethod(decorator: Decorator): boolean {
  return /^(property|\w+\.setter|staticmethod|classmethod|abc\.\w+|abstractmethod)$/.test(
    decorator.name ?? "",
  );
}
