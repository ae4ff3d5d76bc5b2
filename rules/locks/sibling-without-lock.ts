import { type Finding, namePlace, type Rule, type RuleContext } from "../../src/rule.ts";
import { unasking } from "./_siblings/askers.ts";
import { FEWEST } from "./_siblings/company.ts";
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

/** Fewer decorators that sound like a lock cannot make a company of siblings. */
function isWorthALook(text: string): boolean {
  return (text.match(/^[ \t]*@[\w.]*(?:synchroniz|lock)/gm)?.length ?? 0) >= FEWEST - 1;
}

function* check(context: RuleContext): Generator<Finding> {
  const { module, text } = context;
  yield* unasking(context);
  if (!isWorthALook(text)) return;
  for (const company of [
    oddAmongFunctions(context),
    ...module.classes.map((facts) => oddInClass(module, facts)),
  ]) {
    for (const { method, lock, sibling } of company) {
      yield {
        span: namePlace(method),
        message: `${method.qualifiedName} lacks ${lock}, which ${sibling.name} and its other siblings take`,
        related: [{ path: module.path, span: sibling.whole, message: "a sibling with the lock" }],
      };
    }
  }
}
