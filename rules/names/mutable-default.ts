import {
  type Finding,
  type FunctionFacts,
  ownNodes,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** A list, dict or set as a parameter's default: one object for all calls. */
export const mutableDefault: Rule = {
  id: "names/mutable-default",
  title: "mutable default argument",
  severity: "info",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.openstack.org/hacking/latest/user/hacking.html",
  mentions: [["=[", "= [", "={", "= {", "=list(", "=dict(", "=set("]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const facts of module.functions) {
    for (const { name, defaultValue } of facts.parameters) {
      if (!defaultValue || !isMutable(defaultValue)) continue;
      const harm = isChanged(facts, name)
        ? "it is changed here, and the next call starts with what this one left"
        : "whoever changes it changes it for all later calls";
      yield {
        span: defaultValue,
        message: `the default of '${name}' is one ${kindOf(defaultValue)} for all calls of ${facts.name}(): ${harm}`,
      };
    }
  }
}

function isMutable(node: SyntaxNode): boolean {
  return /^(list|dictionary|set|.*_comprehension)$/.test(node.type) || /^(list|dict|set)\(/.test(node.text);
}

function kindOf(node: SyntaxNode): string {
  return node.type === "dictionary" || node.text.startsWith("dict")
    ? "dict"
    : node.type === "set" || node.text.startsWith("set")
      ? "set"
      : "list";
}

/** Whether the function itself adds to the parameter. */
function isChanged(facts: FunctionFacts, name: string): boolean {
  for (const node of ownNodes(facts.node)) {
    if (node.type === "attribute" && node.field("object")?.text === name && node.parent?.type === "call")
      if (
        /^(append|extend|insert|pop|remove|update|setdefault|add|clear|sort)$/.test(
          node.field("attribute")?.text ?? "",
        )
      )
        return true;
    if (node.type === "subscript" && node.field("value")?.text === name && node.fieldName === "left")
      return true;
  }
  return false;
}
