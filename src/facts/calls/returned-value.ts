import type { FunctionFacts } from "../module/definitions.ts";
import { ownNodes } from "../module/syntax.ts";
import type { PlacedFunction } from "../tree/project.ts";
import { isPromise } from "./overrides.ts";

/**
 * Whether a call of the function gives None for certain: it has statements of its own, no `return` with a value and no `yield`.
 *
 * Promises (abstract methods, `pass`, `raise NotImplementedError`) and coroutines say nothing of what a call gives.
 */
export function givesNone(placed: PlacedFunction): boolean {
  const { function: facts } = placed;
  if (isPromise(placed) || facts.isAsync || !isPlain(facts)) return false;
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

/** Without decorators that could put a value in the place of None. */
function isPlain({ decorators }: FunctionFacts): boolean {
  return decorators.every(({ name }) =>
    /(^|\.)(staticmethod|classmethod|trace|synchronized|retry|deprecated|log_method_call)$/.test(name ?? ""),
  );
}
