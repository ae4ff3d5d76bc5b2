import { type ModuleFacts, oneLine, ownNodes, type SyntaxNode } from "../../../src/rule.ts";

/** Whether a node is the statement, or the value of the statement, that a function ends with. */
export function endsFunction(module: ModuleFacts, value: SyntaxNode): boolean {
  const last = module.functionAround(value)?.node.field("body")?.namedChildren.at(-1);
  return last !== undefined && last.start === value.parent?.start;
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
