import type { SyntaxNode } from "../../parse/tree.ts";

/**
 * The values that assignments in its function may have given a name by the time it is read, in text order: the nearest
 * one above, or those of the branches of an `if` above. What a loop's body gives for its next round is left out.
 */
export function valuesReaching(name: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let at = name; at.parent && at.type !== "function_definition"; at = at.parent) {
    if (at.parent.type !== "block" && at.parent.type !== "module") continue;
    if (collect(statementsBefore(at), name.text, found)) break;
  }
  return found.reverse();
}

function statementsBefore(statement: SyntaxNode): readonly SyntaxNode[] {
  const siblings = statement.parent?.namedChildren ?? [];
  return siblings.slice(
    0,
    siblings.findIndex(({ start }) => start === statement.start),
  );
}

/** Adds the values of statements, the last ones first; whether none from before them is left. */
function collect(statements: readonly SyntaxNode[], name: string, found: SyntaxNode[]): boolean {
  return [...statements].reverse().some((statement) => settles(statement, name, found));
}

function settles(statement: SyntaxNode, name: string, found: SyntaxNode[]): boolean {
  if (!statement.text.includes(name) || /_definition$/.test(statement.type)) return false;
  const inner = statement.type === "expression_statement" ? statement.namedChildren[0] : undefined;
  if (inner) {
    const value = inner.type === "assignment" && inner.field("left")?.text === name && inner.field("right");
    if (value) found.push(value);
    return Boolean(value);
  }
  const branches = blocksOf(statement).map((block) => collect(block.namedChildren, name, found));
  const isWhole =
    statement.type === "with_statement" || statement.children.some(({ type }) => type === "else_clause");
  return /^(if|with)_statement$/.test(statement.type) && isWhole && branches.every((settled) => settled);
}

/** The blocks of a compound statement, the last one first. */
function blocksOf(statement: SyntaxNode): readonly SyntaxNode[] {
  return statement.namedChildren
    .flatMap((child) =>
      child.type === "block" ? [child] : /_clause$/.test(child.type) ? blocksOf(child).slice().reverse() : [],
    )
    .reverse();
}
