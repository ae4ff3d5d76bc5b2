import type { SyntaxNode } from "../parse/tree.ts";
import type { Metavariable } from "../smpl/semantic-patch.ts";

/** Named nodes that are no expressions, beside everything that ends in `_statement` or `_clause`. */
const NO_EXPRESSION = new Set([
  "block",
  "module",
  "parameters",
  "lambda_parameters",
  "argument_list",
  "keyword_argument",
  "list_splat",
  "dictionary_splat",
  "pair",
  "decorator",
  "function_definition",
  "class_definition",
  "decorated_definition",
  "default_parameter",
  "typed_parameter",
  "typed_default_parameter",
  "assignment",
  "augmented_assignment",
  "ERROR",
]);

/** Whether the metavariable may stand for the node: its kind and its constraint. */
export function admits(variable: Metavariable, node: SyntaxNode): boolean {
  if (variable.matches && !variable.matches.test(node.text)) return false;
  if (variable.differsFrom !== undefined && node.text === variable.differsFrom) return false;
  switch (variable.kind) {
    case "identifier":
      return node.type === "identifier";
    case "string":
    case "setting":
      return node.type === "string" || node.type === "concatenated_string";
    case "expression":
      return isExpression(node);
    case "statement":
      return node.type.endsWith("_statement") || node.type.endsWith("_definition");
    case "parameter list":
    case "expression list":
      return true;
  }
}

function isExpression(node: SyntaxNode): boolean {
  return (
    node.isNamed &&
    !NO_EXPRESSION.has(node.type) &&
    !node.type.endsWith("_statement") &&
    !node.type.endsWith("_clause")
  );
}
