import type { SyntaxNode } from "../../parse/tree.ts";
import { isInside } from "../../text/span.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import { descendants, fieldsOf } from "../module/syntax.ts";
import type { UnboundRead } from "./assignment-flow.ts";
import { assignedIn, bindsPlainly, straightOn } from "./bound-below.ts";
import type { Gap } from "./flow-state.ts";
import { callsSomething, catchesAll } from "./raising.ts";

/**
 * Whether a read stands in a handler of the try statement that binds the name, and tells nothing there. Handlers know by
 * the exception's kind how far their block came: a read in one tells something only where no call comes after the binding
 * one, or where the handler takes every exception.
 */
export function isInOwnHandler(facts: FunctionFacts, { node, name }: UnboundRead): boolean {
  const asked: string[] = [];
  for (let at = node; at.parent && at !== facts.node; at = at.parent) {
    const { parent } = at;
    if (at.fieldName === "consequence") asked.push(parent.field("condition")?.text ?? "");
    if (parent.type !== "try_statement" || at.fieldName === "body" || at.type === "else_clause") continue;
    const body = parent.field("body");
    if (!body || !assignedIn(body).has(name)) continue;
    if (body.namedChildren.some((one) => asked.includes(one.field("condition")?.text ?? "-"))) return true;
    if (at.type === "finally_clause") {
      if (!isReachedUnbound(body, name)) return true;
    } else if (!isLastCall(body, name) && !(catchesAll(at) && isReachedUnbound(body, name))) return true;
  }
  return false;
}

/**
 * Whether a handler that comes to the read can have met the name unbound: it is broad, or no call comes after the binding
 * one.
 */
export function isLikelyTry(facts: FunctionFacts, { node, name }: UnboundRead, gap: Gap): boolean {
  const { at: statement, handlers = [] } = gap;
  if (statement.type !== "try_statement") return false;
  const body = statement.field("body");
  for (let at = statement.parent; at && at !== facts.node; at = at.parent) {
    const condition = at.type === "while_statement" ? at.field("condition") : null;
    if (condition && [...descendants(condition)].some((below) => assignedIn(statement).has(below.text)))
      return false;
  }
  if (!body || !assignedIn(body).has(name)) return true;
  const own = statement.namedChildren.find((clause) => isInside(node, clause));
  if (own?.type === "finally_clause") return true;
  const coming = own ? [own] : handlers;
  return coming.some(catchesAll) || (coming.length > 0 && isLastCall(body, name));
}

/** Whether the read stands in a handler of the only statement that binds the name. */
export function isBoundByItsTry(facts: FunctionFacts, { node, name }: UnboundRead): boolean {
  for (let at = node; at.parent && at !== facts.node; at = at.parent) {
    const { parent } = at;
    const body = parent.type === "try_statement" && at.type === "except_clause" ? parent.field("body") : null;
    if (body && assignedIn(body).has(name)) return facts.scope.bindings.get(name)?.length === 1;
  }
  return false;
}

/**
 * Whether something of the block that may fail comes before the name is bound there, or binds it; the head of a loop
 * that binds it hardly does, and a branch only by its condition or by the binding call.
 */
function isReachedUnbound(body: SyntaxNode, name: string): boolean {
  const statements = [...straightOn(body)];
  const at = statements.findIndex((statement) => assignedIn(statement).has(name));
  const binding = statements[at];
  if (!binding) return false;
  if (statements.slice(0, at).some(callsSomething)) return true;
  if (binding.type !== "if_statement") return bindsPlainly(binding, name) && callsSomething(binding);
  if (conditionsOf(binding).some(callsSomething)) return true;
  return [...descendants(binding)].some((below) => bindsPlainly(below, name) && callsSomething(below));
}

/** What an `if` and its `elif`s ask before one of the branches runs. */
function conditionsOf(statement: SyntaxNode): readonly SyntaxNode[] {
  return [statement, ...fieldsOf(statement, "alternative")].flatMap((one) => one.field("condition") ?? []);
}

/**
 * Every statement of the block that calls anything after the name is bound binds it anew; a loop that does so binds it
 * where its body does, and its first round may fail there. What is noted after the last call, whatever fails leaves out.
 */
function isLastCall(block: SyntaxNode, name: string): boolean {
  if (isNotedLast(block.namedChildren, name)) return true;
  const calling = block.namedChildren.filter(callsSomething);
  const binding = calling.findIndex((statement) => assignedIn(statement).has(name));
  return binding >= 0 && calling.slice(binding).every((statement) => bindsLast(statement, name));
}

/** `open(door)`, `is_open = True`. */
function isNotedLast(statements: readonly SyntaxNode[], name: string): boolean {
  const at = statements.findIndex((statement) => assignedIn(statement).has(name));
  const noted = statements[at];
  if (!noted || !bindsPlainly(noted, name)) return false;
  return !statements.slice(at).some(callsSomething) && statements.slice(0, at).some(callsSomething);
}

function bindsLast(statement: SyntaxNode, name: string): boolean {
  const body = statement.type === "while_statement" ? statement.field("body") : null;
  return body ? isLastCall(body, name) : bindsPlainly(statement, name);
}

/** Whether the body of a compound statement binds the name. */
export function bindsInBody(statement: SyntaxNode, name: string): boolean {
  const body = statement.field("body");
  return body !== null && assignedIn(body).has(name);
}
