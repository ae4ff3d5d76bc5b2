import {
  brokenText,
  type Finding,
  filledWith,
  formatMisfit,
  type ModuleFacts,
  messageText,
  oneLine,
  type Rule,
  type RuleContext,
  readPercentFormat,
  renamedKey,
  type SyntaxNode,
  valueAt,
  withoutParentheses,
} from "../../src/rule.ts";

/** `format % arguments` where the two do not fit: TypeError, ValueError or KeyError instead of the message. */
export const percentArguments: Rule = {
  id: "formats/percent-arguments",
  title: "format operator whose arguments do not fit",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting",
  mentions: [["%"]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const node of module.tree.ofType("binary_operator")) {
    const isFilling = node.field("operator")?.text === "%";
    const found = isFilling ? wrongFilling(module, node) : calculatesWithText(module, node);
    if (found) yield found;
  }
  yield* keptFormats(module);
}

/** What is wrong with `format % values`. */
function wrongFilling(module: ModuleFacts, node: SyntaxNode): Finding | undefined {
  const left = node.field("left");
  const right = node.field("right");
  if (!left || !right) return undefined;
  const text = messageText(module, left);
  if (text === undefined) return undefined;
  if (!text.includes("%")) {
    const message = `the format has no placeholder: '${oneLine(right.text)}' is never shown`;
    return isFilledInVain(left, right) ? { span: node, message } : undefined;
  }
  if (isBeforeOr(node, text))
    return {
      span: node.parent ?? node,
      message:
        "'%' comes before 'or' here: the filled text is always true, and what stands after 'or' is never used",
    };
  const given = withoutParentheses(right);
  const held = readPercentFormat(text).takes > 1 ? heldTuple(module, given) : undefined;
  const misfit =
    formatMisfit(module, text, filledWith(held ?? given)) ?? valuesBehind(module, node, right, text);
  if (!misfit) return undefined;
  const edits = renamedKey(module, text, given);
  return {
    span: brokenText(module, left, text) ?? node,
    message: `the format does not fit its arguments: ${misfit}`,
    fix: edits ? { kind: "unsafe", title: "give the mapping's key the format's name", edits } : undefined,
  };
}

/**
 * `path = '/doors/%(door)/keys'` of a class or a module, for others to fill: ValueError whoever does. A placeholder alone is looked for
 * in formats, and the message of an exception has a rule of its own.
 */
function* keptFormats(module: ModuleFacts): Generator<Finding> {
  if (!/%\(\w+\)(?![#0\-+. \d]*[a-zA-Z])/.test(module.text)) return;
  for (const node of module.tree.ofType("assignment")) {
    const value = node.field("right");
    if (!value || module.functionAround(node) || /message|msg/i.test(node.field("left")?.text ?? ""))
      continue;
    const text = messageText(module, value);
    const broken = text && readPercentFormat(text).broken.find((one) => /^%\(\w+\)/.test(one.text));
    if (!broken || !/[a-z]/i.test(text.replace(broken.text, ""))) continue;
    yield {
      span: value,
      message: `nothing can fill this format: the placeholder '${broken.text}' is malformed: ${broken.reason}`,
    };
  }
}

/** The tuple that a name holds where it is read. */
function heldTuple(module: ModuleFacts, given: SyntaxNode): SyntaxNode | undefined {
  const value = valueAt(module, given);
  return value && isTuple(value) ? withoutParentheses(value) : undefined;
}

/** `log('%s has %s' % name, size)`: all values but the first go to the function, since the tuple's brackets are missing. */
function valuesBehind(
  module: ModuleFacts,
  node: SyntaxNode,
  right: SyntaxNode,
  text: string,
): string | undefined {
  const list = node.parent;
  if (list?.type !== "argument_list" || !/^(identifier|attribute|call|subscript)$/.test(right.type))
    return undefined;
  if (right.type === "identifier" && mayHoldTuple(module, right)) return undefined;
  const { takes, keys } = readPercentFormat(text);
  const behind = list.namedChildren.filter(({ start }) => start >= node.end);
  const isRest = behind.length === takes - 1 && behind.every(({ type }) => !TAKEN_BY_CALL.test(type));
  return keys.length === 0 && takes > 1 && isRest
    ? `it has ${takes} placeholders and gets 1 argument: what stands behind the comma is passed to the function`
    : undefined;
}

/** Whether anything that gives the name a value gives it a tuple. */
function mayHoldTuple(module: ModuleFacts, name: SyntaxNode): boolean {
  const bindings = module.lookup(name.text, module.scopeAt(name))?.bindings ?? [];
  return bindings.some((binding) => binding.kind === "assignment" && isTuple(binding.value));
}

function isTuple(value: SyntaxNode | null): boolean {
  return value !== null && withoutParentheses(value).type === "tuple";
}

const TAKEN_BY_CALL = /^(keyword_argument|list_splat|dictionary_splat)$/;

/** `'%d' % size * 1024`: `%` binds as `*` and `/` do, from the left, so that the text is multiplied or divided. */
function calculatesWithText(module: ModuleFacts, node: SyntaxNode): Finding | undefined {
  const operator = node.field("operator")?.text ?? "";
  const left = node.field("left");
  if (!/^(\*|\/\/?|-)$/.test(operator) || left?.type !== "binary_operator") return undefined;
  if (left.field("operator")?.text !== "%") return undefined;
  const format = left.field("left");
  const text = format ? messageText(module, format) : undefined;
  if (text === undefined) return undefined;
  const { placeholders } = readPercentFormat(text);
  // nothing is taken from a text
  if (operator !== "-" && !placeholders.some((placeholder) => /[diouxXfFeEgG]$/.test(placeholder.text)))
    return undefined;
  const harm = operator === "*" ? "the text is repeated" : "TypeError";
  return {
    span: node,
    message: `'%' comes before '${operator}' here: ${harm}; the calculation needs parentheses`,
  };
}

/** `'no %s' % name or host`: a format with a word in it is never empty. */
function isBeforeOr(node: SyntaxNode, text: string): boolean {
  const { parent } = node;
  const isLeft = parent?.type === "boolean_operator" && node.fieldName === "left";
  return isLeft && parent.field("operator")?.text === "or" && /[a-z]{2}/i.test(text.replace(/%\(\w+\)/g, ""));
}

/** A text that is written out, and a value after `%`; `locals()` and empty brackets are no values. */
function isFilledInVain(left: SyntaxNode, right: SyntaxNode): boolean {
  return left.type !== "identifier" && !/^(\(\s*\)|\{\s*\}|locals\(\))$/.test(right.text);
}
