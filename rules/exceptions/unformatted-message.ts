import {
  type Argument,
  argumentsOf,
  builtinExceptionBase,
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
    const formatted = formattedException(statement);
    if (formatted) {
      yield {
        span: formatted,
        message: "'%' stands after the exception instead of its message: TypeError in place of the exception",
      };
      continue;
    }
    const call = statement.children.find(({ type }) => type === "call");
    const given = call ? argumentsOf(call) : [];
    const open = call ? given.find((argument) => isOpenReason(module, argument)) : undefined;
    if (open) {
      yield {
        span: open.node,
        message:
          "the text has placeholders that nothing fills: what is passed by keyword is put into the message as it is",
      };
      continue;
    }
    const [first, ...rest] = given;
    if (!call || first?.kind !== "positional") continue;
    const positional = rest.filter(({ kind }) => kind === "positional").length;
    const text = messageText(module, first.value);
    if (text === undefined || rest.some(({ kind }) => kind === "splat")) continue;
    const format = readPercentFormat(text);
    if (
      rest.length === 0 &&
      first.value.type !== "identifier" &&
      isNamedAlone(project, module, call, format)
    ) {
      yield {
        span: call,
        message: `the message's placeholder '${format.placeholders[0]?.text}' is never filled: nothing is passed for it`,
      };
      continue;
    }
    if (positional === 0) continue;
    const count = format.keys.length > 0 ? 1 : format.takes;
    // a builtin exception fills none, however many there are
    if (count === 0 || (count !== positional && !isBuiltin(module, call))) continue;
    if (formatsItself(project, module, call)) continue;
    const values = rest.slice(0, positional).map(({ value }) => value);
    const edits = count === positional ? percentForComma(module, first.value, values) : undefined;
    yield {
      span: call,
      ...(edits ? { fix: { kind: "safe", title: "write '%' for the comma", edits } } : {}),
      message: `the message's placeholder '${format.placeholders[0]?.text}' is never filled: the value is passed as a further argument instead of after '%'`,
    };
  }
}

/** `raise X('… %s …') % value`: the bracket is closed too early, and what is formatted is the exception. */
function formattedException(statement: SyntaxNode): SyntaxNode | undefined {
  const raised = statement.children.find(({ type }) => type === "binary_operator");
  const left = raised?.field("left");
  if (raised?.field("operator")?.text !== "%" || left?.type !== "call") return undefined;
  const maker = left.field("function")?.text ?? "";
  return EXCEPTION_NAME.test(maker) ? raised : undefined;
}

/** `X`, `exc.X`: by its capital a class, which the language wants to be an exception here. */
const EXCEPTION_NAME = /^([a-z_]\w*\.)*[A-Z]\w*[a-z]\w*$/;

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
    (isBuiltin(module, call) || isBare(project, module, call))
  );
}

/** A class of the tree that changes nothing in how an exception is made and shown. */
function isBare(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): boolean {
  const callee = call.field("function");
  const meaning = callee ? project.meaning(module, callee) : undefined;
  if (meaning?.kind !== "class") return false;
  const { classes, complete } = project.classOrder(meaning);
  const methods = classes.flatMap(({ class: facts }) => [...facts.methods.keys()]);
  return complete && !methods.some((name) => /^__(init|new|str|unicode|call)__$/.test(name));
}

function isBuiltin(module: ModuleFacts, call: SyntaxNode): boolean {
  const name = call.field("function");
  if (name?.type !== "identifier" || module.lookup(name.text, module.scopeAt(call))) return false;
  return builtinExceptionBase(name.text) !== undefined;
}

/** A constructor of the tree that takes any number of values, or one that cannot be seen and might. */
function formatsItself(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): boolean {
  const callee = call.field("function");
  const meaning = callee ? project.meaning(module, callee) : undefined;
  if (meaning?.kind !== "class") return !isException(callee?.text ?? "");
  const init = project.findMethod(meaning, "__init__");
  if (!init?.function.parameters.some(({ kind }) => kind === "var-positional")) return false;
  // one that only hands its values on to Exception formats nothing
  return /%|format\(/.test(init.function.node.text);
}

function isException(name: string): boolean {
  return /(Error|Exception|Exit|BadRequest|Conflict|Forbidden|Failure|Failed|NotFound|Invalid|HTTP\w+)$/.test(
    name,
  );
}
