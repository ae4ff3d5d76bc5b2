import type { SyntaxNode } from "../../parse/tree.ts";
import { type Edit, insertion } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import { handlerNaming } from "../module/except-clauses.ts";
import type { ModuleFacts } from "../module/module.ts";
import { stringValue, withoutParentheses } from "../module/syntax.ts";
import { type FormatArguments, filledWith, formatMisfit } from "./format-fit.ts";
import { messageText } from "./message-text.ts";
import { readPercentFormat } from "./percent-format.ts";

/**
 * Edits that write `%` where a comma parts a format from its values, in a tuple or among arguments.
 *
 * `undefined` where the two would not fit even then: a wrong message is better than a new error.
 *
 * @param values what follows the format, without anything between
 */
export function percentForComma(
  module: ModuleFacts,
  format: SyntaxNode,
  values: readonly SyntaxNode[],
): readonly Edit[] | undefined {
  const comma = tokenAfter(format);
  const wrap = wrapping(module, format, values);
  const last = values.at(-1);
  if (comma?.type !== "," || !wrap || !last) return undefined;
  const end = tokenAfter(last);
  const isTuple = format.parent?.type !== "argument_list";
  const trailing = isTuple && end?.type === "," ? [{ span: spanOf(end), text: "" }] : [];
  return [{ span: spanOf(comma), text: " %" }, ...wrap, ...trailing];
}

/** Edits that take the values out of `_('…', value)` and put them after `%`. */
export function valuesOutOfCall(module: ModuleFacts, call: SyntaxNode): readonly Edit[] | undefined {
  const list = call.field("arguments");
  const [format, ...values] = list ? list.namedChildren : [];
  const comma = format && tokenAfter(format);
  const [first] = values;
  const last = values.at(-1);
  if (!format || comma?.type !== "," || !first || !last || tokenAfter(last)?.type === ",") return undefined;
  const wrap = wrapping(module, format, values);
  if (!wrap) return undefined;
  const gap = { start: comma.start, end: comma.end };
  const spaces = /^[ \t]*/.exec(module.text.slice(comma.end))?.[0].length ?? 0;
  const isPlain = wrap.length === 0;
  const close = { span: { start: call.end - 1, end: call.end }, text: "" };
  if (isPlain && !call.text.includes("\n")) return [{ span: gap, text: ") %" }, close];
  // the closing parenthesis of the call becomes that of the values, so that lines may go on within it
  const tail = wrap.some(({ text }) => text === ",)")
    ? [{ span: { start: last.end, end: last.end }, text: "," }]
    : [];
  return [{ span: { start: gap.start, end: gap.end + spaces }, text: ") % (" }, ...tail];
}

/** The brackets that the values need behind `%`; `undefined` where they do not fit the format. */
function wrapping(
  module: ModuleFacts,
  format: SyntaxNode,
  values: readonly SyntaxNode[],
): readonly Edit[] | undefined {
  const text = messageText(module, format);
  const [first, ...more] = values;
  const last = values.at(-1);
  if (text === undefined || !first || !last || withoutParentheses(format).type === "binary_operator")
    return undefined;
  if (values.some(({ type }) => /splat|keyword/.test(type))) return undefined;
  const { keys } = readPercentFormat(text);
  const isNamed = keys.length > 0;
  if (isNamed && first.type !== "dictionary") return more.length === 0 ? asMapping(keys, first) : undefined;
  if (formatMisfit(module, text, passed(values)) !== undefined) return undefined;
  if (more.length === 0 && (isNamed || first.type === "tuple" || isNoTuple(first))) return [];
  return [
    { span: { start: first.start, end: first.start }, text: "(" },
    { span: { start: last.end, end: last.end }, text: more.length === 0 ? ",)" : ")" },
  ];
}

/** `{'core': core}` for the value `core` of a format that asks for `core` alone. */
function asMapping([key, ...more]: readonly string[], value: SyntaxNode): readonly Edit[] | undefined {
  const name = value.type === "attribute" ? value.field("attribute")?.text : value.text;
  if (!/^(identifier|attribute)$/.test(value.type) || more.length > 0 || name !== key) return undefined;
  return [insertion(value.start, `{'${key}': `), insertion(value.end, "}")];
}

function passed(values: readonly SyntaxNode[]): FormatArguments {
  const [only, ...more] = values;
  const isWhole = only && more.length === 0 && /^(tuple|dictionary)$/.test(only.type);
  return isWhole ? filledWith(only) : { kind: "tuple", values };
}

/** What is one value whatever happens: a number, a text, `str(x)`, a caught error. */
function isNoTuple(node: SyntaxNode): boolean {
  if (/^(string|concatenated_string|integer|float)$/.test(node.type)) return true;
  if (node.type === "call")
    return /^(str|repr|len|int|float|six\.text_type|type|hex|sorted)$/.test(
      node.field("function")?.text ?? "",
    );
  return node.type === "identifier" && handlerNaming(node) !== undefined;
}

/** The token beside a node, within the same brackets; comments are passed over. */
function tokenAfter(node: SyntaxNode): SyntaxNode | undefined {
  const siblings = node.parent?.children ?? [];
  return siblings.slice(siblings.indexOf(node) + 1).find(({ type }) => type !== "comment");
}

function spanOf({ start, end }: SyntaxNode): Span {
  return { start, end };
}

/**
 * The edit that renames a mapping's only unused key to the only one that the format asks for and does not get.
 *
 * What a person must look at: that the value is meant for that place is likely, not certain.
 */
export function renamedKey(
  module: ModuleFacts,
  text: string,
  mapping: SyntaxNode,
): readonly Edit[] | undefined {
  if (mapping.type !== "dictionary") return undefined;
  const pairs = mapping.namedChildren;
  const keys = pairs.map((pair) => pair.field("key"));
  const { keys: wanted } = readPercentFormat(text);
  const missing = wanted.filter((key) => !keys.some((node) => stringValue(node) === key));
  const unused = keys.filter((node) => !wanted.includes(stringValue(node) ?? ""));
  const [key] = missing;
  const [node] = unused;
  if (missing.length !== 1 || unused.length !== 1 || key === undefined || !node) return undefined;
  if (node.type !== "string" && node.text !== key) return undefined;
  const quote =
    node.type === "string"
      ? node.text.slice(-1)
      : /"/.test(module.text.slice(mapping.start, mapping.end))
        ? '"'
        : "'";
  return [{ span: spanOf(node), text: `${quote}${key}${quote}` }];
}
