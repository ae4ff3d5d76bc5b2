import {
  type Finding,
  type FunctionFacts,
  isLockByName,
  isStub,
  literally,
  namePlace,
  type PlacedClass,
  type ProjectFacts,
  pathsWithBase,
  type Rule,
  type RuleContext,
  subclassesOf,
} from "../../src/rule.ts";

/** A driver's operation that does not demand, or take, the lock which the other drivers demand or take for it. */
export const driverWithoutLock: Rule = {
  id: "locks/driver-without-lock",
  title: "driver operation without the lock of the other drivers",
  severity: "info",
  confidence: "low",
  onByDefault: true,
  source: "https://opendev.org/openstack/ironic/commit/0ede9797e",
  mentions: [["class "], ["task", "synchroniz"]],
  check,
};

function* check({ module, project, text }: RuleContext): Generator<Finding> {
  const takes = TAKES.test(text);
  if (!takes && !text.includes("task")) return;
  for (const facts of module.classes) {
    if (facts.bases.length === 0 || isFake(facts.name)) continue;
    const placed = { module, class: facts };
    const locked = takes ? [...facts.methods.values()].filter(lockTaken) : [];
    const siblings = locked.length > 0 ? siblingsOf(project, placed) : [];
    for (const method of facts.methods.values()) {
      if (method.decorators.some(isLockByName) || isStub(method) || handsOn(method)) continue;
      const other =
        (!ASKS.test(method.name) ? demandedElsewhere(project, placed, method) : undefined) ??
        (isBare(method, locked) ? takenEverywhere(siblings, method, locked) : undefined);
      const span = namePlace(method);
      if (other)
        yield {
          span,
          message: `${method.qualifiedName} lacks ${other.lock}, with which other classes implement ${method.name}`,
          related: [{ path: other.path, span: other.method.whole, message: "another implementation" }],
        };
      else if (isDemandedByHost(project, placed, method))
        yield {
          span,
          message: `${method.qualifiedName} lacks @task_manager.require_exclusive_lock, which ironic's drivers demand for ${method.name}`,
        };
    }
  }
}

/** Names of what only asks, or is run before anybody holds a lock. */
const ASKS =
  /^_?(?:get|is|has|check|find|list|validate|supports?|parse|show|wait|cache)(?:_|$)|^__|_(?:info|properties|status)$/;

function isFake(name: string): boolean {
  return /^(Fake|Noop|No[A-Z]|Test|Dummy)/.test(name);
}

const TAKES = /^[ \t]+@[\w.]*synchroniz/m;

/** Whether a method takes no lock beside those of its class that do, and neither calls them nor is called by them. */
function isBare(method: FunctionFacts, locked: readonly FunctionFacts[]): boolean {
  return (
    !/(?<!b)lock|synchroni[sz]|mutex|semaphore/i.test(method.node.field("body")?.text ?? "") &&
    !locked.some((other) => calls(method, other) || calls(other, method))
  );
}

/** Whether a class takes a lock in a method of the same name as one of these. */
function locksAlike({ class: facts }: PlacedClass, locked: readonly FunctionFacts[]): boolean {
  return locked.some(({ name }) => {
    const same = facts.methods.get(name);
    return same && lockTaken(same) !== undefined;
  });
}

function calls(from: FunctionFacts, to: FunctionFacts): boolean {
  return from.node.text.includes(`.${to.name}(`);
}

/** A method that hands on to the base class's: that one demands the lock. */
function handsOn(method: FunctionFacts): boolean {
  return new RegExp(`\\bsuper\\([^)]*\\)\\.${literally(method.name)}\\(`).test(method.node.text);
}

/** `@task_manager.require_exclusive_lock`: the method refuses to run without a lock that its caller must hold. */
function demandOf(method: FunctionFacts): string | undefined {
  const name = method.decorators.find(isLockByName)?.name;
  return name !== undefined && /require/.test(name) ? name : undefined;
}

/**
 * `@lockutils.synchronized('doors')`. It says less: what another driver guards may need no guard here, unless this one
 * guards its other methods.
 */
function lockTaken(method: FunctionFacts): string | undefined {
  const decorator = method.decorators.find((one) => one.call && /\bsynchroniz/.test(one.name ?? ""));
  return decorator?.name;
}

