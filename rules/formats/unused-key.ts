import {
  argumentsOf,
  type Finding,
  messageText,
  type Rule,
  type RuleContext,
  readPercentFormat,
  type SyntaxNode,
  stringValue,
  withoutParentheses,
} from "../../src/rule.ts";

/** `'%(new)s on %(new)s' % {'new': a, 'old': b}`: one placeholder stands twice, and a value is never shown. */
export const unusedKey: Rule = {
  id: "formats/unused-key",
  title: "placeholder that stands twice while a value is never shown",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/a7528443db",
  mentions: [["%("]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const dictionary of module.tree.ofType("dictionary")) {
    const format = formatOf(dictionary);
    const text = format ? messageText(module, format) : undefined;
    if (text === undefined) continue;
    const keys = keysOf(dictionary);
    const told = readPercentFormat(text).placeholders.map(({ key }) => key);
    const unused = keys.find((key) => !told.includes(key));
    const twice = told.find((key, at) => key !== undefined && told.indexOf(key) < at);
    if (unused === undefined || twice === undefined || !keys.includes(twice)) continue;
    yield {
      span: format?.parent ?? dictionary,
      message: `'%(${twice})s' stands twice in the format and '${unused}' never: its value is not shown`,
    };
  }
}

/** The format that a dictionary fills: before `%`, or before it in a call of a logger. */
function formatOf(dictionary: SyntaxNode): SyntaxNode | undefined {
  const { parent } = dictionary;
  if (
    parent?.type === "binary_operator" &&
    dictionary.fieldName === "right" &&
    parent.field("operator")?.text === "%"
  )
    return parent.field("left") ?? undefined;
  const call = parent?.type === "argument_list" ? parent.parent : undefined;
  if (!call || !/(^|\.|_)log(ger)?\.\w+$/i.test(call.field("function")?.text ?? "")) return undefined;
  const [first, second] = argumentsOf(call);
  return first?.kind === "positional" && second?.value === dictionary
    ? withoutParentheses(first.value)
    : undefined;
}

function keysOf(dictionary: SyntaxNode): readonly string[] {
  return dictionary.namedChildren.flatMap((pair) => stringValue(pair.field("key")) ?? []);
}
