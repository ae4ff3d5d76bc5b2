import { descendants, type ModuleFacts, oneLine, type SyntaxNode } from "../../../src/rule.ts";

/** `low <= size <= high`, `(total - flushed) * 2`, `{'id': name}`: an expression that calls nothing has no effect. */
export function idleExpression(module: ModuleFacts, value: SyntaxNode): string | undefined {
  const inner = inside(value);
  if (inner.type === "comparison_operator" && inner.children.some(({ type }) => type === "=="))
    return `'${oneLine(inner.text, 50)}' compares and does nothing with the answer: '=' or a condition is meant`;
  if (!isMaking(inner) || !isWithoutEffect(inner)) return undefined;
  return isLast(module, value)
    ? `'${oneLine(value.text, 50)}' does nothing as the last statement of the function: 'return' is missing`
    : `'${oneLine(value.text, 50)}' makes a value that nothing takes`;
}

/** `first, second` as the last line of a function. */
export function idleTuple(module: ModuleFacts, statement: SyntaxNode): string | undefined {
  const [value] = statement.namedChildren;
  const isTuple =
    statement.children.some(({ type }) => type === ",") && statement.namedChildren.every(isWithoutEffect);
  return value && isTuple && isLast(module, value)
    ? `'${oneLine(statement.text, 50)}' does nothing as the last statement of the function: 'return' is missing`
    : undefined;
}

function inside(value: SyntaxNode): SyntaxNode {
  const [only] = value.type === "parenthesized_expression" ? value.namedChildren : [];
  return only ? inside(only) : value;
}

/** What operators and displays make; `a >> b`, `a | b` and the like are the sentences of many a little language. */
function isMaking(value: SyntaxNode): boolean {
  switch (value.type) {
    case "comparison_operator":
    case "not_operator":
    case "boolean_operator":
    case "conditional_expression":
    case "dictionary":
    case "dictionary_comprehension":
    case "list_comprehension":
    case "tuple":
      return true;
    case "list":
      return value.namedChildren.length > 0;
    case "binary_operator":
      return /^(\+|-|\*|\/|\/\/)$/.test(value.field("operator")?.text ?? "");
    case "string":
      // f'…', which is no docstring
      return value.namedChildren.some(({ type }) => type === "interpolation");
    default:
      return false;
  }
}

/** Whether an expression runs no function, as far as its text goes: properties and operators of objects may. */
function isWithoutEffect(value: SyntaxNode): boolean {
  if (
    !/^(identifier|attribute|subscript|integer|float|string|true|false|none)$/.test(value.type) &&
    !isMaking(value)
  )
    return false;
  return [...descendants(value)].every(
    ({ type }) => !/^(call|await|yield|named_expression|ERROR)$/.test(type),
  );
}

/** Whether a statement ends a function that gives nothing else back. */
function isLast(module: ModuleFacts, value: SyntaxNode): boolean {
  const body = module.functionAround(value)?.node.field("body");
  return body?.namedChildren.at(-1)?.start === value.parent?.start;
}
