import { type Finding, type Rule, type RuleContext, type SyntaxNode, stringValue } from "../../src/rule.ts";

/** `['one', 'two' 'three']` on lines of their own: two elements became one. */
export const missingComma: Rule = {
  id: "names/missing-comma",
  title: "strings that a missing comma joins",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/lexical_analysis.html#string-literal-concatenation",
  mentions: [["'", '"']],
  check,
};

/** Two strings that are one word each, the second on a line of its own. */
const JOINED = /(['"])[\w.:/-]+\1[ \t]*(?:#[^\n]*)?\r?\n[ \t]*(['"])[\w.:/-]+\2/;

function* check({ module, text }: RuleContext): Generator<Finding> {
  if (!JOINED.test(text)) return;
  for (const joined of module.tree.ofType("concatenated_string")) {
    const list = joined.parent;
    if (!list || !/^(list|tuple|set)$/.test(list.type)) continue;
    const parts = joined.namedChildren;
    const others = list.namedChildren.filter((element) => element !== joined && element.type !== "comment");
    if (others.length < 2 || !parts.every(isWord) || !others.every(isWord) || !/\n/.test(joined.text))
      continue;
    if (parts.slice(0, -1).some((part) => /[.:/-]$/.test(stringValue(part) ?? ""))) continue;
    yield {
      span: joined,
      message: `a comma is missing: the elements ${parts.map((part) => part.text).join(" and ")} are the one string '${stringValue(joined)}'`,
    };
  }
}

function isWord(node: SyntaxNode): boolean {
  return node.type === "string" && /^[\w.:/-]+$/.test(stringValue(node) ?? "");
}
