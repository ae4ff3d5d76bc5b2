import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
import { oneLine } from "../../text/one-line.ts";
import { handlerNaming } from "../module/except-clauses.ts";
import type { ModuleFacts } from "../module/module.ts";
import { stringValue, withoutParentheses } from "../module/syntax.ts";
import { mappingKeys } from "./mapping-keys.ts";
import { type PercentFormat, type Placeholder, readPercentFormat } from "./percent-format.ts";
import { valueAt } from "./value-at.ts";

/** What is passed to be formatted: values one by one, or one thing that may be a mapping. */
export type FormatArguments =
  | { readonly kind: "tuple"; readonly values: readonly SyntaxNode[] }
  | { readonly kind: "one"; readonly value: SyntaxNode };

/** What stands behind `%` as what it formats with: the values of a tuple that is written out, or the thing itself. */
export function filledWith(right: SyntaxNode): FormatArguments {
  return right.type === "tuple"
    ? { kind: "tuple", values: right.namedChildren }
    : { kind: "one", value: right };
}

/** The first thing in which a format and its arguments disagree, in words; `undefined` where none is certain. */
export function formatMisfit(module: ModuleFacts, text: string, given: FormatArguments): string | undefined {
  const format = readPercentFormat(text);
  const [broken] = format.broken;
  if (broken) return `the placeholder '${broken.text}' is malformed: ${broken.reason}`;
  const named = format.keys.length > 0;
  if (named && format.takes > 0) return "named and unnamed placeholders stand in one format";
  const misfit = named
    ? namedMisfit(module, text, format, given)
    : unnamedMisfit(module, text, format, given);
  return misfit ?? numberOfText(format, given);
}

/** The text that a name stands for, where no values could fill it; what does not fit is told where the two come together. */
export function brokenText(module: ModuleFacts, format: SyntaxNode, text: string): SyntaxNode | undefined {
  return readPercentFormat(text).broken.length > 0 ? valueAt(module, format) : undefined;
}

/** `'%d' % str(x)`, `'%e' % error`: a conversion for numbers that gets what is none. */
function numberOfText(format: PercentFormat, given: FormatArguments): string | undefined {
  const numeric = format.placeholders.filter(({ text }) => /[diouxXeEfFgG]$/.test(text));
  if (numeric.length === 0) return undefined;
  for (const placeholder of numeric) {
    const value = valueFor(format, placeholder, given);
    if (value && isNoNumber(value))
      return `'${placeholder.text}' wants a number, which '${oneLine(value.text)}' is not`;
  }
  return undefined;
}

function valueFor(
  format: PercentFormat,
  placeholder: Placeholder,
  given: FormatArguments,
): SyntaxNode | undefined {
  const { key } = placeholder;
  const values = given.kind === "tuple" ? given.values : [given.value];
  if (key !== undefined) {
    const mapping = values[0] && withoutParentheses(values[0]);
    const pairs = mapping?.type === "dictionary" ? mapping.namedChildren : [];
    return pairs.find((pair) => stringValue(pair.field("key")) === key)?.field("value") ?? undefined;
  }
  // `*` takes a width from the values
  if (format.placeholders.some(({ takes }) => takes > 1)) return undefined;
  return values[format.placeholders.indexOf(placeholder)];
}

/** A text that is written out or made by a call, or the name of a caught exception. */
function isNoNumber(node: SyntaxNode): boolean {
  const value = withoutParentheses(node);
  switch (value.type) {
    case "string":
    case "concatenated_string":
    case "none":
      return true;
    case "call": {
      const callee = value.field("function");
      if (/^(str|repr|six\.text_type|unicode|_)$/.test(callee?.text ?? "")) return true;
      const object = callee?.field("object");
      return (
        /^(join|format)$/.test(callee?.field("attribute")?.text ?? "") && /string$/.test(object?.type ?? "")
      );
    }
    case "identifier":
      return handlerNaming(value) !== undefined;
    default:
      return false;
  }
}

function namedMisfit(
  module: ModuleFacts,
  text: string,
  format: PercentFormat,
  given: FormatArguments,
): string | undefined {
  if (given.kind === "tuple") {
    const [only] = given.values;
    if (given.values.length !== 1 || !only) {
      if (given.values.some(({ type }) => type.endsWith("_splat"))) return undefined;
      const count = given.values.length;
      return `its placeholders are named ('${format.keys[0]}'), but ${count === 0 ? "no" : count} positional arguments are passed`;
    }
    return namedMisfit(module, text, format, { kind: "one", value: only });
  }
  const value = withoutParentheses(given.value);
  if (
    isScalar(value) ||
    isOneOfItsValues(value, format.keys) ||
    holdsNoMapping(module, value) ||
    isCalled(module, value)
  )
    return `its placeholders are named ('${format.keys[0]}'), but no mapping is passed`;
  const keys = mappingKeys(module, value);
  if (!keys) return undefined;
  const missing = format.keys.filter((key) => !keys.includes(key));
  const bare = keys.find(
    (key) => !format.keys.includes(key) && new RegExp(`(^|[^%])\\(${literally(key)}\\)[srd]\\b`).test(text),
  );
  if (bare !== undefined) return `'(${bare})s' lacks its '%'`;
  if (missing.length === 0) return undefined;
  return `${missing.map((key) => `'${key}'`).join(", ")} ${missing.length > 1 ? "are" : "is"} missing from the mapping`;
}

