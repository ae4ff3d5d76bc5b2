import { type Finding, insertion, type RuleContext, type SyntaxNode } from "../../../src/rule.ts";

/** `{A: (B, C), D: (E,), F: (G)}`: one value of many without the comma that the others have. */
export function* amongTuples({ module }: RuleContext): Generator<Finding> {
  for (const node of module.tree.ofType("parenthesized_expression")) {
    const [only, ...more] = node.namedChildren;
    if (!only || more.length > 0 || !/^(identifier|attribute)$/.test(only.type) || node.text.includes("\n"))
      continue;
    const others = neighbours(node);
    if (others.length < 2 || !others.every(({ type }) => type === "tuple")) continue;
    yield {
      span: node,
      message: `${node.text} is what ${only.text} is, and no tuple, as all values beside it are`,
      fix: { kind: "unsafe", title: "make it a tuple", edits: [insertion(node.end - 1, ",")] },
    };
  }
}

/** The other values of the dictionary, or elements of the list, that a node is one of. */
function neighbours(node: SyntaxNode): readonly SyntaxNode[] {
  const isValue = node.parent?.type === "pair" && node.fieldName === "value";
  const display = isValue ? node.parent?.parent : node.parent;
  if (!display || !/^(dictionary|list)$/.test(display.type)) return [];
  return display.namedChildren
    .map((one) => (isValue ? (one.field("value") ?? one) : one))
    .filter(({ start }) => start !== node.start);
}
