import { type Finding, instead, type SyntaxNode } from "../../../src/rule.ts";

/** `query.filter(Port.id in ids)`: no SQL is made of `in`, `is` and `not`, which give their answer at once. */
export function* askedByPython(node: SyntaxNode): Generator<Finding> {
  const operator = node.children.find(({ type }) => /^(not )?in$|^is( not)?$/.test(type))?.type;
  const column = node.namedChildren[0];
  if (operator === undefined || column?.type !== "attribute" || node.parent?.type !== "argument_list") return;
  const callee = node.parent.parent?.field("function")?.text.split(".").at(-1) ?? "";
  if (
    !/^(filter|where|and_|or_)$/.test(callee) ||
    !/^(models?\w*\.)?[A-Z]\w*[a-z]\w*\.[a-z]\w*$/.test(column.text)
  )
    return;
  const meant = operator.endsWith("in") ? "in_()" : operator === "is" ? "is_()" : "isnot()";
  const [, value, ...more] = node.namedChildren;
  const asked =
    value && more.length === 0 ? `${column.text}.${meant.replace(")", `${value.text})`)}` : undefined;
  yield {
    span: node,
    message: `Python answers '${operator}' before any SQL is made of it, whatever '${column.text}' holds in the table: '${meant}' is meant`,
    fix: asked === undefined ? undefined : instead(node, operator === "not in" ? `~${asked}` : asked),
  };
}
