import { type Finding, namePlace, type Rule, type RuleContext } from "../../src/rule.ts";
import { unasking } from "./_siblings/askers.ts";
import { oddBeside } from "./_siblings/beside.ts";
import type { Odd } from "./_siblings/company.ts";
import { oddInFamily } from "./_siblings/family.ts";
import { oddAmongFunctions } from "./_siblings/functions.ts";
import { oddInClass } from "./_siblings/methods.ts";

/** A method that changes what its siblings change, without the lock that they all take. */
export const siblingWithoutLock: Rule = {
  id: "locks/sibling-without-lock",
  title: "method without the lock of its siblings",
  severity: "warning",
  confidence: "low",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/75e39fc7b",
  mentions: [["def "], ["synchroniz", "_lock"]],
  check,
};

/** A decorator that sounds like a lock. */
const LOCKS = /^[ \t]*@[\w.]*(?:synchroniz|lock)/m;

function* check(context: RuleContext): Generator<Finding> {
  const { module, text } = context;
  yield* unasking(context);
  if (!LOCKS.test(text)) return;
  for (const { method, lock, sibling, takenBy } of oddIn(context)) {
    yield {
      span: namePlace(method),
      message: `${method.qualifiedName} lacks ${lock}, which ${takenBy ?? `${sibling.name} and its other siblings take`}`,
      related: [{ path: module.path, span: sibling.whole, message: "a sibling with the lock" }],
    };
  }
}

/** A method is told by the first evidence that knows of it. */
function oddIn(context: RuleContext): readonly Odd[] {
  const { module } = context;
  const { classes } = module;
  const found: Odd[] = [];
  for (const odd of [
    [...oddAmongFunctions(context), ...classes.flatMap((facts) => oddInClass(module, facts))],
    classes.flatMap((facts) => oddInFamily(module, facts)),
    classes.flatMap((facts) => oddBeside(context, facts)),
  ]) {
    const told = new Set(found.map(({ method }) => method));
    found.push(...odd.filter(({ method }) => !told.has(method)));
  }
  return found;
}
