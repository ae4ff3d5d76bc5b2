import {
  type ClassFacts,
  type Finding,
  type FunctionFacts,
  isOneLock,
  locksHeld,
  type ModuleFacts,
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
        span: method.node.field("name") ?? method.node,
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

const DEPTH = 6;
const LIFE = /^(__\w+__|_?(init|setup|do_setup|initialize|start|stop|shutdown|close)(_\w+)?)$/;
const CHANGE =
  /^(?:self|cls)\.(\w+)\.(?:append|appendleft|pop|popleft|popitem|update|difference_update|add|remove|discard|clear|extend|insert|setdefault)$/;

/** The methods that alone write some attribute without the lock of its other writers. */
function barelyWritten(module: ModuleFacts, owner: ClassFacts, all: readonly Target[]): readonly Bare[] {
  const calls = callsOnSelf(module, owner);
  const found = new Map<FunctionFacts, Bare & { readonly changes: boolean; readonly writers: number }>();
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
    });
  }
  // one writer under a lock proves little, unless the two share several attributes
  return [...found.values()].filter(
    ({ changes, writers, names }) => changes && (writers >= 2 || names.length >= 3),
  );
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
  if (LIFE.test(method.name) || /\bacquire\(/.test(method.node.text)) return [];
  const outside = heldByCallers(module, calls, method, DEPTH);
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

/** The method that holds a node, also through functions inside of it. */
function methodAround(module: ModuleFacts, node: SyntaxNode): FunctionFacts | undefined {
  let at = module.functionAround(node);
  while (at?.enclosing) at = at.enclosing;
  return at?.owner ? at : undefined;
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

interface SelfCall {
  readonly from: FunctionFacts;
  readonly node: SyntaxNode;
}

type CallsOnSelf = ReadonlyMap<string, readonly SelfCall[]>;

/** The calls of methods on `self` inside the class, by the method's name. */
function callsOnSelf(module: ModuleFacts, owner: ClassFacts): CallsOnSelf {
  const found = new Map<string, SelfCall[]>();
  for (const { name, node } of module.calls) {
    const called = /^(?:self|cls)\.(\w+)$/.exec(name ?? "")?.[1];
    const from = called === undefined ? undefined : methodAround(module, node);
    if (called === undefined || from?.owner !== owner || LIFE.test(from.name)) continue;
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
function heldByCallers(
  module: ModuleFacts,
  calls: CallsOnSelf,
  method: FunctionFacts,
  depth: number,
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
