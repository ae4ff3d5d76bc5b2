import { attributeMeant, type Finding, instead, type Rule, type RuleContext } from "../../src/rule.ts";

/** `self.agent_pc` where nothing sets that, and the class sets `self.agent_rpc`. */
export const misspeltAttribute: Rule = {
  id: "names/misspelt-attribute",
  title: "attribute of self that is nearly another's and nobody's",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/neutron/commit/fac1f0b6c4",
  mentions: [["self."]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const node of module.tree.ofType("attribute")) {
    const name = node.field("attribute")?.text ?? "";
    if (node.field("object")?.text !== "self") continue;
    const meant = attributeMeant(project, module, node);
    if (meant === undefined) continue;
    yield {
      span: node.field("attribute") ?? node,
      message: `nothing in this tree sets or defines '${name}': 'self.${meant}' is meant, and this raises AttributeError`,
      fix: instead(node.field("attribute") ?? node, meant),
    };
  }
}
