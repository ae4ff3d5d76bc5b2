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
  isOneLock,
  locksHeld,
  type ModuleFacts,
  methodAround,
  namePlace,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** One method that changes an attribute bare, which the other methods of its class change under a lock. */
export const writeWithoutLock: Rule = {
  id: "locks/write-without-lock",
  title: "attribute changed without the lock of its other writers",
  severity: "warning",
  confidence: "low",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/45e90f8ed",
  mentions: [
    ["class "],
    ["lock", "LOCK", "Lock", "synchroni", "mutex", "semaphore", "SEMAPHORE"],
    ["self.", "cls."],
  ],
  check,
};

const SUSPECT = /^[ \t]+(?:@[\w.]*(?:synchroni|lock)|with [^\n]*(?:lock|mutex|semaphore|synchroni))/im;

function* check({ module, text }: RuleContext): Generator<Finding> {
  if (!SUSPECT.test(text)) return;
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

interface Target {
  readonly name: string;
  readonly node: SyntaxNode;
  /** The method, where the write may stand in a function inside of it. */
  readonly method: FunctionFacts;
  /** Whether what is written depends on what was there: `+=`, `del x[k]`, `x.append(…)`. */
  readonly isChange: boolean;
}

interface Write extends Target {
  readonly locks: ReadonlySet<string>;
}

interface Bare {
  readonly method: FunctionFacts;
  readonly lock: string;
  readonly first: SyntaxNode;
  readonly names: readonly string[];
  readonly other: FunctionFacts;
}

const CHANGE =
  /^(?:self|cls)\.(\w+)\.(?:append|appendleft|pop|popleft|popitem|update|difference_update|add|remove|discard|clear|extend|insert|setdefault)$/;

/** An attribute that one method alone writes without the lock of its other writers. */
interface OddWrite {
  readonly name: string;
  readonly method: FunctionFacts;
  readonly lock: string;
  readonly first: SyntaxNode;
  readonly isChange: boolean;
  /** Those who write it under the lock. */
  readonly others: ReadonlySet<FunctionFacts>;
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

/** The bare write among writes to one attribute, where a single method writes it so and all others hold one lock. */
function oddWrite(writes: readonly Write[]): OddWrite | undefined {
  const locked = writes.filter((write) => write.locks.size > 0);
  const bare = writes.filter((write) => write.locks.size === 0);
  const [[one], [first]] = [locked, bare];
  if (!one || !first || bare.some((write) => write.method !== first.method)) return undefined;
  const lock = [...one.locks].find(
    (held) => isOneLock(held) && locked.every((write) => write.locks.has(held)),
  );
  const others = new Set(locked.map((write) => write.method));
  if (lock === undefined || others.has(first.method)) return undefined;
  const isChange = bare.some((write) => write.isChange);
  return {
    name: first.name,
    method: first.method,
    lock,
    first: first.node,
    isChange,
    others,
    other: one.method,
  };
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

/** What takes everything down may come when nobody else is left. */
const ENDS = /^_?(?:clean_?up|tear_?down|reset)/;

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
  const add = (node: SyntaxNode, name: string | undefined, isChange: boolean): void => {
    const method = name === undefined ? undefined : methodAround(module, node);
    if (name === undefined || !method?.owner) return;
    const target = { name, node, method, isChange };
    addTo(found, method.owner, target);
  };
  for (const type of ["assignment", "augmented_assignment", "delete_statement"]) {
    for (const node of module.tree.ofType(type)) {
      const target = targetOf(node);
      if (target) add(node, attributeOfSelf(target.node), target.isChange);
    }
  }
  for (const { name, node } of module.calls) {
    const match = CHANGE.exec(name ?? "");
    if (match) add(node, match[1], true);
  }
  return found;
}

/** What a statement writes to. */
function targetOf(node: SyntaxNode): { readonly node: SyntaxNode; readonly isChange: boolean } | undefined {
  switch (node.type) {
    case "assignment":
    case "augmented_assignment": {
      const left = node.field("left");
      const isChange = node.type === "augmented_assignment" || left?.type === "subscript";
      return left ? { node: left, isChange } : undefined;
    }
    case "delete_statement": {
      const target = node.namedChildren[0];
      return target?.type === "subscript" ? { node: target, isChange: true } : undefined;
    }
    default:
      return undefined;
  }
}

/** `x` of `self.x` and of `self.x[…]`; what is changed inside of an element is the element's. */
function attributeOfSelf(target: SyntaxNode): string | undefined {
  const object = target.type === "subscript" ? target.field("value") : target;
  return /^(?:self|cls)\.(\w+)$/.exec(object?.type === "attribute" ? object.text : "")?.[1];
}
