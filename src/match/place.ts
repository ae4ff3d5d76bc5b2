import type { SyntaxNode } from "../parse/tree.ts";
import type { Match } from "./binding.ts";

/** The first node of a match, leaving out the block that merely holds it. */
export function firstNodeOf(match: Match): SyntaxNode | undefined {
  let first: SyntaxNode | undefined;
  for (let at = match.bindings; at; at = at.rest) {
    const { pattern, nodes } = at.pairing;
    const node = nodes[0];
    if (node && pattern.node.type !== "module" && (!first || node.start < first.start)) first = node;
  }
  return first;
}
