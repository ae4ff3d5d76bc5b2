import type { SyntaxNode } from "../../parse/tree.ts";
import { isInside } from "../../text/span.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import { ancestorOf } from "../module/syntax.ts";
import type { UnboundRead } from "./assignment-flow.ts";
import type { Gap } from "./flow-state.ts";
import { isGuarded } from "./guarded-reads.ts";

/** `if not name` after the only loop that binds it: who asks counts on a value from before. */
export function isAskedAfter(facts: FunctionFacts, { node, name }: UnboundRead, loop: SyntaxNode): boolean {
  if (loop.type !== "for_statement" || node.start < loop.end || loop.parent !== statementOf(node)?.parent)
    return false;
  const bindings = facts.scope.bindings.get(name) ?? [];
  const isOnlyThere = bindings.every((binding) => isInside(binding.node, loop));
  const { parent } = node;
  const isNone = parent?.type === "comparison_operator" && parent.namedChildren[1]?.type === "none";
  return isOnlyThere && (parent?.type === "not_operator" || node.fieldName === "condition" || isNone);
}

/**
 * A loop that only binds the name where a condition holds, or in rounds that none leaves before, has no `else`, and is
 * followed by a read that asks nothing.
 */
export function isSearchedFor(facts: FunctionFacts, read: UnboundRead, gap: Gap): boolean {
  const loop = gap.at;
  const hasElse = loop.namedChildren.some(({ type }) => type === "else_clause");
  if (loop.type !== "for_statement" || hasElse || read.node.start < loop.end) return false;
  const bindings = facts.scope.bindings.get(read.name) ?? [];
  const isOneOfMany = bindings.every(({ node, kind }) => {
    if (kind !== "assignment" || node.start < loop.start || loop.end < node.end) return false;
    if (isPassedOver(node, loop)) return true;
    const choice = ancestorOf(node, "if_statement", "for_statement");
    return choice?.type === "if_statement" && choice.start > loop.start && !bindsOtherwise(choice, read.name);
  });
  return isOneOfMany && !isGuarded(facts, read, gap);
}

/**
 * Whether a round of a search, which ends at a `break` or a `return`, may go on to the next one before the name is bound: by
 * `if …: continue` or a handler's `continue` above it, or where the binding itself fails. What goes through all may know that some
 * are left.
 */
function isPassedOver(binding: SyntaxNode, loop: SyntaxNode): boolean {
  const statements = loop.field("body")?.namedChildren ?? [];
  const passing = statements.some((statement) =>
    isInside(binding, statement)
      ? failsOn(statement, binding)
      : statement.end < binding.start && mayGoOn(statement),
  );
  return passing && statements.some(leaves);
}

function mayGoOn(statement: SyntaxNode): boolean {
  if (statement.type !== "try_statement") return leadsTo(statement, /^continue_statement$/);
  return statement.namedChildren.some((clause) => {
    const block = clause.namedChildren.find(({ type }) => type === "block");
    if (clause.type === "else_clause")
      return block?.namedChildren.some((inner) => leadsTo(inner, /^continue_statement$/)) === true;
    return block?.namedChildren.at(-1)?.type === "continue_statement";
  });
}

/** `try: name = …`, whose handler takes the next one whatever happened. */
function failsOn(statement: SyntaxNode, binding: SyntaxNode): boolean {
  const body = statement.type === "try_statement" ? statement.field("body") : null;
  if (!body || !isInside(binding, body) || !mayGoOn(statement)) return false;
  return statement.namedChildren.some(
    ({ type, text }) => type === "except_clause" && !/\b(raise|return|break|if)\b/.test(text),
  );
}

function leaves(statement: SyntaxNode): boolean {
  return statement.type === "break_statement" || leadsTo(statement, /^(break|return)_statement$/);
}

function leadsTo(statement: SyntaxNode, last: RegExp): boolean {
  return (
    statement.type === "if_statement" &&
    last.test(statement.field("consequence")?.namedChildren.at(-1)?.type ?? "")
  );
}

function bindsOtherwise(choice: SyntaxNode, name: string): boolean {
  return choice.namedChildren.some(({ type, text }) => type === "else_clause" && text.includes(name));
}

function statementOf(node: SyntaxNode): SyntaxNode | null {
  let at: SyntaxNode | null = node;
  while (at && !/_statement$/.test(at.type)) at = at.parent;
  return at;
}
