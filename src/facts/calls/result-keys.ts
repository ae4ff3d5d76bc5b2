import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentsOf } from "../module/calls.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import { descendants, literalKeys, ownNodes, stringValue } from "../module/syntax.ts";
import type { Callee, ProjectFacts } from "../tree/project.ts";
import { overridesOf } from "../tree/subclasses.ts";
import { keepsResult } from "./kept-result.ts";

/**
 * The keys of the dictionaries that a function gives, of all of them together; `undefined` where one is not written out by the
 * function, goes through other hands or may be another function's.
 */
export function resultKeys(project: ProjectFacts, placed: Callee): ReadonlySet<string> | undefined {
  return project.onceFor(placed.function, "keys of what it gives", () => {
    const { function: facts } = placed;
    if (facts.isAsync || !keepsResult(project, placed)) return undefined;
    if (placed.class && overridesOf(project, placed.class, facts.name).length > 0) return undefined;
    const keys = new Set<string>();
    for (const node of ownNodes(facts.node)) {
      if (node.type === "yield") return undefined;
      const value = node.type === "return_statement" ? node.namedChildren[0] : undefined;
      if (!value || value.type === "none") continue;
      const given = value.type === "identifier" ? keysOfName(facts, value.text) : keysOf(value);
      if (!given) return undefined;
      for (const key of given) keys.add(key);
    }
    return keys.size > 0 ? keys : undefined;
  });
}

function keysOf(value: SyntaxNode): readonly string[] | undefined {
  return value.type === "dictionary" ? literalKeys(value) : undefined;
}

/** The keys that a name of the function has in the end, where all that is done with it is to write and read keys. */
function keysOfName(facts: FunctionFacts, name: string): readonly string[] | undefined {
  const bindings = facts.scope.bindings.get(name) ?? [];
  const keys: string[] = [];
  for (const binding of bindings) {
    const given = binding.kind === "assignment" && binding.value ? keysOf(binding.value) : undefined;
    if (!given) return undefined;
    keys.push(...given);
  }
  if (bindings.length === 0) return undefined;
  for (const node of descendants(facts.node)) {
    if (node.type !== "identifier" || node.text !== name) continue;
    const added = addedBy(node);
    if (!added) return undefined;
    keys.push(...added);
  }
  return keys;
}

/** The keys that a use of a dictionary's name adds to it; `undefined` where it may be any. */
function addedBy(node: SyntaxNode): readonly string[] | undefined {
  const { parent } = node;
  const isName =
    /^(keyword_argument|attribute)$/.test(parent?.type ?? "") &&
    /^(name|attribute)$/.test(node.fieldName ?? "");
  if (isName || /^(return_statement|comparison_operator)$/.test(parent?.type ?? "")) return [];
  if (parent?.type === "assignment") return node.fieldName === "left" ? [] : undefined;
  if (parent?.type === "subscript" && node.fieldName === "value") {
    const key = stringValue(parent.field("subscript"));
    return key === undefined ? undefined : [key];
  }
  const call = parent?.type === "attribute" ? parent.parent : null;
  if (call?.type !== "call") return undefined;
  const method = parent?.field("attribute")?.text ?? "";
  if (/^(get|keys|values|items|pop)$/.test(method)) return [];
  const [first, ...more] = argumentsOf(call);
  if (method === "setdefault") {
    const key = stringValue(first?.value);
    return key === undefined ? undefined : [key];
  }
  if (method !== "update" || more.length > 0 || first?.kind !== "positional") return undefined;
  return keysOf(first.value);
}
