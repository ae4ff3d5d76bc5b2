import {
  type Finding,
  type FormatArguments,
  formatMisfit,
  messageText,
  namedChildren,
  nodesOfType,
  type Rule,
  type RuleContext,
  readPercentFormat,
  renamedKey,
  type SyntaxNode,
  withoutParentheses,
} from "../../src/rule.ts";

/** `format % arguments` where the two do not fit: TypeError, ValueError or KeyError instead of the message. */
export const percentArguments: Rule = {
  id: "formats/percent-arguments",
  title: "format operator whose arguments do not fit",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting",
  mentions: [["%"]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const node of nodesOfType(module.tree, "binary_operator")) {
    if (node.field("operator")?.text !== "%") continue;
    const left = node.field("left");
    const right = node.field("right");
    const text = left && right ? messageText(module, left) : undefined;
    if (text === undefined || !right || isPlainModulo(text)) continue;
    const misfit = formatMisfit(module, text, passed(withoutParentheses(right)));
    if (!misfit) continue;
    const edits = renamedKey(module, text, withoutParentheses(right));
    yield {
      span: node,
      message: `the format does not fit its arguments: ${misfit}`,
      ...(edits ? { fix: { kind: "unsafe", title: "give the mapping's key the format's name", edits } } : {}),
    };
  }
}

/** A text without any placeholder is no format; `'%%' % ()` is rare enough to leave out. */
function isPlainModulo(text: string): boolean {
  const { placeholders, broken } = readPercentFormat(text);
  return placeholders.length === 0 && broken.length === 0 && !text.includes("%");
}

function passed(right: SyntaxNode): FormatArguments {
  if (right.type === "tuple") return { kind: "tuple", values: namedChildren(right) };
  return right.type === "dictionary" ? { kind: "mapping", value: right } : { kind: "one", value: right };
}
