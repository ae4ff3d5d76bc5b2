import { type Finding, namePlace, type Rule, type RuleContext } from "../../src/rule.ts";
import { unasking } from "./_siblings/askers.ts";
import { FEWEST, type Odd } from "./_siblings/company.ts";
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

/** Fewer decorators that sound like a lock cannot make a company of siblings. */
function isWorthALook(text: string): boolean {
  return (text.match(/^[ \t]*@[\w.]*(?:synchroniz|lock)/gm)?.length ?? 0) >= FEWEST - 1;
}

function* check(context: RuleContext): Generator<Finding> {
  const { module, text } = context;
  yield* unasking(context);
  if (!isWorthALook(text)) return;
  for (const { method, lock, sibling } of oddIn(context)) {
    yield {
      span: namePlace(method),
      message: `${method.qualifiedName} lacks ${lock}, which ${sibling.name} and its other siblings take`,
      related: [{ path: module.path, span: sibling.whole, message: "a sibling with the lock" }],
    };
  }
}

function oddIn(context: RuleContext): readonly Odd[] {
  const { module } = context;
  const found = [
    ...oddAmongFunctions(context),
    ...module.classes.flatMap((facts) => oddInClass(module, facts)),
  ];
  const told = new Set(found.map(({ method }) => method));
  const families = module.classes.flatMap((facts) => oddInFamily(module, facts));
  return [...found, ...families.filter(({ method }) => !told.has(method))];
}
