import {
  type Finding,
  type FunctionFacts,
  type LockFacts,
  lockDecorators,
  lockStatements,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** A lock taken again by code that already holds it. */
export const nested: Rule = {
  id: "locks/nested",
  title: "lock taken again while it is held",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.concurrency/latest/reference/lockutils.html",
  mentions: [["synchronized", "lock("]],
  check,
};

const SUSPECT = /@(?:\w+\.)*\w*synchronized\(\s*["']/;

function* check(context: RuleContext): Generator<Finding> {
  if (!SUSPECT.test(context.text)) return;
  const { module, project } = context;
  for (const facts of module.functions) {
    const held = lockDecorators(project, module, facts).filter((lock) => lock.name !== undefined);
    if (held.length === 0) continue;
    yield* takenAgain(project, module, facts, held, 3);
  }
}

function* takenAgain(
  project: ProjectFacts,
  module: ModuleFacts,
  facts: FunctionFacts,
  held: readonly LockFacts[],
  depth: number,
): Generator<Finding> {
  const body = facts.node.field("body");
  for (const lock of body ? lockStatements(project, module, body) : []) {
    if (sameIn(held, lock))
      yield {
        span: lock.call,
        message: `${facts.qualifiedName} waits for ${lock.name ?? ""}, which it holds itself: lockutils locks are not reentrant`,
      };
  }
  for (const call of module.calls) {
    if (call.within !== facts) continue;
    const way = wayBack(project, module, call.node, held, depth, new Set([facts]));
    if (way)
      yield {
        span: call.node,
        message: `${facts.qualifiedName} holds ${way.lock.name ?? ""} and calls ${way.names.join(" -> ")}, which waits for it: lockutils locks are not reentrant`,
        related: [{ path: way.module.path, span: way.lock.call, message: "taken again here" }],
      };
  }
}

interface Way {
  readonly lock: LockFacts;
  readonly module: ModuleFacts;
  readonly names: readonly string[];
}

/** Certain calls from here to a function decorated with one of the locks; calls that hand work to threads do not wait. */
function wayBack(
  project: ProjectFacts,
  module: ModuleFacts,
  call: Parameters<ProjectFacts["callee"]>[1],
  held: readonly LockFacts[],
  depth: number,
  seen: Set<FunctionFacts>,
): Way | undefined {
  const callee = project.callee(module, call);
  if (!callee || seen.has(callee.function) || callee.function.isAsync) return undefined;
  seen.add(callee.function);
  const name = callee.function.qualifiedName;
  const again = lockDecorators(project, callee.module, callee.function).find((lock) => sameIn(held, lock));
  if (again) return { lock: again, module: callee.module, names: [name] };
  if (depth === 0) return undefined;
  for (const inner of callee.module.calls) {
    if (inner.within !== callee.function) continue;
    const way = wayBack(project, callee.module, inner.node, held, depth - 1, seen);
    if (way) return { ...way, names: [name, ...way.names] };
  }
  return undefined;
}

function sameIn(held: readonly LockFacts[], lock: LockFacts): boolean {
  return (
    lock.name !== undefined &&
    !/[{%]/.test(lock.name) &&
    held.some((other) => other.name === lock.name && other.fillsNames === lock.fillsNames)
  );
}
