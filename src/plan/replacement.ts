import type { Match } from "../match/binding.ts";
import { hasTrailingComma } from "../match/omissions.ts";
import { significantChildren } from "../parse/significant.ts";
import type { SyntaxNode } from "../parse/tree.ts";
import type { Pattern } from "../smpl/pattern.ts";
import { strength, strengthWantedAt } from "./precedence.ts";

/** What of the target is replaced, and how the new code is written there. */
export interface Replacement {
  readonly node: SyntaxNode;
  readonly written: (code: string) => string;
}

/**
 * How a node is replaced by what a pattern writes, so that it means there what it means in the patch.
 *
 * Parentheses go round code that does not hold together at its new place, and go with what alone needed them.
 */
export function replacementOf(found: SyntaxNode, plus: Pattern, match: Match): Replacement {
  const replacement = operandOf(found, plus);
  const { node, written } = replacement;
  const bound = plus.kind === "meta" ? match.metavariable(plus.variable.name)?.[0] : undefined;
  const has = strength(bound ?? plus.node);
  if (has < strengthWantedAt(node)) return { node, written: (code) => `(${written(code)})` };
  const around = node.parent?.type === "parenthesized_expression" ? node.parent : undefined;
  // A comment within them would go, too.
  if (!around || around.children.length > 3) return replacement;
  const wanted = strengthWantedAt(around);
  return strength(node) < wanted && has >= wanted ? { node: around, written } : replacement;
}

/**
 * What is replaced of a format's right side, and by what: `"%s" % (x,)` is matched as `"%s" % x`, but two values take the
 * place of that tuple and not of its element. Its comma stays, and tells the way back; in several rows it is a formatter's.
 */
function operandOf(found: SyntaxNode, { node: wanted }: Pattern): Replacement {
  const tuple = tupleAround(found);
  if (tuple && wanted.type === "tuple")
    return { node: tuple, written: (code) => code.replace(/,?\s*\)$/, ",)") };
  const isOperand = found.type === "tuple" && isRightOfPercent(found) && !found.text.includes("\n");
  if (isOperand && wanted.type !== "tuple" && hasTrailingComma(found))
    return { node: found, written: (code) => `(${code},)` };
  return { node: found, written: (code) => code };
}

/** The tuple on the right side of a format whose only element a node is. */
function tupleAround(node: SyntaxNode): SyntaxNode | undefined {
  let whole = node;
  while (whole.parent?.type === "parenthesized_expression") whole = whole.parent;
  const tuple = whole.parent;
  if (tuple?.type !== "tuple") return undefined;
  const elements = significantChildren(tuple).filter((child) => child.isNamed);
  return elements.length === 1 && isRightOfPercent(tuple) ? tuple : undefined;
}

function isRightOfPercent({ start, parent }: SyntaxNode): boolean {
  const isFormat = parent?.type === "binary_operator" && parent.field("operator")?.type === "%";
  return isFormat && parent.field("right")?.start === start;
}
