import type { Finding, Rule, RuleContext } from "../../src/rule.ts";
import { setForNobody } from "./_backend-option/for-nobody.ts";
import { backendOptions } from "./_backend-option/known-options.ts";
import { ofOtherDrivers } from "./_backend-option/other-drivers.ts";
import { unknownReads } from "./_backend-option/unknown.ts";

/** An option read from a back end's configuration that no driver appends to one. */
export const backendOption: Rule = {
  id: "config/backend-option",
  title: "back end option that no driver registers",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/39eaa5965",
  mentions: [["configuration.", "safe_get("]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const known = backendOptions(context.project);
  // a generated client's own Configuration(), and a group of the service's, are something else
  if (!known || /\bConfiguration\(\s*\)|\bconfiguration\s*=\s*(?:cfg\.)?CONF\b/.test(context.text)) return;
  yield* setForNobody(context);
  yield* ofOtherDrivers(context);
  yield* unknownReads(context, known);
}
