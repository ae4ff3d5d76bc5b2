import { argumentsOf, type ModuleFacts, type SyntaxNode, withoutParentheses } from "../../../src/rule.ts";
import { givesBytes, isText } from "./kinds.ts";

/** `x.digest().encode(…)`, and `.split('\n')` of what a process wrote. */
export function bytesForText(module: ModuleFacts, call: SyntaxNode, callee: SyntaxNode): string | undefined {
  const object = callee.type === "attribute" ? callee.field("object") : null;
  const method = callee.field("attribute")?.text ?? "";
  if (!object || !givesBytes(module, object)) return undefined;
  if (/^(encode|format)$/.test(method))
    return `${shown(object)} are bytes, which have no ${method}(): AttributeError in Python 3`;
  const [first] = argumentsOf(call);
  const takes = /^(split|rsplit|strip|startswith|endswith|replace|find|partition|index|count)$/.test(method);
  return takes && first?.kind === "positional" && isText(first.value)
    ? `${method}() of bytes, which ${shown(object)} are, takes no text: TypeError in Python 3`
    : undefined;
}

/** `'error' in subprocess.check_output(…)`. */
export function textInBytes(module: ModuleFacts, comparison: SyntaxNode): string | undefined {
  const [left, right] = comparison.namedChildren;
  const isIn = comparison.children.some(({ type }) => type === "in" || type === "not in");
  return isIn && left && right && isText(left) && givesBytes(module, right)
    ? `'in' looks for text in bytes, which ${shown(right)} are: TypeError in Python 3`
    : undefined;
}

function shown(node: SyntaxNode): string {
  const inner = withoutParentheses(node);
  return inner.type === "call"
    ? `the result of ${inner.field("function")?.text.split("\n")[0] ?? ""}()`
    : `'${inner.text}'`;
}
