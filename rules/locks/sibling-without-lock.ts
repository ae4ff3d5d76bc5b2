import {
  ASKING,
  addTo,
  asWritten,
  beginningWith,
  type ClassFacts,
  codeOf,
  type Decorator,
  type Finding,
  type FunctionFacts,
  isChange,
  isLockByName,
  isStub,
  type ModuleFacts,
  namePlace,
  type ProjectFacts,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** A method that changes what its siblings change, without the lock that they all take. */
export const siblingWithoutLock: Rule = {
  id: "locks/sibling-without-lock",
  title: "method without the lock of its siblings",
  severity: "warning",
  confidence: "low",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/75e39fc7b",
  mentions: [["def "], ["synchroniz", "_lock"]],
  check,
};

/** Fewer decorators that sound like a lock cannot make a company of siblings. */
function isWorthALook(text: string): boolean {
  return (text.match(/^[ \t]*@[\w.]*(?:synchroniz|lock)/gm)?.length ?? 0) >= FEWEST - 1;
}

function* check(context: RuleContext): Generator<Finding> {
  const { module, text } = context;
  if ((text.match(ASKS_FIRST)?.length ?? 0) >= FEWEST) yield* unasking(module);
  if (!isWorthALook(text)) return;
  for (const company of [
    oddAmongFunctions(context),
    ...module.classes.map((facts) => oddInClass(module, facts)),
  ]) {
    for (const { method, lock, sibling } of company) {
      yield {
        span: namePlace(method),
        message: `${method.qualifiedName} lacks ${lock}, which ${sibling.name} and its other siblings take`,
        related: [{ path: module.path, span: sibling.whole, message: "a sibling with the lock" }],
      };
    }
  }
}

/** `if not self.has_lock: return`. */
const ASKS_FIRST = /^[ \t]+if not self\.(\w*lock\w*):\s+return$/gm;

/** The only method with a decorator, of four and more, that does not ask first whether its object holds the lock. */
function* unasking(module: ModuleFacts): Generator<Finding> {
  for (const facts of module.classes) {
    for (const company of byDecorator(facts).values()) {
      const asking = company.filter((method) => lockAskedFirst(method) !== undefined);
      const [one, ...more] = asking;
      const lock = one && lockAskedFirst(one);
      const rest = company.filter((method) => !new RegExp(`\\b${lock ?? ""}\\b`).test(codeOf(method.node)));
      const [odd, ...others] = rest;
      if (!one || !lock || !odd || others.length > 0 || more.length < FEWEST - 1) continue;
      yield {
        span: namePlace(odd),
        message: `${odd.qualifiedName} does not ask for ${lock}, unlike ${one.name} and its other siblings, which leave the work to who has it`,
        related: [{ path: module.path, span: one.whole, message: "a sibling that asks" }],
      };
    }
  }
}

function byDecorator({ methods }: ClassFacts): ReadonlyMap<string, readonly FunctionFacts[]> {
  const found = new Map<string, FunctionFacts[]>();
  for (const method of methods.values())
    for (const { name } of method.decorators) {
      if (name === undefined) continue;
      addTo(found, name, method);
    }
  return found;
}

/** The attribute without which a method returns at once. */
function lockAskedFirst(method: FunctionFacts): string | undefined {
  const body = method.node.field("body")?.namedChildren ?? [];
  const first = body.find(({ type, text }) => type !== "expression_statement" || !/^[rub]*["']/i.test(text));
  return first && /^if not self\.(\w*lock\w*):\s+return$/.exec(first.text)?.[1];
}

interface Odd {
  readonly method: FunctionFacts;
  readonly lock: string;
  readonly sibling: FunctionFacts;
}

const FEWEST = 3;
const FEWEST_OF_CHANGES = 4;

/** The methods of a class that lack a lock which their company takes, once for each lock. */
function oddInClass(module: ModuleFacts, facts: ClassFacts): readonly Odd[] {
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

/**
 * The only public function of a module about the things of a lock that takes or demands none, where three and more others do,
 * or two that demand it. The task of a lock that is demanded is such a thing, too.
 */
function oddAmongFunctions({ module, project }: RuleContext): readonly Odd[] {
  const own = module.functions.filter(({ owner, enclosing }) => !owner && !enclosing);
  const byLock = new Map<string, FunctionFacts[]>();
  for (const facts of own) for (const lock of new Set(ownLocks(facts))) addTo(byLock, lock, facts);
  if (byLock.size !== 1) return [];
  return [...byLock].flatMap(([lock, siblings]) => {
    const [sibling] = siblings;
    const isDemanded = /require/.test(lock);
    if (!sibling || siblings.length < (isDemanded ? FEWEST - 1 : FEWEST)) return [];
    const things = thingsOf(siblings, isDemanded ? 0 : 1);
    const bare = own.filter(
      (facts) =>
        (isDemanded ? isMeantForOthers(facts.name) : isOperation(facts.name)) &&
        facts.decorators.length === 0 &&
        isAbout(facts, things) &&
        !isStub(facts) &&
        !TAKES_LOCK.test(codeOf(facts.node)) &&
        !siblings.some((other) => calls(facts, other) || calls(other, facts)) &&
        !handsOn(project, module, facts),
    );
    const [odd] = bare;
    return odd && bare.length === 1 && !handsOn(project, module, odd)
      ? [{ method: odd, lock: `@${lock}`, sibling }]
      : [];
  });
}

/** Whether it calls, itself or by a private function, one that takes or demands a lock: that one speaks for it. */
function handsOn(project: ProjectFacts, module: ModuleFacts, facts: FunctionFacts, depth = 1): boolean {
  return module.calls.some((call) => {
    const meaning = call.within === facts ? project.meaning(module, call.callee) : undefined;
    if (meaning?.kind !== "function" || meaning.function === facts) return false;
    return (
      meaning.function.decorators.some(isLockByName) ||
      (meaning.function.name.startsWith("_") &&
        depth > 0 &&
        handsOn(project, meaning.module, meaning.function, depth - 1))
    );
  });
}

/** What needs no lock where the others of a module demand one. */
const ASKS = beginningWith([...ASKING, "supports?", "determine", "store"]);

function isMeantForOthers(name: string): boolean {
  return !name.startsWith("_") && !ASKS.test(name);
}

function calls(from: FunctionFacts, to: FunctionFacts): boolean {
  return new RegExp(`\\b${to.name}\\(`).test(from.node.field("body")?.text ?? "");
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
  return method.parameters.slice(1).some(({ name }) => new RegExp(`[({% ]${name}\\b`).test(lock));
}

function ownLocks(method: FunctionFacts): readonly string[] {
  return method.decorators.filter(isLockByName).map((decorator) => asWritten(decorator.expression.text));
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

/** What asks, helps, begins or comes again by itself: it is no operation beside those with the lock. */
const AIDS = beginningWith(
  [
    [...ASKING, "supports?", "describe", "choose", "convert", "select", "filter", "default"],
    ["setup", "init", "start", "stop", "do", "periodic", "poll", "heartbeat", "ping", "ensure_export"],
  ].flat(),
);

function isOperation(name: string): boolean {
  return !(name.startsWith("_") || AIDS.test(name) || /_(loop|path|name|stats)$/.test(name));
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

/** A call on `self` or on something of it that does more than ask. */
const ACTS = /\bself(?:\.\w+)*\.(?!_?(?:get|is|has|find|check|list|join|log)(?:_|\())\w+\(/;
const TAKES_LOCK = /\bacquire|\bwith [^\n]*(?<!b)lock|synchroni[sz]ed/i;

/** Whether a method neither calls what changes something nor sets anything: it makes something of what it finds. */
function onlyAsks({ methods }: ClassFacts, method: FunctionFacts): boolean {
  const body = codeOf(method.node).replace(/\bself\.(\w+)\(/g, (whole: string, name: string) =>
    methods.get(name)?.decorators.some((decorator) => decorator.name === "staticmethod") ? "(" : whole,
  );
  return /\bself\.\w/.test(body) && !ACTS.test(body) && !SETS.test(body);
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

/** Whether one calls the other: one of them holds the lock for both. */
function isTogether(method: FunctionFacts, sibling: FunctionFacts): boolean {
  return (
    method.node.text.includes(`self.${sibling.name}(`) || sibling.node.text.includes(`self.${method.name}(`)
  );
}

function isAbout(method: FunctionFacts, things: ReadonlySet<string>): boolean {
  return method.parameters.some((parameter) => things.has(parameter.name));
}

/** Parameters that at least two of the methods share: what the lock is about. */
function thingsOf(methods: readonly FunctionFacts[], from = 1): ReadonlySet<string> {
  const names = methods.flatMap((method) => method.parameters.slice(from).map((parameter) => parameter.name));
  return new Set(
    names.filter(
      (name) =>
        !(
          from === 0
            ? /^_?(context|ctxt|request|args|kwargs)$/
            : /^_?(context|ctxt|task|request|args|kwargs)$/
        ).test(name) && names.indexOf(name) !== names.lastIndexOf(name),
    ),
  );
}
