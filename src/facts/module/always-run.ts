import type { SyntaxNode } from "../../parse/tree.ts";
import type { FunctionFacts } from "./definitions.ts";
import { ownNodes } from "./syntax.ts";

/** The nodes of a function that each call of it reaches: before what may leave it, and in no branch, loop or inner function. */
export function alwaysRun({ node: definition }: FunctionFacts): readonly SyntaxNode[] {
  const nodes = [...ownNodes(definition)];
  const left = nodes.find(({ type }) => LEAVES.test(type))?.end ?? Number.POSITIVE_INFINITY;
  return nodes.filter((node) => node.start < left && !isConditional(node, definition));
}

const LEAVES = /^(return_statement|raise_statement|yield|await)$/;

function isConditional(node: SyntaxNode, definition: SyntaxNode): boolean {
  for (let at = node; at.parent && at.parent.start > definition.start; at = at.parent) {
    const { type } = at.parent;
    const isAsked = at.fieldName === "condition" || (type === "for_statement" && at.fieldName === "right");
    if (BRANCHES.test(type) && !isAsked) return true;
    if (type === "boolean_operator" && at.fieldName === "right") return true;
  }
  return false;
}

const BRANCHES =
  /^(if|elif|else|while|for|try|except|match)_(statement|clause)$|^(conditional_expression|lambda|assert_statement)$|_comprehension$|^generator_expression$/;
