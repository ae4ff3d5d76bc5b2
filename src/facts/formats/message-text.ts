import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { stringValue, withoutParentheses } from "../module/syntax.ts";
import { valueAt } from "./value-at.ts";

/** Functions that hand back their (translated) message. */
const TRANSLATORS = /^((?!self\.)\w+\.)?(_|_LE|_LI|_LW|_LC|_N|_P|_C|gettext|ugettext)$/;

/** Whether the call marks its message for translation. */
export function isTranslation(call: SyntaxNode): boolean {
  return call.type === "call" && TRANSLATORS.test(call.field("function")?.text ?? "");
}

/**
 * The text of a message: a literal, `_(…)` around one, literals joined by `+`; a local or module name that is
 * given such a text once. `undefined` where it is not written out.
 */
export function messageText(module: ModuleFacts, node: SyntaxNode): string | undefined {
  return textThrough(module, node, []);
}

/** The text by way of the values that names stand for: `text = text + "…"` leads to itself. */
function textThrough(
  module: ModuleFacts,
  node: SyntaxNode,
  values: readonly SyntaxNode[],
): string | undefined {
  const inner = withoutParentheses(node);
  const literal = plainText(inner);
  if (literal !== undefined) return literal;
  if (inner.type === "call" && isTranslation(inner)) {
    const [only, ...more] = (inner.field("arguments") ?? inner).namedChildren;
    return only && more.length === 0 ? plainText(withoutParentheses(only)) : undefined;
  }
  if (inner.type === "binary_operator" && inner.field("operator")?.text === "+") {
    const sides = [inner.field("left"), inner.field("right")];
    const parts = sides.map((side) => (side ? textThrough(module, side, values) : undefined));
    return parts.every((part) => part !== undefined) ? parts.join("") : undefined;
  }
  const value = valueOfName(module, inner);
  return value && !values.includes(value) ? textThrough(module, value, [...values, value]) : undefined;
}

/** Whether an expression is surely a text: a message, filled by `%` or not; a name that is given nothing but one. */
export function isText(module: ModuleFacts, node: SyntaxNode): boolean {
  const inner = withoutParentheses(node);
  if (isMessage(module, inner)) return true;
  const found = inner.type === "identifier" ? module.lookup(inner.text, module.scopeAt(inner)) : undefined;
  return (
    found?.bindings.every((one) => one.kind === "assignment" && one.value && isMessage(module, one.value)) ===
    true
  );
}

function isMessage(module: ModuleFacts, node: SyntaxNode): boolean {
  const inner = withoutParentheses(node);
  const isFilled = inner.type === "binary_operator" && inner.field("operator")?.text === "%";
  const left = isFilled ? inner.field("left") : inner;
  return left !== null && messageText(module, left) !== undefined;
}

/** What a name is given where that is no other name. */
function valueOfName(module: ModuleFacts, node: SyntaxNode): SyntaxNode | undefined {
  const value = valueAt(module, node);
  return value?.type === "identifier" ? undefined : value;
}

/** A literal's text; bytes and f-strings are no messages. */
function plainText(node: SyntaxNode): string | undefined {
  if (node.type !== "string" && node.type !== "concatenated_string") return undefined;
  return /^[bBfF]/.test(node.text) ? undefined : stringValue(node);
}
