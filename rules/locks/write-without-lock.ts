import {
  type ClassFacts,
  descendants,
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
  for (const owner of module.classes) {
    for (const { method, lock, first, names, other } of barelyWritten(module, owner)) {
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

interface Write {
  readonly name: string;
  readonly node: SyntaxNode;
  /** The method, where the write may stand in a function inside of it. */
  readonly method: FunctionFacts;
  readonly locks: ReadonlySet<string>;
  /** Whether what is written depends on what was there: `+=`, `del x[k]`, `x.append(…)`. */
  readonly isChange: boolean;
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
const CHANGERS =
  /^(append|appendleft|pop|popleft|popitem|update|difference_update|add|remove|discard|clear|extend|insert|setdefault)$/;

/** The methods that alone write some attribute without the lock of its other writers. */
function barelyWritten(module: ModuleFacts, owner: ClassFacts): readonly Bare[] {
  const writes = writesOf(module, owner);
  const found = new Map<FunctionFacts, Bare & { readonly changes: boolean; readonly writers: number }>();
  for (const name of new Set(writes.map((write) => write.name))) {
    const mine = writes.filter((write) => write.name === name);
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

function writesOf(module: ModuleFacts, owner: ClassFacts): readonly Write[] {
  const calls = callsOnSelf(module, owner);
  const found: Write[] = [];
  for (const method of owner.methods.values()) {
    if (LIFE.test(method.name) || /\bacquire\(/.test(method.node.text)) continue;
    const outside = heldByCallers(calls, method, DEPTH);
    if (!outside) continue;
    for (const node of descendants(method.node)) {
      const target = targetOf(node);
      const name = target && attributeOfSelf(target.node);
      if (name === undefined || !target) continue;
      const locks = new Set([...locksHeld(module, node), ...outside]);
      found.push({ name, node, method, locks, isChange: target.isChange });
    }
  }
  return found;
}

/** What a statement or call writes to. */
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
    case "call": {
      const callee = node.field("function");
      const object = callee?.type === "attribute" ? callee.field("object") : null;
      return object && CHANGERS.test(callee?.field("attribute")?.text ?? "")
        ? { node: object, isChange: true }
        : undefined;
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
  readonly locks: ReadonlySet<string>;
}

/** The calls of methods on `self` inside the class, by the method's name. */
function callsOnSelf(module: ModuleFacts, owner: ClassFacts): ReadonlyMap<string, readonly SelfCall[]> {
  const found = new Map<string, SelfCall[]>();
  for (const method of owner.methods.values()) {
    for (const node of descendants(method.node)) {
      const callee = node.type === "call" ? node.field("function") : null;
      const name = /^(?:self|cls)\.(\w+)$/.exec(callee?.text ?? "")?.[1];
      if (name === undefined || LIFE.test(method.name)) continue;
      found.set(name, [...(found.get(name) ?? []), { from: method, locks: locksHeld(module, node) }]);
    }
  }
  return found;
}

/**
 * The locks that every caller of a method holds, of those in its class; none for a public method that nobody in the
 * class calls. `undefined` where nothing is known: a private method without callers may be a subclass's.
 */
function heldByCallers(
  calls: ReadonlyMap<string, readonly SelfCall[]>,
  method: FunctionFacts,
  depth: number,
): ReadonlySet<string> | undefined {
  const callers = (calls.get(method.name) ?? []).filter((call) => call.from !== method);
  if (callers.length === 0) return method.name.startsWith("_") ? undefined : new Set();
  if (depth === 0) return undefined;
  const held: ReadonlySet<string>[] = [];
  for (const call of callers) {
    const above = call.locks.size > 0 ? new Set<string>() : heldByCallers(calls, call.from, depth - 1);
    if (!above) return undefined;
    held.push(new Set([...call.locks, ...above]));
  }
  return new Set([...(held[0] ?? [])].filter((lock) => held.every((other) => other.has(lock))));
}
