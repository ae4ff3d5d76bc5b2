import {
  type ClassFacts,
  codeOf,
  type Finding,
  type FunctionFacts,
  isLockByName,
  isNamedForBoth,
  isStub,
  isTakenBeside,
  type ModuleFacts,
  namePlace,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** `detach_door` without the lock under which `attach_door` of the same class runs. */
export const counterpartWithoutLock: Rule = {
  id: "locks/counterpart-without-lock",
  title: "operation without the lock of what it takes back",
  severity: "warning",
  confidence: "low",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/2e4e203c1",
  mentions: [["synchroniz", "_lock"]],
  check,
};

/**
 * Words for a change of a thing that is there, and for what takes it back. What is created is nobody else's yet, so that
 * creating and deleting tell nothing; nor does a lock for taking back alone, which keeps two of its calls apart.
 */
const TAKEN_BACK: readonly (readonly [string, string])[] = [
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
  ["acquire", "release"],
  ["allocate", "deallocate"],
  ["reserve", "unreserve"],
  ["enable", "disable"],
  ["start", "stop"],
  ["register", "unregister"],
  ["add", "remove"],
  ["export", "unexport"],
  ["activate", "deactivate"],
  ["grant", "revoke"],
  ["setup", "teardown"],
  ["inc", "dec"],
  ["incr", "decr"],
  ["increment", "decrement"],
  ["configure", "deconfigure"],
  ["rescue", "unrescue"],
  ["expose", "withdraw"],
  ["pause", "unpause"],
  ["suspend", "resume"],
  ["assign", "unassign"],
  ["link", "unlink"],
  ["wire", "unwire"],
  ["join", "leave"],
  ["subscribe", "unsubscribe"],
  ["provision", "deprovision"],
  ["track", "untrack"],
];

const SUSPECT = /@[\w.]*(?:synchroniz|_lock|lock_)/;

function* check(context: RuleContext): Generator<Finding> {
  const { module, text } = context;
  if (!SUSPECT.test(text)) return;
  for (const company of [ownFunctions(module), ...module.classes.map(methodsOf)]) {
    for (const method of company.functions.values()) {
      const other = lockedCounterpart(context, company, method);
      if (!other) continue;
      yield {
        span: namePlace(method),
        message: `${method.qualifiedName} lacks @${other.lock}, under which its counterpart ${other.method.name} runs`,
        related: [{ path: module.path, span: other.method.whole, message: "the counterpart" }],
      };
    }
  }
}

/** The functions of a module or of a class, and how they are written when they call each other. */
interface Company {
  readonly functions: ReadonlyMap<string, FunctionFacts>;
  readonly receiver: string;
}

function ownFunctions(module: ModuleFacts): Company {
  const own = module.functions.filter(({ owner, enclosing }) => !owner && !enclosing);
  return { functions: new Map(own.map((facts) => [facts.name, facts])), receiver: "" };
}

function methodsOf({ methods }: ClassFacts): Company {
  return { functions: methods, receiver: "self." };
}

interface Locked {
  readonly method: FunctionFacts;
  readonly lock: string;
}

function lockedCounterpart(
  { module, project }: RuleContext,
  company: Company,
  method: FunctionFacts,
): Locked | undefined {
  for (const name of namesTakenBack(method.name)) {
    const other = company.functions.get(name);
    const lock = other && lockOf(module, other);
    if (!other || lock === undefined || !sharesThing(method, other)) continue;
    if (
      (isOwn(lock, other) && !isTakenBeside(project, module, lock, method.name)) ||
      !isNamedForBoth(module, lock, method, other)
    )
      continue;
    if (isStub(method) || takesLock(module, company, method) || isUnderLock(module, company, method))
      continue;
    return { method: other, lock };
  }
  return undefined;
}

/** The names of what a method may take back: `attach_door` of `detach_door`. */
function namesTakenBack(name: string): readonly string[] {
  return TAKEN_BACK.flatMap(([done, back]) => {
    const match = new RegExp(`^(\\w*_)?${back}(_\\w+)?$`).exec(name);
    return match ? [`${match[1] ?? ""}${done}${match[2] ?? ""}`] : [];
  });
}

/** A lock that is named after one operation keeps out only its own second call. */
function isOwn(lock: string, method: FunctionFacts): boolean {
  const words = method.name.split("_").filter((word) => TAKEN_BACK.some((pair) => pair.includes(word)));
  return words.some((word) => lock.includes(word)) || lock.includes("f_name");
}

/** Whether it takes a lock itself, or leaves the work to a method of its class that does. */
function takesLock(module: ModuleFacts, company: Company, method: FunctionFacts): boolean {
  if (lockOf(module, method) !== undefined || /\b\w*(?<!b)lock\(|synchroniz/.test(codeOf(method.node)))
    return true;
  return [...company.functions.values()].some(
    (other) =>
      other !== method &&
      method.node.text.includes(`${company.receiver}${other.name}(`) &&
      handlesLock(module, other),
  );
}

/** Whether a method of the class that holds a lock, or takes one, calls this one. */
function isUnderLock(module: ModuleFacts, company: Company, method: FunctionFacts): boolean {
  return [...company.functions.values()].some(
    (other) =>
      other !== method &&
      other.node.text.includes(`${company.receiver === "" ? "" : "."}${method.name}(`) &&
      handlesLock(module, other),
  );
}

function handlesLock(module: ModuleFacts, method: FunctionFacts): boolean {
  return lockOf(module, method) !== undefined || /(?<!b)lock\(|synchronized\(/.test(codeOf(method.node));
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
  const names = new Set(other.parameters.map((parameter) => parameter.name));
  return one.parameters.some(
    ({ name }) => names.has(name) && !/^_?(self|cls|context|ctxt|ctx|args|kwargs)$/.test(name),
  );
}
