import {
  type Finding,
  type FunctionFacts,
  isChange,
  isLockByName,
  isStub,
  type PlacedClass,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  subclassesOf,
} from "../../src/rule.ts";

/** A driver's operation that does not demand the lock which the other drivers demand for it. */
export const driverWithoutLock: Rule = {
  id: "locks/driver-without-lock",
  title: "driver operation that does not demand the lock of the other drivers",
  severity: "info",
  confidence: "low",
  onByDefault: true,
  source: "https://opendev.org/openstack/ironic/commit/0ede9797e",
  mentions: [
    ["class "],
    ["task"],
    [
      "def set_",
      "def reboot",
      "def deploy",
      "def tear_down",
      "def prepare",
      "def clean",
      "def attach",
      "def detach",
      "def create",
      "def delete",
      "def update",
      "def extend",
    ],
  ],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.classes) {
    if (facts.bases.length === 0 || /^(Fake|Noop|Test|Dummy)/.test(facts.name)) continue;
    for (const method of facts.methods.values()) {
      if (method.decorators.some(isLockByName) || !isChange(method) || isStub(method) || handsOn(method))
        continue;
      const other = lockedElsewhere(project, { module, class: facts }, method);
      if (!other) continue;
      yield {
        span: method.node.field("name") ?? method.node,
        message: `${method.qualifiedName} lacks ${other.lock}, with which other classes implement ${method.name}`,
        related: [{ path: other.path, span: other.method.whole, message: "another implementation" }],
      };
    }
  }
}

/** A method that hands on to the base class's: that one demands the lock. */
function handsOn(method: FunctionFacts): boolean {
  return new RegExp(`\\bsuper\\([^)]*\\)\\.${method.name}\\(`).test(method.node.text);
}

/**
 * `@task_manager.require_exclusive_lock`: the method refuses to run without a lock that its caller must hold. A
 * decorator that takes a lock says less: what another driver guards may need no guard here.
 */
function demandOf(method: FunctionFacts): string | undefined {
  const name = method.decorators.find(isLockByName)?.name;
  return name !== undefined && /require/.test(name) ? name : undefined;
}

interface Other {
  readonly lock: string;
  readonly path: string;
  readonly method: FunctionFacts;
}

/** Another class with the same base whose method of that name demands a lock; at least two do, and most do. */
function lockedElsewhere(
  project: ProjectFacts,
  placed: PlacedClass,
  method: FunctionFacts,
): Other | undefined {
  for (const base of project.classOrder(placed).classes.slice(1)) {
    if (!base.class.methods.has(method.name)) continue;
    const others = subclassesOf(project, base).flatMap((sub) => {
      const own = sub.class === placed.class ? undefined : sub.class.methods.get(method.name);
      return own && !isStub(own) ? [{ path: sub.module.path, method: own, lock: demandOf(own) }] : [];
    });
    const locked = others.filter((other) => other.lock !== undefined);
    const [first] = locked;
    if (first && locked.length >= 2 && locked.length * 3 >= others.length * 2)
      return { ...first, lock: `@${first.lock ?? ""}` };
  }
  return undefined;
}
