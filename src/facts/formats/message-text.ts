import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { stringValue, withoutParentheses } from "../module/syntax.ts";

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
  const inner = withoutParentheses(node);
  const literal = plainText(inner);
  if (literal !== undefined) return literal;
  if (inner.type === "call" && isTranslation(inner)) {
    const [only, ...more] = (inner.field("arguments") ?? inner).namedChildren;
    return only && more.length === 0 ? plainText(withoutParentheses(only)) : undefined;
  }
  if (inner.type === "binary_operator" && inner.field("operator")?.text === "+") {
    const left = inner.field("left");
    const right = inner.field("right");
    const parts = [left && messageText(module, left), right && messageText(module, right)];
    return parts.every((part) => typeof part === "string") ? parts.join("") : undefined;
  }
  if (inner.type !== "identifier") return undefined;
  const value = onlyValue(module, inner);
  return value && value.type !== "identifier" ? messageText(module, value) : undefined;
}

/** Whether an expression is surely a text: a message, filled by `%` or not. */
export function isText(module: ModuleFacts, node: SyntaxNode): boolean {
  const inner = withoutParentheses(node);
  const isFilled = inner.type === "binary_operator" && inner.field("operator")?.text === "%";
  const left = isFilled ? inner.field("left") : inner;
  return left !== null && messageText(module, left) !== undefined;
}

/** A literal's text; bytes and f-strings are no messages. */
function plainText(node: SyntaxNode): string | undefined {
  if (node.type !== "string" && node.type !== "concatenated_string") return undefined;
  return /^[bBfF]/.test(node.text) ? undefined : stringValue(node);
}

/** The value of a name that is bound once, in the same block as far as the lookup goes. */
export function onlyValue(module: ModuleFacts, name: SyntaxNode): SyntaxNode | undefined {
  const found = module.lookup(name.text, module.scopeAt(name));
  const [only, ...more] = found?.bindings ?? [];
  if (!only || more.length > 0 || only.kind !== "assignment" || !only.value) return undefined;
  return only.value;
}

/** `LOG.debug(…)`, by the names that loggers have. */
export function isLogCall(call: SyntaxNode | null): boolean {
  return /^(self\.)?_?(LOG|log|logger)\.[a-z]+$/.test(call?.field("function")?.text ?? "");
}
