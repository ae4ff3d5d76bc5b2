import {
  type ClassFacts,
  codeOf,
  type FunctionFacts,
  isLockByName,
  isNamedForBoth,
  isOneLock,
  isStub,
  isTakenBeside,
  locksBeside,
  type RuleContext,
} from "../../../src/rule.ts";
import { type Odd, ownLocks } from "./company.ts";
import { hasItFromOthers } from "./family.ts";
import { ACTS, TAKES_LOCK } from "./names.ts";

/**
 * The public methods of a class without a lock which classes beside it take in the method of the same name: drivers that share a
 * lock. One class beside it is enough for a lock that this one takes in another method; two must take one that it takes nowhere,
 * and the class must share another lock with them.
 */
export function oddBeside(context: RuleContext, facts: ClassFacts): readonly Odd[] {
  const { module, project } = context;
  const methods = [...facts.methods.values()];
  // what is no lock of a name is of the object or of its class
  const locking = methods.flatMap((sibling) =>
    ownLocks(sibling).flatMap((lock) => (lock.includes("'") ? [{ lock, sibling }] : [])),
  );
  if (locking.length === 0) return [];
  const shared = locking.filter(
    ({ lock, sibling }) => (locksBeside(project, module, sibling.name).get(lock)?.size ?? 0) > 0,
  );
  return methods.flatMap((method) => {
    if (method.name.startsWith("_") || ownLocks(method).length > 0 || isStub(method)) return [];
    if (leavesItToNamesake(context, method)) return [];
    const found: Omit<Odd, "method"> | undefined =
      locking.find(
        ({ lock, sibling }) =>
          isNamedForBoth(module, lock, method, sibling) && isTakenBeside(project, module, lock, method.name),
      ) ?? takenByOthers(context, shared, method);
    const needsIt =
      found && ACTS.test(method.node.field("body")?.text ?? "") && !TAKES_LOCK.test(codeOf(method.node));
    return needsIt && !hasItFromOthers(facts, method)
      ? [
          {
            method,
            ...found,
            lock: `@${found.lock}`,
            takenBy: found.takenBy ?? `${found.sibling.name} ${AS_BESIDE}`,
          },
        ]
      : [];
  });
}

const AS_BESIDE = "takes, as does a method of this name in a class beside it";

/** A lock of constants that two and more of those take in the method, who share another one with the class. */
function takenByOthers(
  { module, project }: RuleContext,
  shared: readonly { readonly lock: string; readonly sibling: FunctionFacts }[],
  method: FunctionFacts,
): Omit<Odd, "method"> | undefined {
  const beside =
    shared.length > 0 ? locksBeside(project, module, method.name) : new Map<string, Set<string>>();
  for (const [lock, paths] of beside) {
    const sibling = shared.find(({ lock: other, sibling: one }) => {
      const sharing = locksBeside(project, module, one.name).get(other);
      return [...paths].filter((path) => sharing?.has(path)).length >= 2;
    })?.sibling;
    if (sibling && lock.includes("'") && isOneLock(lock))
      return {
        lock,
        sibling,
        takenBy: `classes beside it take in the method of this name: they share the lock of ${sibling.name}`,
      };
  }
  return undefined;
}

/** Whether it calls a method of its name that may have the lock: what it overrides, or one of an object that it holds. */
function leavesItToNamesake({ module, project }: RuleContext, method: FunctionFacts): boolean {
  return module.calls.some((call) => {
    if (call.within !== method || !call.callee.text.endsWith(`.${method.name}`)) return false;
    const callee = project.callee(module, call.node)?.function;
    return !callee || callee.decorators.some(isLockByName) || TAKES_LOCK.test(codeOf(callee.node));
  });
}