/** The interfaces of ironic's drivers, and the operations for which they all demand the task's exclusive lock. */
const HOST_INTERFACE = /(^|\.)ironic\.drivers\.base\.(Deploy|Management|Power)Interface$/;
const DEMANDED = new Set(["deploy", "tear_down", "set_power_state", "reboot", "set_boot_device"]);

/**
 * Whether it is such an operation; a driver may stand alone, or beside few others. Trees where another driver does without
 * are from before the demand, or of a kind that needs none.
 */
function isDemandedByHost(project: ProjectFacts, placed: PlacedClass, method: FunctionFacts): boolean {
  if (!DEMANDED.has(method.name) || method.parameters[1]?.name !== "task") return false;
  if (!basesOf(project, placed).some((base) => HOST_INTERFACE.test(base))) return false;
  const others = siblingsOf(project, placed).filter((other) => !isFake(other.class.name));
  return implementationsIn(others, method).every((other) => demandOf(other.method) !== undefined);
}

interface Other {
  readonly lock: string;
  readonly path: string;
  readonly method: FunctionFacts;
}

/** Another class that takes a lock for the method and for others that this one does; all that have it take one. */
function takenEverywhere(
  siblings: readonly PlacedClass[],
  method: FunctionFacts,
  locked: readonly FunctionFacts[],
): Other | undefined {
  if (!implementationsIn(siblings, method).every((other) => lockTaken(other.method))) return undefined;
  const alike = siblings.filter((other) => locksAlike(other, locked));
  return lockedIn(alike, method, lockTaken);
}

/** Another class below a base that has the method, too, which demands a lock for it. */
function demandedElsewhere(
  project: ProjectFacts,
  placed: PlacedClass,
  method: FunctionFacts,
): Other | undefined {
  for (const base of project.classOrder(placed).classes.slice(1)) {
    if (!base.class.methods.has(method.name)) continue;
    const others = subclassesOf(project, base).filter(
      (sub) => sub.class !== placed.class && !isFake(sub.class.name),
    );
    const found = lockedIn(others, method, demandOf);
    if (found) return found;
  }
  return undefined;
}

/** The other classes that name one of the class's bases as theirs, also where the base is outside of the tree. */
function siblingsOf(project: ProjectFacts, placed: PlacedClass): readonly PlacedClass[] {
  return project.onceFor(placed.class, "siblings by a base", () => {
    const bases = basesOf(project, placed);
    const paths = new Set(
      bases.flatMap((base) => [...pathsWithBase(project, base.split(".").at(-1) ?? base)]),
    );
    return [...paths].flatMap((path) => {
      const module = project.module(path);
      return (module?.classes ?? []).flatMap((facts) => {
        const other = module && facts !== placed.class ? { module, class: facts } : undefined;
        return other && basesOf(project, other).some((base) => bases.includes(base)) ? [other] : [];
      });
    });
  });
}

function basesOf(project: ProjectFacts, { module, class: facts }: PlacedClass): readonly string[] {
  return facts.bases.flatMap((base) => project.qualifiedName(module, base) ?? []);
}

/** The first of the classes whose method of that name has a lock; at least two have, and most have. */
function lockedIn(
  classes: readonly PlacedClass[],
  method: FunctionFacts,
  lockOf: (method: FunctionFacts) => string | undefined,
): Other | undefined {
  const others = implementationsIn(classes, method).map((other) => ({
    ...other,
    lock: lockOf(other.method),
  }));
  const locked = others.filter((other) => other.lock !== undefined);
  const [first] = locked;
  return first && locked.length >= 2 && locked.length * 3 >= others.length * 2
    ? { ...first, lock: `@${first.lock ?? ""}` }
    : undefined;
}

/** The methods of that name in the classes, stubs aside. */
function implementationsIn(
  classes: readonly PlacedClass[],
  method: FunctionFacts,
): readonly Omit<Other, "lock">[] {
  return classes.flatMap(({ module, class: facts }) => {
    const own = facts.methods.get(method.name);
    return own && !isStub(own) ? [{ path: module.path, method: own }] : [];
  });
}
