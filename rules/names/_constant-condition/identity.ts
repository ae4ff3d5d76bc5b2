import { type Finding, type Fix, instead, oneLine, type SyntaxNode } from "../../../src/rule.ts";

/** The types of nodes that are a value written out. */
export const LITERAL: RegExp = /^(string|concatenated_string|integer|float)$/;

/** Values that no other place can hold. */
const MADE_ANEW = /^(list|dictionary|set)$/;

/** `x is 'a'`, `x is []`. */
export function identityOf(comparison: SyntaxNode): Finding | undefined {
  const { children, namedChildren } = comparison;
  if (!children.some(({ type }) => type === "is" || type === "is not")) return undefined;
  const literal = namedChildren.find(({ type }) => LITERAL.test(type));
  if (literal)
    return {
      span: comparison,
      message: `'is' compares identity: whether it holds for ${literal.text} is up to the interpreter; '==' is meant`,
      fix: byEquality(comparison, "safe"),
    };
  const made = namedChildren.find(({ type }) => MADE_ANEW.test(type));
  return (
    made && {
      span: comparison,
      message: `'is' compares identity: ${oneLine(made.text)} is made anew here and is nothing else, so that the answer is always the same; '==' is meant`,
      fix: byEquality(comparison, "unsafe"),
    }
  );
}

/** `x == 'y'` for `x is 'y'`, which is the same wherever it was true; `x is []` never was. */
function byEquality({ children }: SyntaxNode, safety: Fix["kind"]): Fix | undefined {
  const operator = children[1];
  if (!operator || children.length !== 3) return undefined;
  return instead(operator, operator.type === "is" ? "==" : "!=", safety);
}
