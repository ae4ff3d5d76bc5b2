import type { SyntaxNode } from "../parse/tree.ts";

// Python's operators from the weakest to the strongest, as the language reference lists them (6.17, Operator precedence).
const WEAKEST = 0;
const TEST = 1;
const OPERATORS: Readonly<Record<string, number>> = {
  lambda: TEST,
  if: 2,
  or: 3,
  and: 4,
  not: 5,
  comparison: 6,
  "|": 7,
  "^": 8,
  "&": 9,
  "<<": 10,
  ">>": 10,
  "+": 11,
  "-": 11,
  "*": 12,
  "@": 12,
  "/": 12,
  "//": 12,
  "%": 12,
  unary: 13,
  "**": 14,
  await: 15,
};
const PRIMARY = 16;
const ATOM = 17;

const strengthOf = (operator: string): number => OPERATORS[operator] ?? ATOM;

/** How strongly an expression holds together: one below what its place asks for needs parentheses. */
export function strength(node: SyntaxNode): number {
  switch (node.type) {
    case "named_expression":
    case "yield":
    case "expression_list":
      return WEAKEST;
    case "lambda":
      return TEST;
    case "conditional_expression":
      return strengthOf("if");
    case "boolean_operator":
    case "binary_operator":
      return strengthOf(operatorOf(node));
    case "not_operator":
      return strengthOf("not");
    case "comparison_operator":
      return strengthOf("comparison");
    case "unary_operator":
      return strengthOf("unary");
    case "await":
      return strengthOf("await");
    case "integer":
      // "1.name" is no attribute of a number.
      return PRIMARY - 1;
    default:
      return ATOM;
  }
}

/** How strongly an expression has to hold together to stand at a node's place. */
export function strengthWantedAt(node: SyntaxNode): number {
  const { parent } = node;
  const isFirst = parent?.namedChildren[0]?.start === node.start;
  switch (parent?.type) {
    case "attribute":
    case "await":
      return PRIMARY;
    case "call":
    case "subscript":
      return isFirst ? PRIMARY : TEST;
    case "boolean_operator":
      return strengthOf(operatorOf(parent)) + (isFirst ? 0 : 1);
    case "binary_operator":
      return wantedByOperator(operatorOf(parent), isFirst);
    case "unary_operator":
      return strengthOf("unary");
    case "comparison_operator":
    case "list_splat":
      return strengthOf("|");
    case "not_operator":
      return strengthOf("not");
    case "conditional_expression":
      return parent.namedChildren.at(-1)?.start === node.start ? TEST : strengthOf("or");
    case "for_in_clause":
    case "if_clause":
      return strengthOf("or");
    case "argument_list":
    case "keyword_argument":
    case "pair":
    case "list":
    case "tuple":
    case "set":
    case "lambda":
    case "default_parameter":
      return TEST;
    default:
      return WEAKEST;
  }
}

function wantedByOperator(operator: string, isFirst: boolean): number {
  if (operator === "**") return isFirst ? strengthOf("await") : strengthOf("unary");
  return strengthOf(operator) + (isFirst ? 0 : 1);
}

function operatorOf(node: SyntaxNode): string {
  return node.field("operator")?.type ?? "";
}
