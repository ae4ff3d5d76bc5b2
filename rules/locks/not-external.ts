import {
  type Finding,
  type LockFacts,
  lockDecorators,
  lockStatements,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** One lock name taken with a file in one place and without in another. */
export const notExternal: Rule = {
  id: "locks/not-external",
  title: "lock that is external in one place and not in another",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.concurrency/latest/reference/lockutils.html",
  mentions: [["synchronized", "lock("]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const { project, text } = context;
  const names = [...externalLocks(project).keys()].map((name) => name.split("-").at(-1) ?? name);
  if (!names.some((name) => text.includes(name))) return;
  const { module } = context;
  for (const lock of locksOf(project, module)) {
    if (lock.external !== false || lock.name === undefined) continue;
    const other = externalLocks(project).get(lock.name);
    // in one module it is somebody's choice
    if (!other || other.module === module) continue;
    yield {
      span: lock.decorator?.node ?? lock.call,
      message: `the lock ${lock.name} holds only in this process here, but elsewhere it is external: the two do not exclude each other between processes`,
      related: [{ path: other.module.path, span: other.lock.call, message: "taken with a lock file here" }],
    };
  }
}

function locksOf(project: ProjectFacts, module: ModuleFacts): readonly LockFacts[] {
  return module.functions.flatMap((facts) => {
    const body = facts.node.field("body");
    return [
      ...lockDecorators(project, module, facts),
      ...(body ? lockStatements(project, module, body) : []),
    ];
  });
}

interface PlacedLock {
  readonly module: ModuleFacts;
  readonly lock: LockFacts;
}

/** The external locks of the tree with a constant name, one place each. */
function externalLocks(project: ProjectFacts): ReadonlyMap<string, PlacedLock> {
  return project.once("external locks", () => {
    const found = new Map<string, PlacedLock>();
    for (const path of project.pathsMentioning("external=True", "external_lock(")) {
      const module = project.module(path);
      for (const lock of module ? locksOf(project, module) : []) {
        if (module && lock.external && lock.name !== undefined && !found.has(lock.name))
          found.set(lock.name, { module, lock });
      }
    }
    return found;
  });
}
