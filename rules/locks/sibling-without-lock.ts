import {
  type ClassFacts,
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

const FEWEST = 4;

/** Methods that change things without the lock that at least four siblings and three quarters of their kin take. */
function oddInClass(facts: ClassFacts): readonly Odd[] {
  const byLock = new Map<string, FunctionFacts[]>();
  for (const method of facts.methods.values()) {
    for (const lock of method.decorators.filter(isLockByName))
      byLock.set(lock.expression.text, [...(byLock.get(lock.expression.text) ?? []), method]);
  }
  return [...byLock].flatMap(([lock, siblings]) => {
    const [sibling] = siblings;
    if (!sibling || siblings.length < FEWEST) return [];
    const things = thingsOf(siblings);
    const kin = [...facts.methods.values()].filter(
      (method) => isChange(method) && method.parameters.some((parameter) => things.has(parameter.name)),
    );
    const bare = kin.filter(
      (method) =>
        !method.decorators.some(isLockByName) &&
        !isStub(method) &&
        !siblings.some((other) => method.node.text.includes(`self.${other.name}(`)),
    );
    const locked = kin.filter((method) => method.decorators.some(isLockByName));
    return bare.length * 3 <= locked.length
      ? bare.map((method) => ({ method, lock: `@${lock}`, sibling }))
      : [];
  });
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
