import {
  entrypointsOf,
  type Finding,
  type FunctionFacts,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";
import { oddInCompany } from "./_missing-entrypoint/odd-in-company.ts";
import { rootCommands } from "./_missing-entrypoint/root-commands.ts";
import { twins } from "./_missing-entrypoint/twins.ts";
import { withoutAny } from "./_missing-entrypoint/without-any.ts";

/** A function that does what a sibling entrypoint does, with other constants, and is no entrypoint. */
export const missingEntrypoint: Rule = {
  id: "privsep/missing-entrypoint",
  title: "twin of an entrypoint that is not one",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/3fab43786",
  mentions: [[".entrypoint", "priv"], ["def "]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  if (!(context.text.includes(".entrypoint") && SAYS_ENTRYPOINT.test(context.text))) {
    yield* withoutAny(context);
    return;
  }
  const entrypoints = entrypointsOf(context.project, context.module);
  if (entrypoints.length === 0) return;
  const told = new Set<FunctionFacts>();
  yield* twins(context, entrypoints, told);
  yield* rootCommands(context, entrypoints, told);
  yield* oddInCompany(context, entrypoints, told);
}

/** Outside of comments. */
const SAYS_ENTRYPOINT = /^[^#\n]*\.entrypoint\b/m;
