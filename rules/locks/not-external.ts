import {
  argumentValue,
  type Finding,
  type LockFacts,
  lockDecorators,
  lockStatements,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  stringValue,
  withoutParentheses,
} from "../../src/rule.ts";

/** One lock name taken with a file in one place and without in another; a lock file's place for a lock without file. */
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
  if (!isWorthALook(project, text)) return;
  const { module } = context;
  const locks = locksOf(project, module);
  for (const lock of locks) {
    if (lock.external === true || (lock.external === undefined && !isForFile(lock))) continue;
    const message = reasonOf(project, module, lock, locks);
    if (message)
      yield {
        span: lock.decorator?.node ?? lock.call,
        message: message.text,
        related: message.other
          ? [
              {
                path: message.other.module.path,
                span: message.other.lock.call,
                message: "taken with a lock file here",
              },
            ]
          : [],
      };
  }
}

/** A name that is external somewhere, or an argument that only external locks have. */
function isWorthALook(project: ProjectFacts, text: string): boolean {
  if (text.includes("lock_path") || text.includes("external=True")) return true;
  const names = [...externalLocks(project).keys()].map((name) => name.split("-").at(-1) ?? name);
  return names.some((name) => text.includes(name));
}

interface Reason {
  readonly text: string;
  readonly other?: PlacedLock;
}

function reasonOf(
  project: ProjectFacts,
  module: ModuleFacts,
  lock: LockFacts,
  locks: readonly LockFacts[],
): Reason | undefined {
  if (isForFile(lock))
    return {
      text: "the lock is given a lock_path, which only a lock file has, but is not external: it holds only in this process",
    };
  const saysSo = argumentValue({ arguments: lock.arguments }, "external") !== undefined;
  const twin = saysSo ? undefined : twinOf(lock, locks);
  const isChoice = saysSo && lock.name === undefined;
  const other = twin ? { module, lock: twin } : isChoice ? undefined : elsewhere(project, module, lock);
  if (!other) return saysSo ? undefined : outvoted(lock, locks);
  const name = lock.name ?? lock.names[0]?.text.replace(/\s+/g, " ") ?? "";
  return {
    text: `the lock ${name} holds only in this process here, but elsewhere it is external: the two do not exclude each other between processes`,
    other,
  };
}

/** Whether a lock is given the folder of a lock file, and nothing that says whether it is external. */
function isForFile(lock: LockFacts): boolean {
  const given = { arguments: lock.arguments };
  return argumentValue(given, "external") === undefined && argumentValue(given, "lock_path") !== undefined;
}

/**
 * An external lock of the same module under the same name. Where most of them are of this process the one is the
 * exception; a name that nothing but an expression gives must be external at least twice.
 */
function twinOf(lock: LockFacts, locks: readonly LockFacts[]): LockFacts | undefined {
  const key = keyOf(lock);
  const same = locks.filter((other) =>
    lock.name === undefined ? other.name === undefined && keyOf(other) === key : other.name === lock.name,
  );
  const outside = same.filter((other) => other.external === true);
  const fewest = lock.name === undefined && patternOf(lock) === undefined ? 2 : 1;
  return outside.length >= fewest && outside.length * 2 >= same.length ? outside[0] : undefined;
}

/** How a lock with a computed name is written: the maker's module, the prefix, the name's pattern or else its expression. */
function keyOf(lock: LockFacts): string {
  const maker = (lock.call.field("function")?.text ?? "").replace(/\w+$/, "");
  const prefix = argumentValue({ arguments: lock.arguments }, "lock_file_prefix")?.text ?? "";
  return `${maker} ${prefix} ${patternOf(lock) ?? lock.names[0]?.text ?? ""}`.replace(/\s+/g, " ");
}

/** The constant text of `'door-%s' % door.id`, `'door-' + name`, `f'door-{name}'`; `undefined` for names of no text. */
function patternOf(lock: LockFacts): string | undefined {
  const name = lock.names[0] && withoutParentheses(lock.names[0]);
  const callee = name?.type === "call" ? name.field("function") : null;
  const from =
    name?.type === "binary_operator"
      ? name.field("left")
      : callee?.field("attribute")?.text === "format"
        ? callee.field("object")
        : name;
  const text = stringValue(from) ?? (from?.type === "string" ? from.text.replace(/\{[^}]*\}/g, "{}") : "");
  return /\w{4}/.test(text.replace(/%\w|\{\}/g, "")) ? text : undefined;
}

/** So many locks with a file say that what a module guards is other processes', too. */
const FEWEST = 4;

/** The only lock without a file among many that the module takes by the same function. */
function outvoted(lock: LockFacts, locks: readonly LockFacts[]): Reason | undefined {
  const maker = lock.call.field("function")?.text;
  const others = locks.filter(
    ({ call }) => call.start !== lock.call.start && call.field("function")?.text === maker,
  );
  if (others.length < FEWEST || others.some(({ external }) => external !== true)) return undefined;
  return {
    text: `the lock holds only in this process, while the ${String(others.length)} others of this module are external`,
  };
}

function elsewhere(project: ProjectFacts, module: ModuleFacts, lock: LockFacts): PlacedLock | undefined {
  if (lock.name === undefined) return byExpression(project, module, lock);
  const other = externalLocks(project).get(lock.name);
  return other && other.module !== module ? other : undefined;
}

/** An external lock of another module whose name the same variable gives; two at least, and no other that is not. */
function byExpression(project: ProjectFacts, module: ModuleFacts, lock: LockFacts): PlacedLock | undefined {
  const key = keyOf(lock);
  const others = placedLocks(project).filter(
    (other) => other.lock.call.start !== lock.call.start || other.module !== module,
  );
  const same = others.filter((other) => other.lock.name === undefined && keyOf(other.lock) === key);
  const isOne = same.length >= 2 && same.every((other) => other.lock.external === true);
  return isOne ? same.find((other) => other.module !== module) : undefined;
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
    for (const placed of placedLocks(project)) {
      const { external, name } = placed.lock;
      if (external && name !== undefined && !found.has(name)) found.set(name, placed);
    }
    return found;
  });
}

/** The locks of the modules that have external ones. */
function placedLocks(project: ProjectFacts): readonly PlacedLock[] {
  return project.once("locks beside external ones", () =>
    project.pathsMentioning("external=True", "external_lock(").flatMap((path) => {
      const module = project.module(path);
      return module ? locksOf(project, module).map((lock) => ({ module, lock })) : [];
    }),
  );
}
