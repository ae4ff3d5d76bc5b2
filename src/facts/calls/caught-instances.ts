import type { SyntaxNode } from "../../parse/tree.ts";
import { isInside } from "../../text/span.ts";
import { caughtBy, handlerNaming } from "../module/except-clauses.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";

/**
 * The class of `error` inside of `except Broken as error:`, or the first one above all that are caught; it may be of one
 * below that. `undefined` where one of them is not of the tree, or the handler gives the name something else.
 */
export function classCaught(
  project: ProjectFacts,
  module: ModuleFacts,
  name: SyntaxNode,
): PlacedClass | undefined {
  const clause = handlerNaming(name);
  const block = clause?.namedChildren.at(-1);
  if (!clause || !block || isBoundIn(module, name, block)) return undefined;
  const orders = caughtBy(clause).map((caught) => {
    const meaning = project.meaning(module, caught);
    return meaning.kind === "class" ? project.classOrder(meaning).classes : [];
  });
  const [first = [], ...others] = orders;
  return first.find(({ class: facts }) => others.every((order) => order.some((one) => one.class === facts)));
}

/** Whether the block gives the name another value. */
function isBoundIn(module: ModuleFacts, name: SyntaxNode, block: SyntaxNode): boolean {
  const bindings = module.lookup(name.text, module.scopeAt(name))?.bindings ?? [];
  return bindings.some(({ node }) => isInside(node, block));
}
