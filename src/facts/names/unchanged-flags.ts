import type { SyntaxNode } from "../../parse/tree.ts";
import { isInside } from "../../text/span.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import { ancestorOf } from "../module/syntax.ts";
import type { Decision } from "./deciding-conditions.ts";

/**
 * Whether a way that passes by an `if` also meets a condition after it, so that the condition keeps nothing out: it asks a flag
 * which only that `if` changes, and is as the flag was before.
 *
 * `result = OK`, `if nodes: result, reason = wait()`, `if result != OK: return`: who comes by without nodes goes on to
 * read `reason`.
 *
 * @param gap the `if` that sets the flag together with the name of the read
 */
export function holdsUnchanged(
  facts: FunctionFacts,
  gap: SyntaxNode,
  read: SyntaxNode,
  { condition, holds }: Decision,
): boolean {
  const test = holds === undefined ? undefined : flagTest(condition.text);
  const value = test && valueBefore(facts, test.flag, gap, read);
  return test !== undefined && value !== undefined && isAnswer(test, value, holds === true);
}

/** A condition that asks one name: `flag`, `not flag`, `flag is None`, `flag in (A, B)`. */
interface FlagTest {
  readonly flag: string;
  readonly operator: "not" | "==" | "!=" | "is" | "is not" | "in" | "not in" | undefined;
  /** What it is compared with. */
  readonly other: string;
}

function flagTest(condition: string): FlagTest | undefined {
  const [, not, flag, operator, other = ""] =
    /^(not )?(\w+)(?: (==|!=|is|is not|in|not in) ([\w.'"]+|\([\w.'", ]+\)))?$/.exec(condition) ?? [];
  if (!flag || (not && operator)) return undefined;
  return { flag, operator: (not ? "not" : operator) as FlagTest["operator"], other };
}

/** The value of a flag on the way past an `if`, which alone sets it anew before the read; `undefined` where that is not plain. */
function valueBefore(
  facts: FunctionFacts,
  flag: string,
  gap: SyntaxNode,
  read: SyntaxNode,
): string | undefined {
  if (gap.namedChildren.some(({ type }) => /^el(se|if)_/.test(type))) return undefined;
  const bindings = (facts.scope.bindings.get(flag) ?? []).filter(({ node }) => node.start < read.start);
  const [first, ...others] = bindings;
  const isSetOnce = first !== undefined && first.node.start < gap.start && isOnTheWay(first.node, gap);
  if (!isSetOnce || first.kind !== "assignment" || others.length === 0) return undefined;
  return others.every(({ node }) => isInside(node, gap)) ? first.value?.text : undefined;
}

/** Whether a test comes out as it has to when the flag is written as this value. */
function isAnswer({ operator, other }: FlagTest, value: string, holds: boolean): boolean {
  switch (operator) {
    case undefined:
      return isNothing(value) && !holds;
    case "not":
      return isNothing(value) && holds;
    case "in":
    case "not in":
      // a literal is none of the constants that are listed
      return (operator === "in") !== holds && /^(None|''|"")$/.test(value) && /^\([\w., ]+\)$/.test(other);
    default:
      return (operator === "is" || operator === "==") === holds && value === other;
  }
}

function isNothing(value: string): boolean {
  return /^(None|False|\[\]|\{\}|\(\)|0|''|"")$/.test(value);
}

/** Whether the statement around a binding stands in a block that is around the read as well. */
export function isOnTheWay(binding: SyntaxNode, read: SyntaxNode): boolean {
  const block = ancestorOf(binding, "block");
  return block !== undefined && isInside(read, block);
}
