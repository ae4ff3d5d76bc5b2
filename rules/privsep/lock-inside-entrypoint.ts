import type { Finding, Rule, RuleContext } from "../../src/rule.ts";

/** A lock decorator below the privsep entrypoint decorator. */
export const lockInsideEntrypoint: Rule = {
  id: "privsep/lock-inside-entrypoint",
  title: "lock taken inside the privileged daemon",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://review.opendev.org/c/openstack/neutron/+/683109",
  mentions: [["entrypoint"]],
  check,
};

function* check(_context: RuleContext): Generator<Finding> {}
