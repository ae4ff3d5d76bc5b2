import {
  type Argument,
  argumentsOf,
  brokenText,
  type Edit,
  type Finding,
  type Fix,
  type FormatArguments,
  formatMisfit,
  isLoggerOrLogging,
  type ModuleFacts,
  messageText,
  oneLine,
  type Rule,
  type RuleContext,
  readPercentFormat,
  renamedKey,
  type SyntaxNode,
  withoutParentheses,
} from "../../src/rule.ts";

/** A log call whose arguments do not fit its format: the message is lost, a traceback takes its place. */
export const formatArguments: Rule = {
  id: "logging/format-arguments",
  title: "log format that does not fit its arguments",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/howto/logging.html#logging-variable-data",
  mentions: [["LOG", "log.", "logger", "Logger"]],
  check,
};

const METHODS = /^(debug|info|warning|warn|error|critical|fatal|exception|audit|trace|log)$/;

function* check({ module }: RuleContext): Generator<Finding> {
  for (const { node, callee } of module.calls) {
    if (callee.type !== "attribute" || !METHODS.test(callee.field("attribute")?.text ?? "")) continue;
    if (!isLoggerOrLogging(callee.field("object")?.text ?? "")) continue;
    const given = argumentsOf(node).slice(callee.field("attribute")?.text === "log" ? 1 : 0);
    const message = misfitOf(module, node, given);
    if (message) yield { span: placeOf(module, node, given), message, fix: fixOf(module, node, given) };
  }
}

/** The text, where that alone is wrong and stands elsewhere; else the call. */
function placeOf(module: ModuleFacts, call: SyntaxNode, [first]: readonly Argument[]): SyntaxNode {
  const text = first && messageText(module, first.value);
  return (first && text !== undefined && brokenText(module, first.value, text)) || call;
}

function misfitOf(module: ModuleFacts, call: SyntaxNode, given: readonly Argument[]): string | undefined {
  const [first, ...rest] = given.filter(({ kind }) => kind !== "keyword");
  if (first?.kind !== "positional") return undefined;
  const text = messageText(module, first.value);
  if (text !== undefined && rest.length > 0 && rest.every(({ kind }) => kind === "double-splat"))
    return readPercentFormat(text).keys.length > 0
      ? "loggers take the values of a named format as one mapping: '**' makes keywords of them, which fill nothing"
      : undefined;
  if (rest.some(({ kind }) => kind.endsWith("splat"))) return undefined;
  const [further] = rest;
  if (text === undefined)
    return further && isFilledBefore(module, first.value) ? noneLeftFor(further) : undefined;
  const values = rest.map(({ value }) => value);
  if (values.length === 0) return namedByKeywords(text, given) ?? discarded(call, text);
  const format = readPercentFormat(text);
  if (format.placeholders.length === 0 && format.broken.length === 0 && isFilledMapping(values))
    return "the log format has no placeholder for its mapping: the values are never shown";
  const misfit = formatMisfit(module, text, passed(values, format.keys.length > 0));
  // a mapping may hold more than is asked for: nothing fails then
  const harm = misfit?.endsWith("lacks its '%'") ? "it is printed as it stands" : "the message is lost";
  return misfit && `the log format does not fit its arguments: ${misfit}; ${harm}`;
}

/** `'cutting %s' % name`, `'cutting {}'.format(name)`: a text that formats have filled, and that has no `%` of its own. */
function isFilledBefore(module: ModuleFacts, node: SyntaxNode): boolean {
  const value = withoutParentheses(node);
  const callee = value.type === "call" ? value.field("function") : null;
  const filled =
    value.type === "binary_operator" && value.field("operator")?.text === "%"
      ? value.field("left")
      : callee?.field("attribute")?.text === "format"
        ? callee.field("object")
        : null;
  const text = filled ? messageText(module, filled) : undefined;
  if (text === undefined) return false;
  return !text.includes(callee ? "%" : "%%");
}

function noneLeftFor({ value }: Argument): string {
  return `the text is filled before the call and has no placeholder left for '${oneLine(value.text)}': the message is lost`;
}

/** `LOG.info('{size}', size=size)`: loggers format with positional arguments only. */
function namedByKeywords(text: string, given: readonly Argument[]): string | undefined {
  for (const argument of given) {
    const name = argument.kind === "keyword" ? argument.name : undefined;
    if (name !== undefined && text.includes(`{${name}}`))
      return `loggers do not fill '{${name}}' from keywords: the placeholder is printed as it stands, or the call raises TypeError`;
  }
  return undefined;
}

/** A lone mapping is what logging formats with: nothing is amiss with one that no placeholder asks for, but its loss. */
function isFilledMapping([only, ...more]: readonly SyntaxNode[]): boolean {
  const value = only && more.length === 0 ? withoutParentheses(only) : undefined;
  return value?.type === "dictionary" && value.namedChildren.length > 0;
}

