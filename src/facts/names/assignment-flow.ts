import type { SyntaxNode } from "../../parse/tree.ts";
import { descendants } from "../module/syntax.ts";
import { type Gap, type Slot, Slots } from "./flow-state.ts";
import { StatementFlow } from "./flow-statements.ts";

/** A read of a local name that has a value on no way, or not on every way. */
export interface UnboundRead {
  readonly name: string;
  readonly node: SyntaxNode;
  /** Whether some way to the read binds the name. */
  readonly sometimes: boolean;
  readonly gaps: readonly Gap[];
}

/**
 * Reads of local names that may come before any binding, in text order, each place once.
 *
 * Ways are syntactic: conditions are not evaluated, except `while True`. Nested functions and lambdas are not
 * entered; `locals` are the names that the function itself binds, parameters left out. In Python 3 the end of `except … as
 * name` deletes the name.
 */
export function unboundReadsOf(
  definition: SyntaxNode,
  locals: ReadonlySet<string>,
  neverReturns: (call: SyntaxNode) => boolean = () => false,
  isPython3 = false,
): readonly UnboundRead[] {
  const body = definition.field("body");
  if (!body || locals.size === 0) return [];
  const start: Slot = { gaps: [{ kind: "start", at: definition }], sometimes: false };
  const found = new FoundReads();
  const flow = new StatementFlow(locals, neverReturns, (name, slot) => found.add(name, slot), isPython3);
  flow.block(body, new Slots(new Map([...locals].map((name) => [name, start]))));
  return found.inOrder();
}

/** The reads by their places; a statement may be gone through more than once. */
class FoundReads {
  private readonly byStart = new Map<number, UnboundRead>();

  add(node: SyntaxNode, slot: Slot): void {
    const held = this.byStart.get(node.start);
    const gaps = held ? [...new Set([...held.gaps, ...slot.gaps])] : slot.gaps;
    const sometimes = slot.sometimes || held?.sometimes === true;
    this.byStart.set(node.start, { name: node.text, node, sometimes, gaps });
  }

  inOrder(): readonly UnboundRead[] {
    return [...this.byStart.values()].sort((a, b) => a.node.start - b.node.start);
  }
}

/** Whether no way through the function comes back: it has no `return` that is reached and its end is not. */
export function neverComesBack(definition: SyntaxNode): boolean {
  const body = definition.field("body");
  if (!body) return false;
  for (const node of descendants(body, ({ type }) => type !== "function_definition"))
    if (node.type === "return_statement" || node.type.startsWith("yield")) return false;
  const flow = new StatementFlow(
    new Set(),
    () => false,
    () => {},
  );
  return flow.block(body, new Slots(new Map())) === null;
}
