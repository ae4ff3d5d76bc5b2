import type { SyntaxNode } from "../../parse/tree.ts";
import { isInside } from "../../text/span.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import { ancestorOf, descendants, isTried, ownNodes } from "../module/syntax.ts";
import type { UnboundRead } from "./assignment-flow.ts";
import { assignedIn, identifiersIn, meet } from "./bound-below.ts";
import type { Gap } from "./flow-state.ts";

/**
 * Whether the read is made under a condition that knows of the gap: one that shares a name with the gap's own
 * condition or with what its branches assign, or that asks about the name itself.
 */
export function isGuarded(facts: FunctionFacts, read: UnboundRead, gap: Gap): boolean {
  const telling = tellingNames(gap);
  if (gap.kind === "try") telling.delete(read.name);
  if (gap.kind === "if")
    for (const name of telling) if (isSetAnew(facts, name, gap, read)) telling.delete(name);
  for (const { condition, holds } of conditionsOver(facts, read.node, gap.at)) {
    if (gap.kind === "if" && holds !== undefined && letsThrough(facts, gap.at, read, condition, holds))
      continue;
    for (const node of descendants(condition))
      if (node.type === "identifier" && telling.has(node.text) && node !== read.node) return true;
    if (/locals\(\)|vars\(\)/.test(condition.text)) return true;
    if (gap.kind === "if" && (isFlag(facts, condition) || isTiedBefore(facts, condition, gap.at)))
      return true;
  }
  return isTried(read.node, /except[^:]*\b(NameError|UnboundLocalError)\b/);
}

/**
 * Whether a condition over the read is as the name was before the `if` that sets it together with the name of the read:
 * `result = OK`, `if nodes: result, reason = wait()`, `if result != OK: return`.
 */