/** Edits where the call can be meant in one way only. */
function fixOf(
  module: ModuleFacts,
  call: SyntaxNode,
  [format, ...rest]: readonly Argument[],
): Fix | undefined {
  const text = format && messageText(module, format.value);
  if (text === undefined) return undefined;
  const values = rest.filter(({ kind }) => kind === "positional").map(({ value }) => value);
  const [only, ...more] = values;
  if (values.length === 0) {
    const edits = mappingOfKeywords(module, readPercentFormat(text).keys, rest) ?? closedLater(call);
    return edits ? { kind: "safe", title: "pass the values to the format", edits } : undefined;
  }
  if (!only || more.length > 0) return undefined;
  const inner = only.type === "tuple" ? only.namedChildren : [];
  if (inner.length > 1 && formatMisfit(module, text, { kind: "tuple", values: inner }) === undefined)
    return { kind: "safe", title: "pass the values one by one", edits: withoutBrackets(module, only) };
  const edits = renamedKey(module, text, only);
  return edits ? { kind: "unsafe", title: "give the mapping's key the format's name", edits } : undefined;
}

/** `'%(a)s', a=x` with all that the format names, side by side: `'%(a)s', {'a': x}`. */
function mappingOfKeywords(
  module: ModuleFacts,
  keys: readonly string[],
  rest: readonly Argument[],
): readonly Edit[] | undefined {
  const at = rest.findIndex((argument) => argument.kind === "keyword" && keys.includes(argument.name));
  const named = rest.slice(at, at + keys.length);
  const isWhole = named.every((argument) => argument.kind === "keyword" && keys.includes(argument.name));
  const [first] = named;
  const last = named.at(-1);
  if (at < 0 || named.length !== keys.length || !isWhole || !first || !last) return undefined;
  // a mapping goes before the logger's own keywords
  if (at > 0) return undefined;
  return [
    { span: { start: first.node.start, end: first.node.start }, text: "{" },
    ...named.map(({ node, value }) => ({
      span: { start: node.start, end: value.start },
      // the brace moves what stands below the first one by a column
      text: `${isBelow(module, node, first.node) ? " " : ""}'${node.field("name")?.text ?? ""}': `,
    })),
    { span: { start: last.node.end, end: last.node.end }, text: "}" },
  ];
}

function isBelow({ text }: ModuleFacts, node: SyntaxNode, first: SyntaxNode): boolean {
  return node !== first && /\n[ \t]*$/.test(text.slice(first.end, node.start));
}

/** `LOG.info('%s'), x`: the closing parenthesis goes to the end. */
function closedLater(call: SyntaxNode): readonly Edit[] | undefined {
  const others = call.parent?.namedChildren.slice(1) ?? [];
  const last = others.at(-1);
  if (!last || call.parent?.children[0] !== call) return undefined;
  return [
    { span: { start: call.end - 1, end: call.end }, text: "" },
    { span: { start: last.end, end: last.end }, text: ")" },
  ];
}

/** A tuple's text without its brackets and its trailing comma; a line that ends with the bracket keeps no blank at its end. */
function withoutBrackets({ text }: ModuleFacts, tuple: SyntaxNode): readonly Edit[] {
  const last = tuple.namedChildren.at(-1);
  const before = /^\([ \t]*\r?\n/.test(tuple.text)
    ? /[ \t]*$/.exec(text.slice(0, tuple.start))?.index
    : undefined;
  return [
    { span: { start: before ?? tuple.start, end: tuple.start + 1 }, text: "" },
    { span: { start: last?.end ?? tuple.end - 1, end: tuple.end }, text: "" },
  ];
}

/** logging formats with the arguments as a tuple, or with a lone mapping itself. */
function passed(values: readonly SyntaxNode[], isNamed: boolean): FormatArguments {
  const [only, ...more] = values;
  if (!only || more.length > 0) return { kind: "tuple", values };
  const value = withoutParentheses(only);
  if (value.type === "tuple" || !isNamed) return { kind: "tuple", values };
  // a name may hold a mapping, anything else is one argument whatever it holds
  return /^(dictionary|identifier|call|attribute)$/.test(value.type)
    ? { kind: "one", value }
    : { kind: "tuple", values: [value] };
}

/** Without arguments nothing is formatted: placeholders are then printed as they stand. */
function discarded(call: SyntaxNode, text: string): string | undefined {
  const statement = call.parent;
  const format = readPercentFormat(text);
  if (format.placeholders.length === 0) return undefined;
  if (statement?.type === "expression_statement" && statement.namedChildren.length > 1)
    return "the log call ends before the arguments of its format: the placeholders are printed as they stand";
  if (statement?.type === "binary_operator")
    return statement.field("operator")?.text === "%"
      ? "the log call ends before '%' and its values: None is formatted, which raises TypeError"
      : undefined;
  const isTelling =
    format.keys.length > 0 || format.placeholders.every(({ text: shown }) => /^%[srd]$/.test(shown));
  return isTelling
    ? `the log format has the placeholder '${format.placeholders[0]?.text}' and no argument: it is printed as it stands`
    : undefined;
}
