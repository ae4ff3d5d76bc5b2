import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { isLogCall } from "./loggers.ts";
import { isText } from "./message-text.ts";

/** What takes a value up as it is: the call, the `%` or the f-string, past a tuple, a dictionary or a keyword. */
export function takerOf(value: SyntaxNode): SyntaxNode | undefined {
  let at: SyntaxNode | null = value.parent;
  while (at && PASSES_ON.test(at.type) && (at.type !== "pair" || at.field("value") === value)) at = at.parent;
  if (at?.type !== "binary_operator") return at ?? undefined;
  const isFilled = at.field("operator")?.text === "%" && (at.field("left")?.end ?? 0) < value.start;
  return isFilled ? at : undefined;
}

const PASSES_ON =
  /^(argument_list|keyword_argument|tuple|dictionary|pair|parenthesized_expression|interpolation)$/;

/** Whether a value is put into a message as it is: written to the log, or filled into a text. */
export function isPutIntoText(module: ModuleFacts, value: SyntaxNode): boolean {
  if (value.parent?.type === "keyword_argument" && value.fieldName === "name") return false;
  const taker = takerOf(value);
  if (taker?.type === "string") return true;
  const format = taker?.type === "binary_operator" ? taker.field("left") : null;
  if (format) return isText(module, format);
  const callee = taker?.type === "call" ? taker.field("function") : null;
  if (!taker || !callee) return false;
  // a logger's keywords say more than the message does
  if (isLogCall(taker)) return value.parent?.type !== "keyword_argument";
  const object = callee.field("attribute")?.text === "format" ? callee.field("object") : null;
  return object !== null && isText(module, object);
}
