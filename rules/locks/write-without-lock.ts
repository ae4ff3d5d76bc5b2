import {
  addTo,
  type CallsOnSelf,
  type ClassFacts,
  callsOnSelf,
  type Finding,
  type FunctionFacts,
  groupBy,
  heldByCallers,
  isOfLife,
  locksHeld,
  type ModuleFacts,
  methodAround,
  namePlace,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";
import { oddGlobals } from "./_write-without-lock/globals.ts";
import {
  ENDS,
  type OddWrite,
  oddWrite,
  type Target,
  type Write,
  writtenIn,
} from "./_write-without-lock/writes.ts";

/** One method that changes an attribute bare, which the other methods of its class change under a lock; the same of a module's names. */
export const writeWithoutLock: Rule = {
  id: "locks/write-without-lock",
  title: "attribute changed without the lock of its other writers",
  severity: "warning",
  confidence: "low",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/45e90f8ed",
  mentions: [["lock", "LOCK", "Lock", "synchroni", "mutex", "semaphore", "SEMAPHORE"]],
  check,
};

const SUSPECT = /^[ \t]*(?:@[\w.]*(?:synchroni|lock)|with [^\n]*(?:lock|mutex|semaphore|synchroni))/im;

function* check({ module, text }: RuleContext): Generator<Finding> {
  if (!SUSPECT.test(text)) return;
  for (const { method, lock, first, name, other } of oddGlobals(module)) {
    yield {
      span: namePlace(method),
      message: `${method.qualifiedName} changes ${name} without ${lock}, under which ${other.name} does`,
      related: [
        { path: module.path, span: first, message: "changed here" },
        { path: module.path, span: other.whole, message: "under the lock" },
      ],
    };
  }
  for (const [owner, targets] of targetsByClass(module)) {
    if (!SUSPECT.test(owner.node.text)) continue;
    for (const { method, lock, first, names, other } of barelyWritten(module, owner, targets)) {
      yield {
        span: namePlace(method),
        message: `${method.qualifiedName} changes self.${names.join(", self.")} without ${lock}, under which ${other.name} does`,
        related: [
          { path: module.path, span: first, message: "changed here" },
          { path: module.path, span: other.whole, message: "under the lock" },
        ],
      };
    }
  }
}

interface Bare {
  readonly method: FunctionFacts;
  readonly lock: string;
  readonly first: SyntaxNode;
  readonly names: readonly string[];
  readonly other: FunctionFacts;
}

/** The methods that alone write some attribute without the lock of its other writers. */
function barelyWritten(module: ModuleFacts, owner: ClassFacts, all: readonly Target[]): readonly Bare[] {
  const calls = callsOnSelf(module, owner);
  const odd = [...groupBy(all, ({ name }) => name).values()].flatMap((targets) => {
    return oddWrite(targets.flatMap((target) => writeOf(module, calls, target))) ?? [];
  });
  return [...groupBy(odd, ({ method }) => method).values()].flatMap((writes) => {
    const [first] = writes;
    const isProven = writes.some(isOfNamesake) || provesLock(module, owner, calls, writes);
    return first && isProven ? [{ ...first, names: writes.map(({ name }) => name) }] : [];
  });
}

/** One writer under a lock proves little, unless the two share several attributes or all others use it under the lock. */
function provesLock(
  module: ModuleFacts,
  owner: ClassFacts,
  calls: CallsOnSelf,
  writes: readonly OddWrite[],
): boolean {
  if (!writes.some(({ isChange }) => isChange)) return false;
  return (
    writes.length >= 3 ||
    writes.filter(({ isChange }) => isChange).length >= 2 ||
    writes.some(({ others }) => others.size >= 2) ||
    writes.some((write) => isGuarded(module, owner, calls, write))
  );
}

/** `self._door_lock` is there for `self._door`. */
function isOfNamesake({ lock, name, method }: OddWrite): boolean {
  const guarded = /^(?:self|cls)\._*(\w+?)_(?:lock|mutex|semaphore)$/.exec(lock)?.[1];
  return guarded === name.replace(/^_+/, "") && !ENDS.test(method.name);
}

/** Whether three other methods use the attribute, all of them under the lock. */
function isGuarded(
  module: ModuleFacts,
  owner: ClassFacts,
  calls: CallsOnSelf,
  { name, lock, method: bare }: OddWrite,
): boolean {
  const users = new Set<FunctionFacts>();
  for (const node of module.tree.ofType("attribute")) {
    if (node.text !== `self.${name}`) continue;
    const method = methodAround(module, node);
    if (!method || method.owner !== owner || method === bare || isOfLife(method)) continue;
    if (!locksHeld(module, node).has(lock) && !heldByCallers(module, calls, method)?.has(lock)) return false;
    users.add(method);
  }
  return users.size >= 3;
}

function writeOf(module: ModuleFacts, calls: CallsOnSelf, target: Target): readonly Write[] {
  const { method } = target;
  // who makes a lock has what it guards for itself so far
  if (isOfLife(method) || /\bacquire\(|\bself\.\w+ = [\w.]*Lock\(\)/.test(method.node.text)) return [];
  const outside = heldByCallers(module, calls, method);
  return outside ? [{ ...target, locks: new Set([...locksHeld(module, target.node), ...outside]) }] : [];
}

/** Every write to an attribute of `self` in a method, by class. */
function targetsByClass(module: ModuleFacts): ReadonlyMap<ClassFacts, readonly Target[]> {
  const found = new Map<ClassFacts, Target[]>();
  for (const { node, target, isChange } of writtenIn(module)) {
    const name = /^(?:self|cls)\.(\w+)$/.exec(target)?.[1];
    const method = name === undefined ? undefined : methodAround(module, node);
    if (name !== undefined && method?.owner) addTo(found, method.owner, { name, node, method, isChange });
  }
  return found;
}
