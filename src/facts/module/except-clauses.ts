import type { SyntaxNode } from "../../parse/tree.ts";
import { ancestorOf, fieldsOf, withoutParentheses } from "./syntax.ts";

/** The expressions that an except clause names; none for a bare `except:`. */
export function caughtBy(clause: SyntaxNode): readonly SyntaxNode[] {
  const [value] = fieldsOf(clause, "value");
  if (!value) return [];
  const named = withoutParentheses(value.type === "as_pattern" ? (value.namedChildren[0] ?? value) : value);
  return named.type === "tuple" ? named.namedChildren : [named];
}

/** The name that an except clause gives what it caught: `e` of `as e`, and of Python 2's `, e`. */
export function caughtName(clause: SyntaxNode): string | undefined {
  const alias = fieldsOf(clause, "alias")[0];
  if (alias) return alias.text;
  for (const node of clause.namedChildren)
    if (node.type === "as_pattern")
      return node.namedChildren.find(({ type }) => type === "as_pattern_target")?.text;
  return undefined;
}

/** The innermost handler around a name that gives it what was caught. */
export function handlerNaming(name: SyntaxNode): SyntaxNode | undefined {
  for (let at = ancestorOf(name, ...AROUND); at?.type === "except_clause"; at = ancestorOf(at, ...AROUND))
    if (caughtName(at) === name.text) return at;
  return undefined;
}

const AROUND = ["except_clause", "function_definition"];
