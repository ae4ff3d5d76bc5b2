import type { Finding, Rule, RuleContext } from "../../src/rule.ts";
import { comparisons } from "./_not-called/comparisons.ts";
import { conditions } from "./_not-called/conditions.ts";
import { formats } from "./_not-called/formats.ts";
import { iterations } from "./_not-called/iterations.ts";
import { queries } from "./_not-called/queries.ts";
import { statements } from "./_not-called/statements.ts";
import { stored } from "./_not-called/stored.ts";
import { texts } from "./_not-called/texts.ts";
import { values } from "./_not-called/values.ts";

/** A function where its result is meant: as a condition, which is then always true, or as a value. */
export const methodNotCalled: Rule = {
  id: "names/method-not-called",
  title: "function used as a condition instead of its result",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/stdtypes.html#truth-value-testing",
  mentions: [["def "]],
  check,
};

/** Where a function itself is of no use, and its call is left out: each with the evidence that it takes. */
const KINDS = [conditions, formats, comparisons, statements, queries, iterations, values, stored, texts];

function* check(context: RuleContext): Generator<Finding> {
  for (const kind of KINDS) yield* kind(context);
}
