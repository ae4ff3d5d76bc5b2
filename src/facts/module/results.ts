import type { SyntaxNode } from "../../parse/tree.ts";
import type { FunctionFacts } from "./definitions.ts";
import { descendants } from "./syntax.ts";

/** A `return` or `yield` of a function's own body; the value is null where it gives None without a word. */
export interface Result {
  readonly kind: "return" | "yield";
  readonly value: SyntaxNode | null;
  readonly node: SyntaxNode;
}

/** What a function returns and yields, in text order. */
export function resultsOf(facts: FunctionFacts): readonly Result[] {
  const body = facts.node.field("body");
  const isOwn = ({ type }: SyntaxNode) => !/^(function_definition|class_definition|lambda)$/.test(type);
  return [...(body ? descendants(body, isOwn) : [])].flatMap((node): readonly Result[] => {
    const value = node.namedChildren[0] ?? null;
    if (node.type === "return_statement") return [{ kind: "return", value, node }];
    return node.type === "yield" ? [{ kind: "yield", value, node }] : [];
  });
}
