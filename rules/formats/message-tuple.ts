import {
  type Finding,
  isLogCall,
  isTranslation,
  type ModuleFacts,
  messageText,
  percentForComma,
  type Rule,
  type RuleContext,
  readPercentFormat,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `msg = (_('… %s'), value)`: a comma where `%` is meant makes a tuple of the format and its values. */
export const messageTuple: Rule = {
  id: "formats/message-tuple",
  title: "message that is a tuple of format and values",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting",
  mentions: [["%", "msg", "message"]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const type of ["tuple", "expression_list"])
    for (const node of module.tree.ofType(type)) {
      const finding = isMessage(node) || isBareAssigned(node) ? misfitOf(module, node) : undefined;
      if (finding) yield finding;
    }
  yield* printed(module);
}

/** A text and what was put beside it: values of its placeholders, or one that was to stand behind it. */
function misfitOf(module: ModuleFacts, node: SyntaxNode): Finding | undefined {
  const [first, ...rest] = node.namedChildren;
  const [value] = rest;
  const text = first && first.type !== "identifier" ? messageText(module, first) : undefined;
  if (!first || text === undefined || !value) return undefined;
  const format = readPercentFormat(text);
  if (format.placeholders.length === 0 && rest.length === 1 && isTold(node, first, text))
    return {
      span: node,
      message: `the message is a tuple of a text and '${value.text}', and is shown as one: the comma puts them together`,
    };
  const wanted = format.keys.length > 0 ? 1 : format.takes;
  const isOneTuple = value.type === "tuple" && value.namedChildren.length === wanted;
  if (wanted !== rest.length && !isOneTuple) return undefined;
  const edits = percentForComma(module, first, rest);
  return {
    span: node,
    message: `the format and its values are put into a tuple: '${format.placeholders[0]?.text}' is never filled, '%' is meant where the comma stands`,
    fix: edits ? { kind: "safe", title: "write '%' for the comma", edits } : undefined,
  };
}

/** `print('… %s', value)`: printed side by side, as print fills no format. */
function* printed(module: ModuleFacts): Generator<Finding> {
  for (const call of module.calls) {
    if (call.name !== "print" || call.arguments.some(({ kind }) => kind !== "positional")) continue;
    const [first, ...rest] = call.arguments.map(({ value }) => value);
    const text = first && first.type !== "identifier" ? messageText(module, first) : undefined;
    if (!first || text === undefined || rest.length === 0) continue;
    const format = readPercentFormat(text);
    const [value] = rest;
    const fits =
      format.keys.length > 0
        ? rest.length === 1 && value?.type === "dictionary"
        : format.takes > 0 && (rest.length === format.takes || value?.type === "tuple");
    // `100% of` says nothing of an octal number
    if (!fits || format.placeholders.some((one) => one.text.includes(" "))) continue;
    yield {
      span: call.node,
      message: `print() fills no format: '${format.placeholders[0]?.text}' is shown as it stands, '%' is meant where the comma stands`,
    };
  }
}

/** `msg = (_('…'), value)`: a translated text is for a reader, and so is one that leads up to a value. */
function isTold(node: SyntaxNode, first: SyntaxNode, text: string): boolean {
  return (
    /(^|_)(msg|message)$/.test(node.parent?.field("left")?.text ?? "") &&
    (isTranslation(first) || /\w+ \w+.*[:=] ?$/.test(text))
  );
}

/** `key = 'port-%s', name`: without brackets, and to one name, nobody puts a format and its values into a tuple. */
function isBareAssigned(node: SyntaxNode): boolean {
  const target = node.parent?.type === "assignment" ? node.parent.field("left") : null;
  return node.type === "expression_list" && /^(identifier|attribute|subscript)$/.test(target?.type ?? "");
}

/** Whether the tuple becomes a message: assigned to a name of that kind, or passed as one. */
function isMessage(node: SyntaxNode): boolean {
  const parent = node.parent;
  if (parent?.type === "argument_list" && parent.namedChildren.length === 1) {
    // the brackets are too many
    return isLogCall(parent.parent);
  }
  const name =
    parent?.type === "assignment"
      ? parent.field("left")
      : parent?.type === "keyword_argument"
        ? parent.field("name")
        : null;
  return (
    name !== null &&
    /(^|_|\.)(msg|message|reason|err|error|explanation|detail|details|text|data)$/i.test(name.text)
  );
}
