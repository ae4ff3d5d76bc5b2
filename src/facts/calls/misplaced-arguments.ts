import type { SyntaxNode } from "../../parse/tree.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { confused } from "./confused-arguments.ts";
import { type FittedCall, type Misplaced, placedArguments } from "./placed-arguments.ts";
import { pushed, shifted, slid } from "./shifted-arguments.ts";
import { cycled, halfSwapped, swapped } from "./swapped-arguments.ts";

/** How arguments come to stand in other places, what is plainest first. */
const WAYS = [swapped, cycled, pushed, slid, shifted, halfSwapped, confused];

/**
 * Positional arguments that bear the names of parameters at other places; `undefined` where none seems misplaced.
 *
 * A call that is refused for more than a missing argument says nothing of the order.
 */
export function misplacedIn(checked: FittedCall): Misplaced | undefined {
  if (checked.fit.misfits.some(({ kind }) => kind !== "missing")) return undefined;
  const placed = placedArguments(checked);
  if (placed.length === 0) return undefined;
  for (const way of WAYS) {
    const found = way(checked, placed);
    if (found) return found;
  }
  return undefined;
}

const TURNING =
  /revers|revert|flip|\bswap(s|ping)?\b|opposite|other way|fail-?_?back|mirror(?!_count|s\b)|undo|rollback|invert/i;

/** Whether a call passes its arguments turned around on purpose: it undoes or mirrors something, and its name says so. */
export function isTurnedAround(
  module: ModuleFacts,
  call: SyntaxNode,
  callee: FunctionFacts,
  { isPlain, isShifted }: Misplaced,
): boolean {
  const around = module.functionAround(call);
  // what came too early changed places with nothing
  if (!around || isShifted === true) return false;
  // a long function tells of many things
  if (TURNING.test(isPlain ? around.name : around.node.text)) return true;
  return around === callee || turnsItsOwn(around, call);
}

/** `def new(old, now): return gone(now, old)`: the function is nothing but the call, with its own parameters the other way round. */
function turnsItsOwn(around: FunctionFacts, call: SyntaxNode): boolean {
  const statements = around.node.field("body")?.namedChildren ?? [];
  const [only] = statements.filter(({ text, type }) => type !== "comment" && !/^[rub]*["']/i.test(text));
  if (only?.type !== "return_statement" || only.namedChildren[0]?.start !== call.start) return false;
  const given = (call.field("arguments")?.namedChildren ?? []).map(({ text }) => text);
  const own = around.parameters.map(({ name }) => name).filter((name) => given.includes(name));
  return (
    own.length === given.length &&
    own.length > 1 &&
    own.every((name, at) => given[own.length - 1 - at] === name)
  );
}
