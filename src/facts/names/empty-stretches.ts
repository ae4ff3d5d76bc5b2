import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
import { isInside } from "../../text/span.ts";
import type { ModuleFacts } from "../module/module.ts";
import { ancestorOf, descendants, withoutParentheses } from "../module/syntax.ts";
import { isRead } from "./name-use.ts";
import { isShadowed } from "./shadowed.ts";

/** Code that runs only while a local name of the function has no value: None, or whatever counts as false. */
export interface EmptyStretch {
  readonly name: string;
  /** Whether it is None for certain, and not only false. */
  readonly isNone: boolean;
  /** The condition that says so. */
  readonly condition: SyntaxNode;
  /** A block, or the operand of `and`, `or` or `… if … else …`. */
  readonly within: SyntaxNode;
}

/** The stretches of a module, in text order of the conditions within each kind of statement. */
export function* emptyStretches({ tree }: ModuleFacts): Generator<EmptyStretch> {
  for (const statement of tree.ofType("if_statement")) yield* ofStatement(statement);
  for (const operator of tree.ofType("boolean_operator")) {
    const [left, right] = [operator.field("left"), operator.field("right")];
    if (!left || !right) continue;
    const joint = operator.field("operator")?.text;
    // of `a and b and c` the left side is `a and b`: what was asked right before is what matters
    const before = left.field("operator")?.text === joint ? left.field("right") : left;
    for (const empty of before ? emptyIf(before, joint === "and") : [])
      yield { ...empty, condition: left, within: right };
  }
  for (const { namedChildren } of tree.ofType("conditional_expression")) {
    const [first, condition, second] = namedChildren;
    if (!first || !condition || !second) continue;
    for (const empty of emptyIf(condition, true)) yield { ...empty, condition, within: first };
    for (const empty of emptyIf(condition, false)) yield { ...empty, condition, within: second };
  }
}

/** What a condition says of its own block, and of the branches that come after it. */
function* ofStatement(statement: SyntaxNode): Generator<EmptyStretch> {
  const branches = [statement, ...statement.namedChildren.filter(({ type }) => BRANCH.test(type))];
  for (const [at, branch] of branches.entries()) {
    const condition = branch.field("condition");
    const block = branch.field("consequence");
    if (!condition || !block) continue;
    for (const empty of emptyIf(condition, true)) yield { ...empty, condition, within: block };
    for (const empty of emptyIf(condition, false))
      for (const later of branches.slice(at + 1, at + 1 + NEAR)) yield { ...empty, condition, within: later };
  }
}

const BRANCH = /^(elif|else)_clause$/;

/** So many branches are looked at behind a condition: longer chains are generated. */
const NEAR = 8;

type Empty = Pick<EmptyStretch, "name" | "isNone">;

/** The names that have no value where a condition holds, or does not. */
function emptyIf(condition: SyntaxNode, holds: boolean): readonly Empty[] {
  const inner = withoutParentheses(condition);
  const [left, right, ...more] = inner.namedChildren;
  switch (inner.type) {
    case "identifier":
      return holds ? [] : [{ name: inner.text, isNone: false }];
    case "not_operator":
      return left ? emptyIf(left, !holds) : [];
    case "boolean_operator":
      return (inner.field("operator")?.text === "and") === holds
        ? inner.namedChildren.flatMap((part) => emptyIf(part, holds))
        : [];
    case "comparison_operator": {
      if (left?.type !== "identifier" || right?.type !== "none" || more.length > 0) return [];
      const wanted = holds ? /^(is|==)$/ : /^(is not|!=)$/;
      return inner.children.some(({ type }) => wanted.test(type)) ? [{ name: left.text, isNone: true }] : [];
    }
    default:
      return [];
  }
}

/**
 * Where a stretch reads its name before it gives it another value, and without asking for it again. Nothing where the name
 * is not of the function around alone: a call may fill it.
 */
export function emptyReads(module: ModuleFacts, { name, within }: EmptyStretch): readonly SyntaxNode[] {
  const scope = module.scopeAt(within);
  const found = module.lookup(name, scope);
  if (found?.scope !== scope || scope.kind !== "function") return [];
  const bound = found.bindings.map(({ node }) => node).filter((node) => isInside(node, within));
  const reads = [...descendants(within, runsNow)].filter(
    (node) => node.type === "identifier" && node.text === name && isRead(node) && !isShadowed(node, name),
  );
  if (reads.length === 0 || isShared(module, name)) return [];
  return reads.filter(
    (read) =>
      !bound.some((node) => node.start <= read.start || isInLoop(node, within)) &&
      !isAskedAgain(read, within, name),
  );
}

/** What a function or a `lambda` does runs later. */
function runsNow({ type }: SyntaxNode): boolean {
  return type !== "function_definition" && type !== "class_definition" && type !== "lambda";
}

function isShared({ tree }: ModuleFacts, name: string): boolean {
  return ["global_statement", "nonlocal_statement"].some((type) =>
    tree.ofType(type).some(({ namedChildren }) => namedChildren.some(({ text }) => text === name)),
  );
}

function isInLoop(node: SyntaxNode, within: SyntaxNode): boolean {
  const loop = ancestorOf(node, "for_statement", "while_statement");
  return loop !== undefined && isInside(loop, within);
}

/** Whether a condition between the read and the stretch asks for the name, by itself or through others. */
function isAskedAgain(read: SyntaxNode, within: SyntaxNode, name: string): boolean {
  const mentions = new RegExp(`\\b${literally(name)}\\b`);
  for (let at = read; at.parent && isInside(at.parent, within); at = at.parent) {
    const { parent } = at;
    const asked =
      parent.type === "boolean_operator" || parent.type === "conditional_expression"
        ? parent.namedChildren.filter((part) => part !== at)
        : [parent.field("condition")].filter((part) => part !== at);
    if (asked.some((part) => part && mentions.test(part.text))) return true;
  }
  return false;
}
