import {
  descendants,
  type ModuleFacts,
  oneLine,
  type SyntaxNode,
  withoutParentheses,
} from "../../../src/rule.ts";
import { endsFunction, returnMissing } from "./last-statement.ts";

/** `low <= size <= high`, `(total - flushed) * 2`, `{'id': name}`: an expression that calls nothing has no effect. */
export function idleExpression(module: ModuleFacts, value: SyntaxNode): string | undefined {
  const inner = withoutParentheses(value);
  if (inner.type === "comparison_operator" && inner.children.some(({ type }) => type === "=="))
    return `'${oneLine(inner.text, 50)}' compares and does nothing with the answer: '=' or a condition is meant`;
  if (/^(true|false)$/.test(inner.type))
    return endsFunction(module, value) ? returnMissing(value) : undefined;
  if (!isMaking(inner) || !isWithoutEffect(inner)) return undefined;
  return endsFunction(module, value)
    ? returnMissing(value)
    : `'${oneLine(value.text, 50)}' makes a value that nothing takes`;
}

/** `first, second` as the last line of a function. */
export function idleTuple(module: ModuleFacts, statement: SyntaxNode): string | undefined {
  const [value] = statement.namedChildren;
  const isTuple =
    statement.children.some(({ type }) => type === ",") && statement.namedChildren.every(isWithoutEffect);
  return value && isTuple && endsFunction(module, value) ? returnMissing(statement) : undefined;
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
