import type { SyntaxNode } from "../../parse/tree.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import { descendants, dottedName } from "../module/syntax.ts";

/** A call statement, and what it does but for its constants. */
export interface Action {
  readonly node: SyntaxNode;
  readonly shape: string;
}

/** The call statements of a body, with strings and numbers taken out; calls without a fixed part say nothing. */
export function actionsOf(facts: FunctionFacts): readonly Action[] {
  const body = facts.node.field("body");
  if (!body) return [];
  return [...descendants(body)].flatMap((node) => {
    const call =
      node.type === "expression_statement" ? node.children.find((child) => child.type === "call") : undefined;
    const name = call && dottedName(call.field("function"));
    if (!call || name === undefined || !name.includes(".") || /^(LOG|logging|log|self)\./.test(name))
      return [];
    const shape = shapeOf(call);
    return shape.length > name.length + 12 ? [{ node: call, shape }] : [];
  });
}

function shapeOf(node: SyntaxNode): string {
  if (["string", "concatenated_string", "integer", "float", "true", "false", "none"].includes(node.type))
    return "_";
  return node.children.length === 0
    ? node.text
    : node.children
        .filter((child) => child.type !== "comment")
        .map(shapeOf)
        .join(" ");
}
