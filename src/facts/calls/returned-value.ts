import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { ownNodes } from "../module/syntax.ts";
import type { PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { overridesOf } from "../tree/subclasses.ts";
import { calleeOfCall } from "./instances.ts";
import { keepsResult } from "./kept-result.ts";
import { isPromise } from "./overrides.ts";

/** So many functions are followed that give what the next one gives. */
const MAX_DEPTH = 3;

/**
 * Whether a call of the function gives None for certain: it has statements of its own, no `yield`, and no `return` with a value, but
 * for calls that give None themselves.
 *
 * Promises (abstract methods, `pass`, `raise NotImplementedError`) and coroutines say nothing of what a call gives.
 */
export function givesNone(project: ProjectFacts, placed: PlacedFunction, depth = 0): boolean {
  const { module, function: facts } = placed;
  if (isPromise(placed) || facts.isAsync || !keepsResult(project, placed)) return false;
  for (const node of ownNodes(facts.node)) {
    if (node.type === "yield") return false;
    const value = node.type === "return_statement" ? node.namedChildren[0] : undefined;
    if (value && value.type !== "none" && !isCallOfNone(project, module, value, depth)) return false;
  }
  const statements = facts.node.field("body")?.namedChildren ?? [];
  // what does nothing else than to say `return None` has None to give
  const isNull = /^return\s+None$/.test(
    statements.filter(({ text }) => !/^[rRuUbB]*["']/.test(text))[0]?.text ?? "",
  );
  return statements.at(-1)?.type !== "raise_statement" && !isNull;
}

/** A call of a function that gives None, and that no class below has otherwise. */
function isCallOfNone(project: ProjectFacts, module: ModuleFacts, value: SyntaxNode, depth: number): boolean {
  const callee = value.type === "call" && depth < MAX_DEPTH ? value.field("function") : null;
  const called = callee ? calleeOfCall(project, module, callee) : undefined;
  if (!called || called.function.name === "__init__" || !givesNone(project, called, depth + 1)) return false;
  return !called.class || overridesOf(project, called.class, called.function.name).length === 0;
}
