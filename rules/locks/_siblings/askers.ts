import {
  addTo,
  type ClassFacts,
  codeOf,
  type Finding,
  type FunctionFacts,
  literally,
  namePlace,
  type RuleContext,
} from "../../../src/rule.ts";
import { FEWEST } from "./company.ts";

/** `if not self.has_lock: return`. */
const ASKS_FIRST = /^[ \t]+if not self\.(\w*lock\w*):\s+return$/gm;

/** The only method with a decorator, of four and more, that does not ask first whether its object holds the lock. */
export function* unasking({ module, text }: RuleContext): Generator<Finding> {
  if ((text.match(ASKS_FIRST)?.length ?? 0) < FEWEST) return;
  for (const facts of module.classes) {
    for (const company of byDecorator(facts).values()) {
      const asking = company.filter((method) => lockAskedFirst(method) !== undefined);
      const [one, ...more] = asking;
      const lock = one && lockAskedFirst(one);
      const rest = company.filter(
        (method) => !new RegExp(`\\b${literally(lock ?? "")}\\b`).test(codeOf(method.node)),
      );
      const [odd, ...others] = rest;
      if (!lock || !odd || others.length > 0 || more.length < FEWEST - 1) continue;
      yield {
        span: namePlace(odd),
        message: `${odd.qualifiedName} does not ask for ${lock}, unlike ${one.name} and its other siblings, which leave the work to who has it`,
        related: [{ path: module.path, span: one.whole, message: "a sibling that asks" }],
      };
    }
  }
}

function byDecorator({ methods }: ClassFacts): ReadonlyMap<string, readonly FunctionFacts[]> {
  const found = new Map<string, FunctionFacts[]>();
  for (const method of methods.values())
    for (const { name } of method.decorators) if (name !== undefined) addTo(found, name, method);
  return found;
}

/** The attribute without which a method returns at once. */
function lockAskedFirst(method: FunctionFacts): string | undefined {
  const body = method.node.field("body")?.namedChildren ?? [];
  const first = body.find(({ type, text }) => type !== "expression_statement" || !/^[rub]*["']/i.test(text));
  return first && /^if not self\.(\w*lock\w*):\s+return$/.exec(first.text)?.[1];
}
