import {
  type EmptyStretch,
  emptyReads,
  emptyStretches,
  type Finding,
  isTried,
  literally,
  type ModuleFacts,
  oneLine,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `if not port: raise NotFound(port.id)`: what has no value is asked for a part of it. */
export const emptyUsed: Rule = {
  id: "names/empty-used",
  title: "part of a value that the condition found to be none",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#attribute-references",
  mentions: [["if ", " and ", " or "]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  const told = new Set<SyntaxNode>();
  for (const stretch of emptyStretches(module)) {
    const used = emptyReads(module, stretch)
      .map((read) => partTaken(read, stretch))
      .find((part) => part && !isTried(part, CAUGHT));
    if (!used || told.has(used) || (!stretch.isNone && isContainer(module, stretch))) continue;
    told.add(used);
    yield {
      span: used,
      message: `'${stretch.name}' has no value here, as '${oneLine(stretch.condition.text)}' was asked: '${oneLine(used.text)}' raises ${used.type === "attribute" ? "AttributeError" : "TypeError"}`,
    };
  }
}

const CAUGHT = /except[^:]*(AttributeError|TypeError|Exception)|except\s*:/;

/** `door.name`, and of None also `door['name']` and `door.open()`: an empty list has methods, and takes an item. */
function partTaken(read: SyntaxNode, { isNone }: EmptyStretch): SyntaxNode | undefined {
  const { parent } = read;
  if (parent?.type === "subscript" && read.fieldName === "value") return isNone ? parent : undefined;
  if (parent?.type !== "attribute") return undefined;
  const name = parent.field("attribute")?.text ?? "";
  if (name.startsWith("__")) return undefined;
  const isMethod = parent.fieldName === "function";
  return isNone || !(isMethod || OF_FALSE.test(name)) ? parent : undefined;
}

/** What things have that may count as false although they are there: answers of HTTP, elements of XML, arrays. */
const OF_FALSE =
  /^(body|content|data|encoding|error|errors|headers|json|message|msg|ok|reason|request|size|shape|status|status_code|tag|tail|text|attrib|url|value)$/;

/** Whether the function counts or goes through what has the name, or is a method of it: then it is there, only with nothing in it. */
function isContainer(module: ModuleFacts, { name, condition }: EmptyStretch): boolean {
  const text = module.functionAround(condition)?.node.text ?? "";
  return (
    name === "self" ||
    new RegExp(`\\bin ${literally(name)}\\b(?!\\.)|\\blen\\(${literally(name)}\\)`).test(text)
  );
}