function isScalar(node: SyntaxNode): boolean {
  return /^(string|concatenated_string|integer|float|list|set|true|false|none|list_comprehension)$/.test(
    node.type,
  );
}

/** What a name holds where it is read. */
function heldValue(module: ModuleFacts, name: SyntaxNode): SyntaxNode | undefined {
  const held = valueAt(module, name);
  return held && withoutParentheses(held);
}

/** A name for what is counted, listed or written out, all of it by the language itself. */
function holdsNoMapping(module: ModuleFacts, name: SyntaxNode): boolean {
  const value = heldValue(module, name);
  if (!value) return false;
  const maker = value.type === "call" ? (value.field("function")?.text ?? "") : "";
  if (COUNTS.test(maker)) return true;
  return isScalar(value) || (NO_MAPPING.test(maker) && !module.lookup(maker, module.scopeAt(value)));
}

/** Whether a name of the function around holds something that it calls. */
function isCalled(module: ModuleFacts, name: SyntaxNode): boolean {
  const scope = name.type === "identifier" ? module.scopeAt(name) : undefined;
  if (scope?.kind !== "function" || scope.bindings.get(name.text)?.length !== 1) return false;
  return module.calls.some(
    ({ callee }) =>
      callee.type === "identifier" && callee.text === name.text && module.scopeAt(callee) === scope,
  );
}

/** What a query answers with the number of its rows. */
const COUNTS = /\bquery\w*\.(delete|count)$|_q(uery)?\.(delete|count)$/;

const NO_MAPPING = /^(set|frozenset|list|sorted|len|int|float|str|repr|bool|sum|tuple)$/;

/** `'%(uuid)s', node.uuid`: named as the key that it shall fill, or as what is never a mapping. */
function isOneOfItsValues(node: SyntaxNode, keys: readonly string[]): boolean {
  const name = node.type === "attribute" ? node.field("attribute")?.text : node.text;
  if (name === undefined || (node.type !== "identifier" && node.type !== "attribute")) return false;
  return (keys.length === 1 && keys[0] === name) || /(^|_)(uu)?id$|name$/.test(name);
}

/** `%s(name)s`, or `(name)%s`: a named placeholder whose parts stand in the wrong order. */
const TWISTED = /%[srd]\(\w+\)[srd]?|\(\w+\)%[srd]/;

function isLoneMapping(given: FormatArguments): boolean {
  const [only, ...more] = given.kind === "tuple" ? given.values : [given.value];
  return only !== undefined && more.length === 0 && withoutParentheses(only).type === "dictionary";
}

function unnamedMisfit(
  module: ModuleFacts,
  text: string,
  format: PercentFormat,
  given: FormatArguments,
): string | undefined {
  const twisted = isLoneMapping(given) ? TWISTED.exec(text)?.[0] : undefined;
  if (twisted !== undefined) return `'${twisted}' is no named placeholder, but a mapping is passed`;
  if (given.kind === "tuple") {
    if (given.values.some(({ type }) => type.endsWith("_splat"))) return undefined;
    const count = given.values.length;
    if (count === format.takes) return undefined;
    return `it has ${counted(format.takes, "placeholder")} and gets ${counted(count, "argument")}`;
  }
  const value = withoutParentheses(given.value);
  if (value.type === "dictionary")
    return format.takes > 1
      ? `it has ${counted(format.takes, "placeholder")} and gets one mapping`
      : undefined;
  if (format.takes > 1 && isOneValue(module, value))
    return `it has ${counted(format.takes, "placeholder")} and gets 1 argument`;
  if (format.takes === 0 && isScalar(value)) return "it has no placeholder and gets 1 argument";
  if (format.takes === 1 && value.type === "identifier" && isTupleName(module, value))
    return `'${value.text}' is a tuple: its elements are taken as so many arguments`;
  return undefined;
}

/** Whether `%` takes it for one value, whatever it is: no tuple. */
function isOneValue(module: ModuleFacts, value: SyntaxNode): boolean {
  const isMessage = value.type === "attribute" && value.field("attribute")?.text === "message";
  return (
    isMessage ||
    isScalar(heldValue(module, value) ?? value) ||
    isOneOfItsValues(value, []) ||
    isNoNumber(value) ||
    (value.type === "call" && /^(len|int|float|bool|type|id)$/.test(value.field("function")?.text ?? ""))
  );
}

function counted(number: number, word: string): string {
  return `${number === 0 ? "no" : number} ${word}${number === 1 ? "" : "s"}`;
}

/** Whether the last value that its function gives a name is a tuple, and not of the one element that is asked for. */
function isTupleName(module: ModuleFacts, name: SyntaxNode): boolean {
  const last = module.scopeAt(name).bindings.get(name.text)?.at(-1);
  const value = last?.kind === "assignment" && last.node.start < name.start ? last.value : null;
  const maker = value?.field("function")?.text ?? "";
  return (
    (value?.type === "tuple" && value.namedChildren.length !== 1) ||
    /(^|\.)(tuple|convert_version_to_tuple)$/.test(maker)
  );
}
