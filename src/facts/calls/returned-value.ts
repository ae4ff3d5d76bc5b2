import { ownNodes } from "../module/syntax.ts";
import type { PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { keepsResult } from "./kept-result.ts";
import { isPromise } from "./overrides.ts";

/**
 * Whether a call of the function gives None for certain: it has statements of its own, no `return` with a value and no `yield`.
 *
 * Promises (abstract methods, `pass`, `raise NotImplementedError`) and coroutines say nothing of what a call gives.
 */
export function givesNone(project: ProjectFacts, placed: PlacedFunction): boolean {
  const { function: facts } = placed;
  if (isPromise(placed) || facts.isAsync || !keepsResult(project, placed)) return false;
  for (const node of ownNodes(facts.node)) {
    if (node.type === "yield") return false;
    if (node.type === "return_statement" && node.namedChildren.some(({ type }) => type !== "none"))
      return false;
  }
  const statements = facts.node.field("body")?.namedChildren ?? [];
  // what does nothing else than to say `return None` has None to give
  const isNull = /^return\s+None$/.test(
    statements.filter(({ text }) => !/^[rRuUbB]*["']/.test(text))[0]?.text ?? "",
  );
  return statements.at(-1)?.type !== "raise_statement" && !isNull;
}
