import {
  type ClassFacts,
  codeOf,
  isNamedForBoth,
  isStub,
  isTakenBeside,
  type RuleContext,
} from "../../../src/rule.ts";
import { type Odd, ownLocks } from "./company.ts";
import { hasItFromOthers } from "./family.ts";
import { ACTS, TAKES_LOCK } from "./names.ts";

const TAKEN_BY = "takes, as does a method of this name in a class beside it";

/**
 * The public methods of a class without the lock of another one, which a class beside it takes in the method of the same name: drivers
 * that share a lock.
 */
export function oddBeside({ module, project }: RuleContext, facts: ClassFacts): readonly Odd[] {
  const methods = [...facts.methods.values()];
  // what is no lock of a name is of the object or of its class
  const locking = methods.flatMap((sibling) =>
    ownLocks(sibling).flatMap((lock) => (lock.includes("'") ? [{ lock, sibling }] : [])),
  );
  if (locking.length === 0) return [];
  return methods.flatMap((method) => {
    if (method.name.startsWith("_") || ownLocks(method).length > 0 || isStub(method)) return [];
    // what it overrides may have the lock
    if (method.node.text.includes(`.${method.name}(`)) return [];
    const found = locking.find(
      ({ lock, sibling }) =>
        isNamedForBoth(module, lock, method, sibling) && isTakenBeside(project, module, lock, method.name),
    );
    const needsIt =
      found && ACTS.test(method.node.field("body")?.text ?? "") && !TAKES_LOCK.test(codeOf(method.node));
    return needsIt && !hasItFromOthers(facts, method)
      ? [{ method, lock: `@${found.lock}`, sibling: found.sibling, takenBy: TAKEN_BY }]
      : [];
  });
}
