import type { Finding, Rule, RuleContext } from "../../src/rule.ts";
import { misspeltBuiltins } from "./_misspelt-member/builtins.ts";
import { misspeltCalls } from "./_misspelt-member/calls.ts";
import { misspeltReads } from "./_misspelt-member/reads.ts";

/** `x.manage_exisiting()` where nothing has that name and something here is named nearly so. */
export const misspeltMember: Rule = {
  id: "names/misspelt-member",
  title: "method name that is nearly another's and nobody's",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/7ba7b5595d",
  mentions: [["def "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  // a name that is told of where it is read is not told of again where it is called
  const told = new Set<string>();
  yield* misspeltReads(module, project, told);
  yield* misspeltBuiltins(module, project);
  yield* misspeltCalls(module, project, told);
}
