import {
  type ClassFacts,
  type Decorator,
  type Finding,
  type FunctionFacts,
  isChange,
  isLockByName,
  isStub,
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
  mentions: [["class "], ["synchroniz", "_lock"]],
  check,
};

/** Fewer than so many decorators that sound like a lock cannot make a company of siblings. */
function isWorthALook(text: string): boolean {
  return (text.match(/^[ \t]+@[\w.]*(?:synchroniz|lock)/gm)?.length ?? 0) >= FEWEST;
}

function* check(context: RuleContext): Generator<Finding> {
  if (!isWorthALook(context.text)) return;
  const { module } = context;
  for (const facts of module.classes) {
    for (const { method, lock, sibling } of oddInClass(facts)) {
      yield {
        span: method.node.field("name") ?? method.node,
        message: `${method.qualifiedName} lacks ${lock}, which ${sibling.name} and its other siblings take`,
        related: [{ path: module.path, span: sibling.whole, message: "a sibling with the lock" }],
      };
    }
  }
}

interface Odd {
  readonly method: FunctionFacts;
  readonly lock: string;
  readonly sibling: FunctionFacts;
}

const FEWEST = 3;
const FEWEST_OF_CHANGES = 4;

/** The methods of a class that lack a lock which their company takes, once for each lock. */
function oddInClass(facts: ClassFacts): readonly Odd[] {
  const byLock = new Map<string, FunctionFacts[]>();
  for (const method of facts.methods.values()) {
    for (const lock of method.decorators.filter(isLockByName))
      byLock.set(lock.expression.text, [...(byLock.get(lock.expression.text) ?? []), method]);
  }
  return [...byLock].flatMap(([lock, siblings]) => {
    const [sibling] = siblings;
    if (!sibling || siblings.length < FEWEST) return [];
    const odd = new Set([...oddChanges(facts, siblings), ...oddOperations(facts, siblings)]);
    return [...odd].map((method) => ({ method, lock: `@${lock}`, sibling }));
  });
}

/** Methods named as changes, where at least four siblings and three quarters of the changes to their things are locked. */
function oddChanges(facts: ClassFacts, siblings: readonly FunctionFacts[]): readonly FunctionFacts[] {
  if (siblings.length < FEWEST_OF_CHANGES) return [];
  const things = thingsOf(siblings);
  const kin = [...facts.methods.values()].filter((method) => isChange(method) && isAbout(method, things));
  const bare = kin.filter(
    (method) =>
      !method.decorators.some(isLockByName) &&
      !isStub(method) &&
      !siblings.some((other) => method.node.text.includes(`self.${other.name}(`)),
  );
  const locked = kin.filter((method) => method.decorators.some(isLockByName));
  return bare.length * 3 <= locked.length ? bare : [];
}

/** Names of methods that ask, help or begin: they are no operations beside those with the lock. */
const NO_OPERATION =
  /^_|^(get|is|has|check|find|list|log|validate|format|parse|build|show|read|lookup|wait|to|setup|init|do|supports?|can|needs|verify|periodic|describe|poll|default|choose|convert|select|filter|ensure_export|heartbeat|start|stop|ping)(_|$)|_(loop|path|name|stats)$/;

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
      !NO_OPERATION.test(method.name) &&
      !method.decorators.some((decorator) => isLockByName(decorator) || isNoMethod(decorator)) &&
      isAbout(method, things) &&
      !isStub(method) &&
      ACTS.test(method.node.field("body")?.text ?? "") &&
      !TAKES_LOCK.test(method.node.text) &&
      !siblings.some((other) => isTogether(method, other)),
  );
  return bare.length === 1 ? bare : [];
}

/** A call on `self` or on something of it that does more than ask. */
const ACTS = /\bself(?:\.\w+)*\.(?!_?(?:get|is|has|find|check|list|join|log)(?:_|\())\w+\(/;
const TAKES_LOCK = /\bacquire|\bwith [^\n]*lock|synchroni[sz]ed/i;

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
function thingsOf(methods: readonly FunctionFacts[]): ReadonlySet<string> {
  const names = methods.flatMap((method) => method.parameters.slice(1).map((parameter) => parameter.name));
  return new Set(
    names.filter(
      (name) =>
        !/^_?(context|ctxt|task|request|args|kwargs)$/.test(name) &&
        names.indexOf(name) !== names.lastIndexOf(name),
    ),
  );
}
