import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { descendants } from "../module/syntax.ts";
import { onlyValue } from "./format-fit.ts";

/** The value that a name has at a place: what a statement before it in the same block gave it, or its only value. */
export function valueAt(module: ModuleFacts, name: SyntaxNode): SyntaxNode | undefined {
  return valueBefore(name) ?? onlyValue(module, name);
}

/** The value of the nearest statement above in the block around that assigns the name plainly, if nothing between touches it. */
function valueBefore(name: SyntaxNode): SyntaxNode | undefined {
  let statement: SyntaxNode = name;
  while (statement.parent && statement.parent.type !== "block" && statement.parent.type !== "module") {
    statement = statement.parent;
    if (/^(function_definition|class_definition|lambda|for_in_clause)$/.test(statement.type))
      return undefined;
  }
  // the head of a compound statement is read in the block around it, a loop's again after its body
  if (/^(for|while)_statement$/.test(statement.type)) return undefined;
  const siblings = statement.parent?.namedChildren ?? [];
  for (let at = siblings.findIndex(({ start }) => start === statement.start) - 1; at >= 0; at--) {
    const before = siblings[at];
    const inner = before?.type === "expression_statement" ? before.namedChildren[0] : undefined;
    if (inner?.type === "assignment" && inner.field("left")?.text === name.text)
      return inner.field("right") ?? undefined;
    if (before && mentions(before, name.text) && inner?.type !== "call") return undefined;
  }
  return undefined;
}

function mentions(statement: SyntaxNode, name: string): boolean {
  if (!statement.text.includes(name)) return false;
  for (const node of descendants(statement))
    if (node.type === "identifier" && node.text === name) return true;
  return false;
}
