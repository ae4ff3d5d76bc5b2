import type { SyntaxNode } from "./tree.ts";

/** Nodes whose children are elements between commas. */
const COMMA_SEPARATED = new Set([
  "argument_list",
  "parameters",
  "lambda_parameters",
  "list",
  "tuple",
  "set",
  "dictionary",
  "expression_list",
  "pattern_list",
  "tuple_pattern",
  "list_pattern",
  "import_from_statement",
  "import_statement",
  "future_import_statement",
  "subscript",
  "with_clause",
  "global_statement",
  "nonlocal_statement",
  "del_statement",
]);

/** Whether the node's children are elements between commas. */
export function isCommaSeparated(type: string): boolean {
  return COMMA_SEPARATED.has(type);
}

/** The node without redundant parentheses around it. */
export function unwrap(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (inner.type === "parenthesized_expression") {
    const next = inner.children.find((child) => child.isNamed && child.type !== "comment");
    if (!next) break;
    inner = next;
  }
  return inner;
}

/**
 * The type under which a node is compared: a tuple is the same with and without its parentheses.
 */
export function comparedType(type: string): string {
  if (type === "tuple") return "expression_list";
  if (type === "tuple_pattern") return "pattern_list";
  if (type === "concatenated_string") return "string";
  if (type === "future_import_statement") return "import_from_statement";
  return type;
}

/**
 * The children that carry meaning: no comments, no commas between elements, no parentheses that may be left out, each
 * child unwrapped. A string literal has none: it is compared by value.
 */
export function significantChildren(node: SyntaxNode): readonly SyntaxNode[] {
  const { type } = node;
  if (type === "string" || type === "concatenated_string") return [];
  const bare =
    type === "tuple" ||
    type === "tuple_pattern" ||
    type.startsWith("import") ||
    type === "future_import_statement";
  const separated = COMMA_SEPARATED.has(type);
  const children: SyntaxNode[] = [];
  for (const child of node.children) {
    if (child.type === "comment" || child.type === "line_continuation" || child.type === ";") continue;
    if (separated && child.type === ",") continue;
    if (bare && (child.type === "(" || child.type === ")")) continue;
    children.push(unwrap(child));
  }
  return type === "binary_operator" ? withoutOneTuple(children) : children;
}

/** `"%s" % (x,)` is `"%s" % x`, unless x is a tuple itself. */
function withoutOneTuple(children: SyntaxNode[]): readonly SyntaxNode[] {
  const [left, operator, right] = children;
  if (!left || operator?.type !== "%" || right?.type !== "tuple") return children;
  const elements = significantChildren(right);
  const only = elements[0];
  const isPlain = only && elements.length === 1 && only.type !== "tuple" && !only.type.endsWith("_splat");
  return isPlain ? [left, operator, only] : children;
}

/** The statements of a block or module, comments left out. */
export function statementsOf(block: SyntaxNode): readonly SyntaxNode[] {
  return block.children.filter((child) => child.isNamed && child.type !== "comment");
}
