import type { SyntaxNode } from "../../parse/tree.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import { descendants } from "../module/syntax.ts";
import { hasBuiltinMember } from "./builtin-members.ts";
import type { BuiltinKind } from "./builtin-results.ts";

/**
 * Where a function does with a parameter what no value of a kind can do: it calls it, or reads an attribute of it that the kind
 * does not have. Only what every run comes to counts, and nothing where the function asks what it got.
 */
export function refusedUse(facts: FunctionFacts, name: string, kind: BuiltinKind): SyntaxNode | undefined {
  const body = facts.node.field("body");
  if (!body || facts.scope.bindings.get(name)?.length !== 1) return undefined;
  for (const use of descendants(body)) {
    // some runs end here
    if (/^(return|raise)_statement$/.test(use.type)) return undefined;
    if (use.type !== "identifier" || use.text !== name) continue;
    // from here on some runs may know better
    if (!isPlainRead(use, body)) return undefined;
    const { parent } = use;
    if (parent?.type === "call") return parent;
    if (
      parent?.type === "attribute" &&
      use.fieldName === "object" &&
      !hasBuiltinMember(kind, parent.field("attribute")?.text ?? "")
    )
      return parent;
  }
  return undefined;
}

/** Whether every run that comes to the end of the function comes by, and decides nothing there. */
function isPlainRead(use: SyntaxNode, body: SyntaxNode): boolean {
  for (let at = use; at.parent && at !== body; at = at.parent) {
    const { parent } = at;
    if (CHOOSING.test(parent.type)) return false;
    if (parent.type === "if_statement" && at.fieldName !== "condition") return false;
    if (parent.type === "for_statement" && at.fieldName !== "right") return false;
    if (
      parent.type === "argument_list" &&
      /^(isinstance|hasattr|getattr|callable|type)$/.test(parent.parent?.field("function")?.text ?? "")
    )
      return false;
  }
  return true;
}

const CHOOSING =
  /^(elif_clause|else_clause|while_statement|try_statement|boolean_operator|not_operator|comparison_operator|conditional_expression|lambda|function_definition|class_definition|match_statement|assert_statement|.*comprehension|generator_expression)$/;
