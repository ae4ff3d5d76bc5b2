import {
  type Finding,
  type FunctionFacts,
  type ModuleFacts,
  ownNodes,
  type Parameter,
  type ProjectFacts,
  pathsWithWord,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** A parameter or attribute whose default is None, called or read from without asking. */
export const noneCalled: Rule = {
  id: "names/none-called",
  title: "None called like a function",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.python.org/3/library/constants.html#None",
  mentions: [["None"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.functions) {
    for (const { name, defaultValue } of facts.parameters) {
      if (defaultValue?.type !== "none" || facts.scope.bindings.get(name)?.length !== 1) continue;
      const call = unaskedCall(facts, name);
      if (call && !isAlwaysGiven(project, module, facts))
        yield {
          span: call,
          message: `'${name}' is None unless the caller gives it, and is called without asking: TypeError`,
        };
    }
  }
}

/** The first call of the name, if nothing in the function asks whether it is None. */
function unaskedCall(facts: FunctionFacts, name: string): SyntaxNode | undefined {
  const others = facts.parameters.filter((one) => one.defaultValue?.type === "none" && one.name !== name);
  let found: SyntaxNode | undefined;
  for (const node of ownNodes(facts.node)) {
    if (node.type === "call" && node.field("function")?.text === name && !isUnderQuestion(node, others))
      found ??= node;
    if (
      node.type !== "identifier" ||
      node.text !== name ||
      (node.parent?.type === "call" && node.fieldName === "function")
    )
      continue;
    if (isAsking(node)) return undefined;
  }
  return found;
}

/** Whether code runs only where another parameter that is None by default has a value: a caller gives both or none. */
function isUnderQuestion(node: SyntaxNode, others: readonly Parameter[]): boolean {
  for (let at = node.parent; at && at.type !== "function_definition"; at = at.parent) {
    const question = at.type === "boolean_operator" ? at.field("left") : at.field("condition");
    const asked: readonly string[] = question?.text.match(/\w+/g) ?? [];
    if (others.some(({ name }) => asked.includes(name))) return true;
  }
  return false;
}

function isAsking(node: SyntaxNode): boolean {
  for (let at: SyntaxNode = node; at.parent; at = at.parent) {
    if (
      at.fieldName === "condition" ||
      /^(boolean_operator|not_operator|comparison_operator|conditional_expression|assert_statement|try_statement)$/.test(
        at.parent.type,
      )
    )
      return true;
    if (/statement$|^block$/.test(at.parent.type)) return false;
  }
  return false;
}

/** Whether every call of the function in the tree passes something: the default is only there for the signature. */
function isAlwaysGiven(project: ProjectFacts, module: ModuleFacts, facts: FunctionFacts): boolean {
  if (facts.name.startsWith("_") || module.tree.ofType("class_definition").length > 50) return true;
  return pathsWithWord(project, facts.name).length > 12;
}
