import type { Finding, Rule, RuleContext } from "../../src/rule.ts";
import { amongTuples } from "./_string-for-tuple/among-tuples.ts";
import { inParentheses } from "./_string-for-tuple/in-parentheses.ts";
import { splatted } from "./_string-for-tuple/splatted.ts";
import { takenApart } from "./_string-for-tuple/taken-apart.ts";

/** `('text')` and `tuple('text')` where a tuple of one is meant: membership then compares substrings, loops see letters. */
export const stringForTuple: Rule = {
  id: "names/string-for-tuple",
  title: "string that is meant as a tuple",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/faq/programming.html#why-does-a-in-a-b-not-work",
  mentions: [["("]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  yield* inParentheses(context);
  yield* amongTuples(context);
  yield* takenApart(context);
  yield* splatted(context);
}
