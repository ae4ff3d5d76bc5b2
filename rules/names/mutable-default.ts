import {
  anyWord,
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
        : isEmpty(defaultValue) && isHandedOn(facts, name)
          ? "it is handed on, and whoever changes it there changes it for all later calls"
          : undefined;
      if (harm === undefined) continue;
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

function isEmpty(node: SyntaxNode): boolean {
  return /^(\[\s*\]|\{\s*\}|(list|dict|set)\(\))$/.test(node.text);
}

/** Whether the parameter itself, and no copy or part of it, is passed to another function, kept or returned. */
function isHandedOn(facts: FunctionFacts, name: string): boolean {
  for (const node of ownNodes(facts.node)) {
    if (node.type !== "identifier" || node.text !== name) continue;
    const { parent } = node;
    if (parent?.type === "return_statement") return true;
    if (parent?.type === "pair" && node.fieldName === "value") return true;
    if (parent?.type === "assignment" && node.fieldName === "right")
      return parent.field("left")?.type === "attribute";
    const isValue = parent?.type === "keyword_argument" && node.fieldName === "value";
    const list = isValue ? parent.parent : parent;
    if (list?.type === "argument_list" && !READS.test(list.parent?.field("function")?.text ?? ""))
      return true;
  }
  return false;
}

/** Calls that look at what they get, or copy it. */
const READS = anyWord(String.raw`
  len list dict set tuple sorted str repr iter any all sum min max enumerate zip isinstance bool
  frozenset (LOG|copy|json|jsonutils)\.\w+ .*\.(update|extend|join|format|issubset|union)
`);

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