function letsThrough(
  facts: FunctionFacts,
  gap: SyntaxNode,
  read: UnboundRead,
  condition: SyntaxNode,
  holds: boolean,
): boolean {
  const [, negated, flag, operator, other = ""] =
    /^(not )?(\w+)(?: (==|!=|is|is not|in|not in) ([\w.'"]+|\([\w.'", ]+\)))?$/.exec(condition.text) ?? [];
  if (!flag || (negated && operator) || gap.namedChildren.some(({ type }) => /^el(se|if)_/.test(type)))
    return false;
  const bindings = (facts.scope.bindings.get(flag) ?? []).filter(({ node }) => node.start < read.node.start);
  const before = bindings.filter(({ node }) => node.start < gap.start);
  const inside = bindings.filter(({ node }) => gap.start < node.start && node.end <= gap.end);
  const first = before.at(-1);
  if (first?.kind !== "assignment" || !first.value || before.length + inside.length < bindings.length)
    return false;
  if (inside.length === 0 || before.length > 1 || !isOnTheWay(first.node, gap)) return false;
  const start = first.value.text;
  const isNothing = /^(None|False|\[\]|\{\}|\(\)|0|''|"")$/.test(start);
  if (operator?.endsWith("in"))
    // a literal is none of the constants that are listed
    return (operator === "in") !== holds && /^(None|''|"")$/.test(start) && /^\([\w., ]+\)$/.test(other);
  if (operator) return /^(is|==)$/.test(operator) === holds && start === other;
  return isNothing && holds === (negated !== undefined);
}

/** A name that gets another value between the gap and the read tells nothing of the gap any more. */
function isSetAnew(facts: FunctionFacts, name: string, gap: Gap, read: UnboundRead): boolean {
  return (facts.scope.bindings.get(name) ?? []).some(
    (binding) =>
      binding.kind === "assignment" &&
      binding.value?.type === "call" &&
      gap.at.end < binding.node.start &&
      binding.node.end < read.node.start &&
      isOnTheWay(binding.node, read.node),
  );
}

/** Whether the statement around a binding stands in a block that is around the read as well. */
function isOnTheWay(binding: SyntaxNode, read: SyntaxNode): boolean {
  const block = ancestorOf(binding, "block");
  return block !== undefined && isInside(read, block);
}

/** A condition on a name that starts out as nothing is set where the cases part. */
function isFlag(facts: FunctionFacts, condition: SyntaxNode): boolean {
  for (const name of identifiersIn(condition))
    for (const binding of facts.scope.bindings.get(name) ?? [])
      if (
        binding.kind === "assignment" &&
        /^(None|False|\[\]|\{\}|\(\)|0|''|""|set\(\)|dict\(\)|list\(\))$/.test(binding.value?.text ?? "")
      )
        return true;
  return false;
}

/** An earlier `if …: raise` speaks of both conditions: they do not come in all combinations. */
function isTiedBefore(facts: FunctionFacts, condition: SyntaxNode, gap: SyntaxNode): boolean {
  const mine = identifiersIn(condition);
  const theirs = identifiersIn(gap.field("condition"));
  for (const node of ownNodes(facts.node)) {
    if (node.type !== "if_statement" || node.end > gap.start) continue;
    const both = identifiersIn(node.field("condition"));
    if (meet(mine, both) && meet(theirs, both)) return true;
  }
  return false;
}

function tellingNames(gap: Gap): Set<string> {
  const names = assignedIn(gap.at);
  const condition = gap.at.field("condition");
  for (const node of condition ? descendants(condition) : [])
    if (node.type === "identifier" && node.text !== "self") names.add(node.text);
  // `self.x` in both conditions is a link too, by its attribute
  for (const node of condition ? descendants(condition) : [])
    if (node.type === "attribute") names.add(node.field("attribute")?.text ?? "");
  return names;
}

/** A condition that decides whether the read is come to; `holds` where it is plain how. */
interface Decision {
  readonly condition: SyntaxNode;
  readonly holds?: boolean;
}

/** Conditions around the read and not around the gap, and those after the gap that leave the block. */
function* conditionsOver(facts: FunctionFacts, read: SyntaxNode, gap: SyntaxNode): Generator<Decision> {
  for (let at = read; at.parent && at.parent !== facts.node; at = at.parent) {
    if (!isInside(gap, at.parent)) yield* decisionsOf(at.parent, at);
  }
  for (const node of ownNodes(facts.node)) {
    const isLast =
      node.end <= gap.end && ancestorOf(node, "finally_clause", "function_definition")?.parent === gap;
    if ((node.start < gap.end && !isLast) || node.end > read.start) continue;
    const condition = node.type === "if_statement" ? node.field("condition") : null;
    if (condition && /\b(return|raise|continue|break)\b|exit\(/.test(node.text))
      yield isExit(node) && !isLast ? { condition, holds: false } : { condition };
    if (node.type === "assert_statement") yield { condition: node };
  }
}

/** What of a statement or expression decides whether one of its parts is come to. */
function* decisionsOf(whole: SyntaxNode, part: SyntaxNode): Generator<Decision> {
  switch (whole.type) {
    case "if_statement":
    case "elif_clause":
    case "while_statement": {
      const condition = whole.field("condition");
      if (condition && part !== condition)
        yield part.fieldName === "consequence" ? { condition, holds: true } : { condition };
      return;
    }
    case "for_statement": {
      const right = whole.field("right");
      if (right && part !== right) yield { condition: right };
      return;
    }
    case "boolean_operator":
      for (const side of whole.namedChildren) if (side.end <= part.start) yield { condition: side };
      return;
    case "conditional_expression":
      for (const side of whole.namedChildren) if (side !== part) yield { condition: side };
      return;
  }
}

/** An `if` that leaves with `return` or `raise` and has no other branch. */
function isExit(node: SyntaxNode): boolean {
  const last = node.field("consequence")?.namedChildren.at(-1);
  return node.field("alternative") === null && /^(return|raise)_statement$/.test(last?.type ?? "");
}
