import {
  type CallsOnSelf,
  type ClassFacts,
  callsOnSelf,
  type Finding,
  type FunctionFacts,
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

/** The methods that alone write some attribute without the lock of its other writers. */
function barelyWritten(module: ModuleFacts, owner: ClassFacts, all: readonly Target[]): readonly Bare[] {
  const calls = callsOnSelf(module, owner);
  const found = new Map<
    FunctionFacts,
    Bare & {
      readonly changes: boolean;
      readonly writers: number;
      readonly isGuarded: boolean;
      readonly isNamesake: boolean;
    }
  >();
  for (const [name, targets] of byName(all)) {
    if (new Set(targets.map(({ method }) => method)).size < 2) continue;
    const mine = targets.flatMap((target) => writeOf(module, calls, target));
    const locked = mine.filter((write) => write.locks.size > 0);
    const [bare, ...others] = mine.filter((write) => write.locks.size === 0);
    const [one] = locked;
    if (!one || !bare || others.some((write) => write.method !== bare.method)) continue;
    const lock = [...one.locks].find(
      (held) => isOneLock(held) && locked.every((write) => write.locks.has(held)),
    );
    if (lock === undefined || locked.some((write) => write.method === bare.method)) continue;
    const before = found.get(bare.method);
    found.set(bare.method, {
      method: bare.method,
      lock: before?.lock ?? lock,
      first: before?.first ?? bare.node,
      names: [...(before?.names ?? []), name],
      other: before?.other ?? one.method,
      changes: (before?.changes ?? false) || [bare, ...others].some((write) => write.isChange),
      writers: Math.max(before?.writers ?? 0, new Set(locked.map((write) => write.method)).size),
      isGuarded: (before?.isGuarded ?? false) || isGuarded(module, owner, calls, name, lock, bare.method),
      isNamesake: (before?.isNamesake ?? false) || (isNamesake(lock, name) && !ENDS.test(bare.method.name)),
    });
  }
  // one writer under a lock proves little, unless the two share several attributes or all others use it under the lock
  return [...found.values()].filter(
    ({ changes, writers, names, isGuarded: every, isNamesake: named }) =>
      named || (changes && (writers >= 2 || names.length >= 3 || every)),
  );
}

/** What takes everything down may come when nobody else is left. */
const ENDS = /^_?(?:clean_?up|tear_?down|reset)/;

/** `self._door_lock` is there for `self._door`. */
function isNamesake(lock: string, name: string): boolean {
  const guarded = /^(?:self|cls)\._*(\w+?)_(?:lock|mutex|semaphore)$/.exec(lock)?.[1];
  return guarded === name.replace(/^_+/, "");
}

/** Whether three other methods use the attribute, all of them under the lock. */
function isGuarded(
  module: ModuleFacts,
  owner: ClassFacts,
  calls: CallsOnSelf,
  name: string,
  lock: string,
  bare: FunctionFacts,
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

function byName(targets: readonly Target[]): ReadonlyMap<string, readonly Target[]> {
  const found = new Map<string, Target[]>();
  for (const target of targets) {
    const held = found.get(target.name);
    if (held) held.push(target);
    else found.set(target.name, [target]);
  }
  return found;
}

function writeOf(module: ModuleFacts, calls: CallsOnSelf, target: Target): readonly Write[] {
  const { method } = target;
  if (isOfLife(method) || /\bacquire\(/.test(method.node.text)) return [];
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
    const held = found.get(method.owner);
    if (held) held.push(target);
    else found.set(method.owner, [target]);
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
