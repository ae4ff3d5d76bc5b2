import {
  type Argument,
  argumentsOf,
  type Finding,
  type ModuleFacts,
  messageText,
  type PercentFormat,
  type ProjectFacts,
  percentForComma,
  type Rule,
  type RuleContext,
  readPercentFormat,
  type SyntaxNode,
} from "../../src/rule.ts";
import { formatsItself, isBare, isBuiltin, mayFill, RAISABLE } from "./_unformatted-message/makers.ts";

/** `raise X("… %s …", value)`: exceptions do not format their message. */
export const unformattedMessage: Rule = {
  id: "exceptions/unformatted-message",
  title: "exception message that nobody formats",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/exceptions.html#BaseException.args",
  mentions: [["raise"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const statement of module.tree.ofType("raise_statement")) {
    const call = statement.children.find(({ type }) => type === "call");
    const finding =
      formattedException(statement) ??
      (call && (openReason(module, call) ?? unfilledMessage(project, module, call)));
    if (finding) yield finding;
  }
  for (const { node, name } of module.calls) {
    // made here, and raised or handed on below
    if (!name || !/(?:Error|Exception)$/.test(name) || node.parent?.type !== "assignment") continue;
    const finding = unfilledMessage(project, module, node);
    if (finding) yield finding;
  }
}

/** `raise X('… %s', value)`, and `raise X('… %(name)s')`. */
function unfilledMessage(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): Finding | undefined {
  const [first, ...rest] = argumentsOf(call);
  const text = first && isMessage(first, rest) ? messageText(module, first.value) : undefined;
  if (!first || text === undefined || rest.some(({ kind }) => kind === "splat")) return undefined;
  const open =
    rest.length === 0 && first.value.type !== "identifier" ? openName(module, call, text) : undefined;
  if (open !== undefined && (isBuiltin(module, call) || isBare(project, module, call)))
    return {
      span: call,
      message: `the message's placeholder '{${open}}' is never filled: nothing formats the text, though '${open}' is at hand`,
    };
  const format = readPercentFormat(text);
  const unfilled = `the message's placeholder '${format.placeholders[0]?.text}' is never filled`;
  if (rest.length === 0 && isNamedAlone(project, module, call, format))
    return { span: call, message: `${unfilled}: nothing is passed for it` };
  const positional = rest.filter(({ kind }) => kind === "positional").length;
  if (
    positional > 0 &&
    positional === rest.length &&
    isUnfilledByFormat(project, module, call, text, positional)
  )
    return {
      span: call,
      message:
        "nothing fills the fields of the message: the values are passed as further arguments, not to format()",
    };
  const count = format.keys.length > 0 ? 1 : format.takes;
  // a builtin exception fills none, however many there are
  const isMeant = count > 0 && positional > 0 && (count === positional || isBuiltin(module, call));
  if (!isMeant || formatsItself(project, module, call)) return undefined;
  const values = rest.slice(0, positional).map(({ value }) => value);
  const edits = count === positional ? percentForComma(module, first.value, values) : undefined;
  return {
    span: call,
    fix: edits ? { kind: "safe", title: "write '%' for the comma", edits } : undefined,
    message: `${unfilled}: the value is passed as a further argument instead of after '%'`,
  };
}

/** `raise X('… {} …', value)`: as many fields as values, of a class that does not format them. */
function isUnfilledByFormat(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  text: string,
  values: number,
): boolean {
  const fields = text.match(/(?<!\{)\{\d?\}(?!\})/g) ?? [];
  return fields.length === values && (isBuiltin(module, call) || isBare(project, module, call));
}

/** A name in braces that is one of the function around: `f'…'` or `format()` was meant. */
function openName(module: ModuleFacts, call: SyntaxNode, text: string): string | undefined {
  const names = [...text.matchAll(/\{([a-z_]\w*)\}/g)].flatMap(([, name]) => name ?? []);
  return names.find((name) => module.lookup(name, module.scopeAt(call))?.scope.kind === "function");
}

/** `raise X('… %s …') % value`: the bracket is closed too early, and what is formatted is the exception. */
function formattedException(statement: SyntaxNode): Finding | undefined {
  const raised = statement.children.find(({ type }) => type === "binary_operator");
  const left = raised?.field("left");
  if (raised?.field("operator")?.text !== "%" || left?.type !== "call") return undefined;
  const maker = left.field("function")?.text ?? "";
  if (!RAISABLE.test(maker)) return undefined;
  return {
    span: raised,
    message: "'%' stands after the exception instead of its message: TypeError in place of the exception",
  };
}

function openReason(module: ModuleFacts, call: SyntaxNode): Finding | undefined {
  const open = argumentsOf(call).find((argument) => isOpenReason(module, argument));
  return (
    open && {
      span: open.node,
      message:
        "the text has placeholders that nothing fills: what is passed by keyword is put into the message as it is",
    }
  );
}

/** The text of an exception: what comes first, or all that is passed under a name for it. */
function isMessage(argument: Argument, rest: readonly Argument[]): boolean {
  if (argument.kind !== "keyword") return argument.kind === "positional";
  return rest.length === 0 && /^(message|msg|description)$/.test(argument.name);
}

/** `reason=_('… %(name)s …')`, or a name for such a text: values that fill a message are not filled themselves. */
function isOpenReason(module: ModuleFacts, argument: Argument): boolean {
  if (
    argument.kind !== "keyword" ||
    !/^(reason|explanation|detail|details|err|error|data)$/.test(argument.name)
  )
    return false;
  const text = messageText(module, argument.value);
  const { placeholders } = readPercentFormat(text ?? "");
  return (
    placeholders.length > 0 &&
    placeholders.every((placeholder) => /^%(\(\w+\))?[srd]$/.test(placeholder.text))
  );
}

/** `raise ValueError('%(name)s …')`: an exception takes its text as it is. */
function isNamedAlone(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  format: PercentFormat,
): boolean {
  const isWhole = format.placeholders.every(({ text }) => /^%(\(\w+\))?[srd]$/.test(text));
  // a text may speak of formats
  const isPlain = format.keys.length > 0 || !/format|template|pattern|placeholder|printf/i.test(call.text);
  return (
    format.placeholders.length > 0 &&
    isWhole &&
    isPlain &&
    (isBuiltin(module, call) || !mayFill(project, module, call))
  );
}
