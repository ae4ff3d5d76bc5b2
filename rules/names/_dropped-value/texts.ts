import { oneLine, type SyntaxNode } from "../../../src/rule.ts";

/** `'| %s' % name` on a line of its own: no docstring, but the rest of a text that ended too early. */
export function filledText(value: SyntaxNode): string | undefined {
  const left = value.type === "binary_operator" ? value.field("left") : null;
  if (!left || !/string$/.test(left.type) || value.field("operator")?.text !== "%") return undefined;
  return `the text ${oneLine(left.text, 50)} is filled here and dropped: it belongs to what stands before it`;
}
