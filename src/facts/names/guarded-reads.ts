import type { SyntaxNode } from "../../parse/tree.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import { descendants, isTried, ownNodes } from "../module/syntax.ts";
import type { UnboundRead } from "./assignment-flow.ts";
import { assignedIn, conjunctsOf, identifiersIn, meet } from "./bound-below.ts";
import { conditionsOver } from "./deciding-conditions.ts";
import type { Gap } from "./flow-state.ts";
import { holdsUnchanged, isOnTheWay } from "./unchanged-flags.ts";

/**
 * Whether the read is made under a condition that knows of the gap: one that shares a name with the gap's own
 * condition or with what its branches assign, or that asks about the name itself.
 */
export function isGuarded(facts: FunctionFacts, read: UnboundRead, gap: Gap): boolean {
  const telling = tellingNames(facts, read, gap);
  for (const decision of conditionsOver(facts, read.node, gap.at)) {
    const { condition } = decision;
    if (gap.kind === "if" && holdsUnchanged(facts, gap.at, read.node, decision)) continue;
    if (gap.kind === "if" && decision.holds === true && saysPassed(facts, condition, gap.at)) continue;
    if (asksOne(condition, telling, read.node) || /locals\(\)|vars\(\)/.test(condition.text)) return true;
    if (gap.kind === "if" && (isFlag(facts, condition) || isTiedBefore(facts, condition, gap.at)))
      return true;
  }
  return isTried(read.node, /except[^:]*\b(NameError|UnboundLocalError)\b/);
}

/** `if door:` behind `if door is None and …:`: a caller that passes a door comes to the one and not to the other. */
function saysPassed(facts: FunctionFacts, condition: SyntaxNode, gap: SyntaxNode): boolean {
  const name = /^(\w+)( is not None)?$/.exec(condition.text)?.[1];
  if (!name || !facts.parameters.some((parameter) => parameter.name === name)) return false;
  const lacking = [`${name} is None`, `not ${name}`];
  const isFirst = ownNodesBefore(facts, gap).every(
    (node) => node.type !== "assignment" || node.field("left")?.text !== name,
  );
  return isFirst && conjunctsOf(gap.field("condition")).some(({ text }) => lacking.includes(text));
}

function ownNodesBefore(facts: FunctionFacts, { start }: SyntaxNode): readonly SyntaxNode[] {
  return [...ownNodes(facts.node)].filter((node) => node.end <= start);
}

function asksOne(condition: SyntaxNode, names: ReadonlySet<string>, read: SyntaxNode): boolean {
  for (const node of descendants(condition))
    if (node.type === "identifier" && names.has(node.text) && node !== read) return true;
  return false;
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

/** Names that tell at the read whether the gap was passed: those that its branches assign, and those of its condition. */
function tellingNames(facts: FunctionFacts, read: UnboundRead, gap: Gap): ReadonlySet<string> {
  const names = assignedIn(gap.at);
  const clauses = [gap.at, ...gap.at.namedChildren.filter(({ type }) => type === "elif_clause")];
  const conditions = clauses.flatMap((clause) => clause.field("condition") ?? []);
  for (const node of conditions.flatMap((condition) => [...descendants(condition)])) {
    if (node.type === "identifier" && node.text !== "self") names.add(node.text);
    // `self.x` in both conditions is a link too, by its attribute
    if (node.type === "attribute") names.add(node.field("attribute")?.text ?? "");
  }
  if (gap.kind === "try") names.delete(read.name);
  if (gap.kind === "if") for (const name of names) if (isSetAnew(facts, name, gap, read)) names.delete(name);
  return names;
}
