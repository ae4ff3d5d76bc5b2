import {
  argumentsOf,
  type Finding,
  type FormatArguments,
  formatMisfit,
  type ModuleFacts,
  messageText,
  namedChildren,
  type Rule,
  type RuleContext,
  readPercentFormat,
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
const LOGGERS = /(^|\.)_?_?(LOG|log|LOGGER|logger|logging|_log|_logger)$/;

function* check({ module }: RuleContext): Generator<Finding> {
  for (const { node, callee } of module.calls) {
    if (callee.type !== "attribute" || !METHODS.test(callee.field("attribute")?.text ?? "")) continue;
    if (!LOGGERS.test(callee.field("object")?.text ?? "")) continue;
    const message = misfitOf(module, node, callee.field("attribute")?.text === "log");
    if (message) yield { span: node, message };
  }
}

function misfitOf(module: ModuleFacts, call: SyntaxNode, hasLevel: boolean): string | undefined {
  const given = argumentsOf(call).slice(hasLevel ? 1 : 0);
  const [first, ...rest] = given.filter(({ kind }) => kind !== "keyword");
  if (first?.kind !== "positional" || given.some(({ kind }) => kind.endsWith("splat"))) return undefined;
  const text = messageText(module, first.value);
  if (text === undefined) return undefined;
  const values = rest.map(({ value }) => value);
  if (values.length === 0) return discarded(call, text);
  const format = readPercentFormat(text);
  if (format.placeholders.length === 0 && format.broken.length === 0 && isFilledMapping(values))
    return "the log format has no placeholder for its mapping: the values are never shown";
  const misfit = formatMisfit(module, text, passed(values, format.keys.length > 0));
  return misfit && `the log format does not fit its arguments: ${misfit}; the message is lost`;
}

/** A lone mapping is what logging formats with: nothing is amiss with one that no placeholder asks for, but its loss. */
function isFilledMapping([only, ...more]: readonly SyntaxNode[]): boolean {
  const value = only && more.length === 0 ? withoutParentheses(only) : undefined;
  return value?.type === "dictionary" && namedChildren(value).length > 0;
}

/** logging formats with the arguments as a tuple, or with a lone mapping itself. */
function passed(values: readonly SyntaxNode[], isNamed: boolean): FormatArguments {
  const [only, ...more] = values;
  if (!only || more.length > 0) return { kind: "tuple", values };
  const value = withoutParentheses(only);
  if (value.type === "tuple" || !isNamed) return { kind: "tuple", values };
  return value.type === "dictionary" ? { kind: "mapping", value } : lone(value);
}

function lone(value: SyntaxNode): FormatArguments {
  // a name may hold a mapping, anything else is one argument whatever it holds
  return value.type === "identifier" || value.type === "call" || value.type === "attribute"
    ? { kind: "one", value }
    : { kind: "tuple", values: [value] };
}

/** Without arguments nothing is formatted: placeholders are then printed as they stand. */
function discarded(call: SyntaxNode, text: string): string | undefined {
  const statement = call.parent;
  const format = readPercentFormat(text);
  if (format.placeholders.length === 0) return undefined;
  if (statement?.type === "expression_statement" && namedChildren(statement).length > 1)
    return "the log call ends before the arguments of its format: the placeholders are printed as they stand";
  if (statement?.type !== "expression_statement") return undefined;
  const isTelling =
    format.keys.length > 0 || format.placeholders.every(({ text: shown }) => /^%[srd]$/.test(shown));
  return isTelling
    ? `the log format has the placeholder '${format.placeholders[0]?.text}' and no argument: it is printed as it stands`
    : undefined;
}
