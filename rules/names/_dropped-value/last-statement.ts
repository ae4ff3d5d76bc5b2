import { type ModuleFacts, oneLine, ownNodes, type SyntaxNode } from "../../../src/rule.ts";

/** Whether a node is the statement, or the value of the statement, that a function ends with, in one branch of an `if` maybe. */
export function endsFunction(module: ModuleFacts, value: SyntaxNode): boolean {
  const definition = module.functionAround(value)?.node;
  let at = value;
  for (let { parent } = value; parent && definition; parent = parent.parent) {
    if (parent.type === "block") {
      if (parent.namedChildren.at(-1)?.start !== at.start) return false;
      if (parent.parent?.start === definition.start) return true;
    } else if (parent.type === "if_statement") at = parent;
    else if (!/^(expression_statement|else_clause|elif_clause)$/.test(parent.type)) return false;
  }
  return false;
}

/** What is told of such a value. */
export function returnMissing({ text }: SyntaxNode): string {
  return `'${oneLine(text, 50)}' does nothing as the last statement of the function: 'return' is missing`;
}

/** Whether a function gives a value wherever it returns. */
export function givesAlways(definition: SyntaxNode): boolean {
  const returns = [...ownNodes(definition)].filter(({ type }) => type === "return_statement");
  return returns.length > 0 && returns.every(({ namedChildren: [value] }) => value && value.type !== "none");
}
