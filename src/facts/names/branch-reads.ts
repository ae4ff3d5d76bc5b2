import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
import { isInside } from "../../text/span.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import { ancestorOf, ownNodes } from "../module/syntax.ts";
import type { UnboundRead } from "./assignment-flow.ts";
import { assignedIn, bindsPlainly, conjunctsOf, identifiersIn, meet, straightOn } from "./bound-below.ts";

/**
 * One branch binds the name and nothing stands for the other: a chain of `elif`, which could make the cases complete, has a branch
 * that goes on without the name, or only one that goes on.
 */
export function isPlainIf(
  facts: FunctionFacts,
  statement: SyntaxNode,
  { name, node: read }: Pick<UnboundRead, "name" | "node">,
): boolean {
  if (statement.type !== "if_statement") return false;
  // whether a keyword is passed is agreed between the function and its callers
  if (/^\(*['"]\w+['"] (not )?in \w*kwargs\)*$/.test(statement.field("condition")?.text ?? "")) return false;
  for (const node of ownNodes(facts.node)) {
    const isOutside = node.start < statement.start || node.end > statement.end;
    if (!isOutside || node.type !== "assignment" || node.end > statement.start) continue;
    if (assignedIn(node).has(name) && !isOfOtherCase(node, statement)) return false;
  }
  const clauses = statement.namedChildren.filter(
    ({ type }) => type === "elif_clause" || type === "else_clause",
  );
  const bodies = [statement, ...clauses].flatMap(
    (clause) => clause.field("consequence") ?? clause.field("body") ?? [],
  );
  const binding = bodies.filter((body) => [...straightOn(body)].some((child) => bindsPlainly(child, name)));
  if (binding.length === 0 || !clauses.some(({ type }) => type === "elif_clause")) return binding.length > 0;
  // another round of a loop may come to the branch that binds it
  const loop = ancestorOf(statement, "for_statement", "while_statement", "function_definition");
  if (loop && !isInside(read, loop)) return false;
  const others = bodies.filter((body) => !binding.includes(body));
  if (others.some((body) => goesOnWithout(body, name))) return true;
  const hasElse = clauses.some(({ type }) => type === "else_clause");
  return !hasElse && binding.length === 1 && others.every((body) => leaves(body));
}

/** Whether a block comes to its end, for all that can be seen, and has nothing to do with the name. */
function goesOnWithout(body: SyntaxNode, name: string): boolean {
  const last = body.namedChildren.at(-1);
  // `pass` says that nothing comes there, or that nothing is to be done
  if (!last || leaves(body) || /^(with|pass)_statement$/.test(last.type)) return false;
  const isHelp = /^[\w.]*(?:abort|error|exit|fail|raise|usage|die)\w*\(/i.test(last.text);
  return !isHelp && !new RegExp(`\\b${literally(name)}\\b`).test(body.text);
}

function leaves(body: SyntaxNode): boolean {
  const last = body.namedChildren.at(-1);
  return (
    /^(return|raise|continue|break)_statement$/.test(last?.type ?? "") ||
    /^assert\s+(False|0)\b/.test(last?.text ?? "")
  );
}

/** `if kind == 'coat':` around the one and `if kind == 'hat':` around the other: no call comes to both. */
function isOfOtherCase(one: SyntaxNode, other: SyntaxNode): boolean {
  const mine = casesOver(one);
  return mine.size > 0 && [...casesOver(other)].some(([name, value]) => (mine.get(name) ?? value) !== value);
}

/** The values that names are said to have by the conditions over a node. */
function casesOver(node: SyntaxNode): ReadonlyMap<string, string> {
  const cases = new Map<string, string>();
  for (let at = node; at.parent && at.type !== "function_definition"; at = at.parent) {
    if (at.parent.type !== "if_statement" || at.fieldName !== "consequence") continue;
    for (const { text } of conjunctsOf(at.parent.field("condition"))) {
      const [, name, value] = /^(\w+) == (['"]\w[\w.-]*['"])$/.exec(text) ?? [];
      if (name && value) cases.set(name, value.slice(1, -1));
    }
  }
  return cases;
}

/**
 * Whether something else settles a condition: which keys a mapping has is agreed with whoever fills it, if there is no
 * `else` for one that lacks them; a condition around a loop may say how its values are.
 */
export function isSettled(facts: FunctionFacts, statement: SyntaxNode): boolean {
  const names = identifiersIn(statement.field("condition"));
  const hasElse = statement.namedChildren.some(({ type }) => type === "else_clause");
  for (const name of hasElse ? [] : names)
    for (const binding of facts.scope.bindings.get(name) ?? [])
      if (binding.kind === "assignment" && /\.get\(/.test(binding.value?.text ?? "")) return true;
  for (let at = statement.parent; at && at !== facts.node; at = at.parent) {
    if (at.type !== "for_statement" || !meet(names, identifiersIn(at.field("left")))) continue;
    const values = identifiersIn(at.field("right"));
    for (let over = at.parent; over && over !== facts.node; over = over.parent)
      if (over.type === "if_statement" && meet(values, identifiersIn(over.field("condition")))) return true;
  }
  return false;
}
