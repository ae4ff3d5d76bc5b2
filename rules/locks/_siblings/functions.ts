import {
  addTo,
  codeOf,
  type FunctionFacts,
  isLockByName,
  isStub,
  literally,
  type ModuleFacts,
  type ProjectFacts,
  type RuleContext,
} from "../../../src/rule.ts";
import { FEWEST, isAbout, type Odd, ownLocks, thingsDemanded, thingsOf } from "./company.ts";
import { isMeantForOthers, isOperation, TAKES_LOCK } from "./names.ts";

/**
 * The only public function of a module about the things of a lock that takes or demands none, where three and more others do,
 * or two that demand it. The task of a lock that is demanded is such a thing, too.
 */
export function oddAmongFunctions({ module, project }: RuleContext): readonly Odd[] {
  const own = module.functions.filter(({ owner, enclosing }) => !owner && !enclosing);
  const byLock = new Map<string, FunctionFacts[]>();
  for (const facts of own) for (const lock of new Set(ownLocks(facts))) addTo(byLock, lock, facts);
  if (byLock.size !== 1) return [];
  return [...byLock].flatMap(([lock, siblings]) => {
    const [sibling] = siblings;
    const isDemanded = /require/.test(lock);
    if (!sibling || siblings.length < (isDemanded ? FEWEST - 1 : FEWEST)) return [];
    const things = isDemanded ? thingsDemanded(siblings) : thingsOf(siblings);
    const bare = own.filter(
      (facts) =>
        (isDemanded ? isMeantForOthers(facts.name) : isOperation(facts.name)) &&
        facts.decorators.length === 0 &&
        isAbout(facts, things) &&
        !isStub(facts) &&
        !TAKES_LOCK.test(codeOf(facts.node)) &&
        !siblings.some((other) => calls(facts, other) || calls(other, facts)) &&
        !handsOn(project, module, facts),
    );
    const [odd, ...others] = bare;
    return odd && others.length === 0 ? [{ method: odd, lock: `@${lock}`, sibling }] : [];
  });
}

/** Whether it calls, itself or by a private function, one that takes or demands a lock: that one speaks for it. */
function handsOn(project: ProjectFacts, module: ModuleFacts, facts: FunctionFacts, depth = 1): boolean {
  return module.calls.some((call) => {
    const meaning = call.within === facts ? project.meaning(module, call.callee) : undefined;
    if (meaning?.kind !== "function" || meaning.function === facts) return false;
    return (
      meaning.function.decorators.some(isLockByName) ||
      (meaning.function.name.startsWith("_") &&
        depth > 0 &&
        handsOn(project, meaning.module, meaning.function, depth - 1))
    );
  });
}

function calls(from: FunctionFacts, to: FunctionFacts): boolean {
  return new RegExp(`\\b${literally(to.name)}\\(`).test(from.node.field("body")?.text ?? "");
}
