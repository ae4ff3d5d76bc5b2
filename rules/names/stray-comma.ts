import {
  type Finding,
  instead,
  oneLine,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `query = query.filter(host),`: the comma makes a tuple of the value. */
export const strayComma: Rule = {
  id: "names/stray-comma",
  title: "comma after a value that makes a tuple of it",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#expression-lists",
  mentions: [[",\n", ",\r\n", ", #", ",  #"]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const list of module.tree.ofType("expression_list")) {
    const [value, ...more] = list.namedChildren;
    const assignment = list.parent;
    if (!value || more.length > 0 || assignment?.type !== "assignment" || list.fieldName !== "right")
      continue;
    const target = assignment.field("left");
    if (!target || !/^(identifier|attribute)$/.test(target.type) || isOfMany(target) || !isMade(value))
      continue;
    yield {
      span: list,
      message: `the comma at the end makes a tuple of the value: '${target.text}' is (${oneLine(value.text)},)`,
      fix: instead({ start: value.end, end: list.end }, ""),
    };
  }
}

/** A call, a text, an attribute or an item; `x = y,` of a plain name may be meant. */
function isMade(value: SyntaxNode): boolean {
  return /^(call|subscript|string|concatenated_string|attribute|true|false|integer|binary_operator)$/.test(
    value.type,
  );
}

/** A name that says so: `args`, `options`, `pair`, `__slots__`. */
function isOfMany(target: SyntaxNode): boolean {
  return /(s|tuple|list|pair|argv|data|__)$/i.test(target.text);
}
