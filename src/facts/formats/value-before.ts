import type { SyntaxNode } from "../../parse/tree.ts";
import { descendants } from "../module/syntax.ts";

/**
 * The value of the nearest statement above that assigns the name plainly, if nothing between touches it.
 *
 * It stands in the block around, or in one that the block is a branch or `with` of: nothing else runs between the two.
 */
export function valueBefore(name: SyntaxNode): SyntaxNode | undefined {
  let statement = statementAround(name);
  // the head of a compound statement is read in the block around it, a loop's again after its body
  while (statement && !/^(for|while)_statement$/.test(statement.type)) {
    const found = assignedAbove(statement, name.text);
    if (found !== "nothing") return found;
    statement = branchAround(statement, name.text);
  }
  return undefined;
}

function statementAround(name: SyntaxNode): SyntaxNode | undefined {
  let statement: SyntaxNode = name;
  while (statement.parent && statement.parent.type !== "block" && statement.parent.type !== "module") {
    statement = statement.parent;
    if (/^(function_definition|class_definition|lambda|for_in_clause)$/.test(statement.type))
      return undefined;
  }
  return statement;
}

/** The value given by the statements above in the same block; `undefined` where one of them does more to the name. */
function assignedAbove(statement: SyntaxNode, name: string): SyntaxNode | "nothing" | undefined {
  const siblings = statement.parent?.namedChildren ?? [];
  for (let at = siblings.findIndex(({ start }) => start === statement.start) - 1; at >= 0; at--) {
    const before = siblings[at];
    const inner = before?.type === "expression_statement" ? before.namedChildren[0] : undefined;
    if (inner?.type === "assignment" && inner.field("left")?.text === name)
      return inner.field("right") ?? undefined;
    if (before && mentions(before, name) && inner?.type !== "call") return undefined;
  }
  return "nothing";
}

/** The `if` or `with` statement that a statement's block belongs to, if its head does not bind the name. */
function branchAround(statement: SyntaxNode, name: string): SyntaxNode | undefined {
  let at = statement.parent?.parent ?? undefined;
  if (at && /^(elif|else)_clause$/.test(at.type)) at = at.parent ?? undefined;
  if (at?.type === "if_statement") return at;
  const isApart =
    at?.type === "with_statement" &&
    at.namedChildren.every((part) => part.type === "block" || !mentions(part, name));
  return isApart ? at : undefined;
}

function mentions(statement: SyntaxNode, name: string): boolean {
  if (!statement.text.includes(name)) return false;
  for (const node of descendants(statement))
    if (node.type === "identifier" && node.text === name) return true;
  return false;
}
