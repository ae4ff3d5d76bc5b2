import {
  ancestorOf,
  type Finding,
  type ModuleFacts,
  operatorChains,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  withoutParentheses,
} from "../../src/rule.ts";

/** `x < 0 or x is None`: what None cannot do is done before it is asked for. */
export const noneAskedLate: Rule = {
  id: "names/none-asked-late",
  title: "None asked for after it was used",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/6bd802912d",
  mentions: [["is None", "is not None", " or not ", "== None", "!= None"]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const { node, operator, operands } of operatorChains(module.tree)) {
    for (const [at, operand] of operands.entries()) {
      const asked = askedFor(operand, operator);
      const used =
        asked === undefined ? undefined : operands.slice(0, at).find((before) => needsValue(before, asked));
      // an operand in between that asks too keeps the rest from being reached
      if (asked === undefined || !used || isLoopVariable(module, operand, asked)) continue;
      if (operands.slice(0, operands.indexOf(used)).some((before) => isAsking(before, asked))) continue;
      yield {
        span: node,
        message: `'${used.text}' comes before '${operand.text}': it raises TypeError or AttributeError for the None that is asked for`,
      };
      break;
    }
  }
}

/** What a loop hands out is seldom None, though code asks for it. */
function isLoopVariable(module: ModuleFacts, node: SyntaxNode, name: string): boolean {
  const bindings = module.lookup(name, module.scopeAt(node))?.bindings ?? [];
  return (
    bindings.length > 0 &&
    bindings.every((binding) => ancestorOf(binding.node, "for_statement", "block")?.type === "for_statement")
  );
}

/** The name that the operand compares with None so that the other operands matter only when it has a value. */
function askedFor(operand: SyntaxNode, operator: string): string | undefined {
  const inner = withoutParentheses(operand);
  if (inner.type !== "comparison_operator") return undefined;
  const [left, right, ...more] = inner.namedChildren;
  const wanted = operator === "or" ? /^(is|==)$/ : /^(is not|!=)$/;
  const asks = inner.children.some(({ type }) => wanted.test(type));
  if (!asks || !left || right?.type !== "none" || more.length > 0) return undefined;
  return left.type === "identifier" || left.type === "attribute" || left.type === "subscript"
    ? left.text
    : undefined;
}

function isAsking(operand: SyntaxNode, name: string): boolean {
  const inner = withoutParentheses(operand);
  return inner.text === name || inner.text === `not ${name}` || inner.text.startsWith(`${name} is `);
}

/** Whether the operand does with the very name what None does not stand. */
function needsValue(operand: SyntaxNode, name: string): boolean {
  const inner = withoutParentheses(operand);
  if (inner.type === "not_operator") {
    const below = inner.namedChildren[0];
    return below !== undefined && needsValue(below, name);
  }
  if (inner.type === "comparison_operator") {
    const sides = inner.namedChildren;
    const isOrder = inner.children.some(({ type }) => /^(<|>|<=|>=)$/.test(type));
    const isIn = inner.children.some(({ type }) => type === "in" || type === "not in");
    if (isOrder && sides.some(({ text }) => text === name)) return true;
    if (isIn && sides[1]?.text === name) return true;
    return sides.some((side) => reachesInto(side, name));
  }
  return reachesInto(inner, name);
}

/** `name.method(…)`, `name[…]`, `len(name)`. */
function reachesInto(node: SyntaxNode, name: string): boolean {
  const callee = node.type === "call" ? node.field("function") : null;
  if (callee?.type === "attribute") return callee.field("object")?.text === name;
  if (callee?.text === "len") return node.field("arguments")?.namedChildren[0]?.text === name;
  return node.type === "subscript" && node.field("value")?.text === name;
}
