import {
  type ClassFacts,
  type Finding,
  type FunctionFacts,
  isLockByName,
  isStub,
  type ModuleFacts,
  namePlace,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** `detach_door` without the lock under which `attach_door` of the same class runs. */
export const counterpartWithoutLock: Rule = {
  id: "locks/counterpart-without-lock",
  title: "operation without the lock of its counterpart",
  severity: "info",
  confidence: "low",
  onByDefault: false,
  source: "https://opendev.org/openstack/nova/commit/2e4e203c1",
  mentions: [["synchroniz", "_lock"], ["class "]],
  check,
};

/** Words for changes that take each other back. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ["attach", "detach"],
  ["plug", "unplug"],
  ["connect", "disconnect"],
  ["map", "unmap"],
  ["mount", "unmount"],
  ["mount", "umount"],
  ["initialize", "terminate"],
  ["allow", "deny"],
  ["deploy", "undeploy"],
  ["associate", "disassociate"],
  ["bind", "unbind"],
  ["register", "unregister"],
  ["allocate", "deallocate"],
  ["create", "delete"],
  ["add", "remove"],
  ["add", "delete"],
  ["add", "del"],
];

const SUSPECT = /@[\w.]*(?:synchroniz|_lock|lock_)/;

function* check({ module, text }: RuleContext): Generator<Finding> {
  if (!SUSPECT.test(text)) return;
  for (const owner of module.classes) {
    for (const method of owner.methods.values()) {
      const other = lockedCounterpart(module, owner, method);
      if (!other) continue;
      yield {
        span: namePlace(method),
        message: `${method.qualifiedName} lacks @${other.lock}, under which its counterpart ${other.method.name} runs`,
        related: [{ path: module.path, span: other.method.whole, message: "the counterpart" }],
      };
    }
  }
}

interface Locked {
  readonly method: FunctionFacts;
  readonly lock: string;
}

function lockedCounterpart(
  module: ModuleFacts,
  owner: ClassFacts,
  method: FunctionFacts,
): Locked | undefined {
  if (isStub(method) || lockOf(module, method) !== undefined) return undefined;
  for (const name of counterpartsOf(method.name)) {
    const other = owner.methods.get(name);
    const lock = other && lockOf(module, other);
    if (!other || lock === undefined || !sharesThing(method, other) || isOwn(lock, other)) continue;
    if (/\b\w*(?<!b)lock\(|synchroniz/.test(method.node.text) || isUnderLock(module, owner, method)) continue;
    return { method: other, lock };
  }
  return undefined;
}

function counterpartsOf(name: string): readonly string[] {
  return OPPOSITES.flatMap(([one, other]) => [...replaced(name, one, other), ...replaced(name, other, one)]);
}

function replaced(name: string, from: string, to: string): readonly string[] {
  const match = new RegExp(`^(\\w*_)?${from}(_\\w+)?$`).exec(name);
  return match ? [`${match[1] ?? ""}${to}${match[2] ?? ""}`] : [];
}

/** A lock that is named after one operation keeps out only its own second call. */
function isOwn(lock: string, method: FunctionFacts): boolean {
  const words = method.name.split("_").filter((word) => OPPOSITES.some((pair) => pair.includes(word)));
  return words.some((word) => lock.includes(word)) || lock.includes("f_name");
}

/** Whether a method of the class that holds a lock, or takes one, calls this one. */
function isUnderLock(module: ModuleFacts, owner: ClassFacts, method: FunctionFacts): boolean {
  return [...owner.methods.values()].some(
    (other) =>
      other !== method &&
      other.node.text.includes(`.${method.name}(`) &&
      (lockOf(module, other) !== undefined || /lock\(|synchronized\(/.test(other.node.text)),
  );
}

/** The lock of a decorator, or of the inner function that the method runs. */
function lockOf(module: ModuleFacts, method: FunctionFacts): string | undefined {
  const own = method.decorators.find(isLockByName);
  if (own) return own.expression.text.replace(/\s+/g, " ");
  const inner = module.functions.find(
    (facts) => facts.enclosing === method && facts.decorators.some(isLockByName),
  );
  return inner?.decorators.find(isLockByName)?.expression.text.replace(/\s+/g, " ");
}

/** Whether the two are about the same thing: a parameter of the same name, besides self and the request's context. */
function sharesThing(one: FunctionFacts, other: FunctionFacts): boolean {
  const names = new Set(other.parameters.slice(1).map((parameter) => parameter.name));
  return one.parameters
    .slice(1)
    .some(({ name }) => names.has(name) && !/^_?(context|ctxt|ctx|args|kwargs)$/.test(name));
}
