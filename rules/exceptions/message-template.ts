import {
  caughtBy,
  caughtName,
  descendants,
  type Finding,
  literally,
  type ModuleFacts,
  messageFormatOf,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `error.message` of a class whose `message` is the template, and whose maker keeps the filled text elsewhere. */
export const messageTemplate: Rule = {
  id: "exceptions/message-template",
  title: "template of an exception's message shown instead of the message",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/manila/commit/51bc1583",
  mentions: [[".message", ".msg_fmt"], ["except"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const clause of module.tree.ofType("except_clause")) {
    const name = caughtName(clause);
    if (name === undefined || !clause.text.includes(`${name}.m`)) continue;
    for (const node of descendants(clause)) {
      if (node.type !== "attribute" || node.field("object")?.text !== name) continue;
      const attribute = node.field("attribute")?.text ?? "";
      if (!/^(message|msg_fmt)$/.test(attribute) || isFilledHere(node)) continue;
      const caught = caughtBy(clause).find((one) => isTemplate(project, module, one, attribute));
      if (!caught) continue;
      yield {
        span: node,
        message: `'${node.text}' is the template of ${caught.text}, with its placeholders: str(${name}) is the message`,
      };
      break;
    }
  }
}

/** Whether the class' attribute is a text with placeholders, which no instance gets filled. */
function isTemplate(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  attribute: string,
): boolean {
  const meaning = project.meaning(module, node);
  if (meaning.kind !== "class") return false;
  const format = messageFormatOf(project, meaning);
  if (!format || format.attribute !== attribute || format.asked.length === 0) return false;
  const { classes, complete } = project.classOrder(meaning);
  return complete && classes.every(({ class: facts }) => !setsOwn(facts.node.text, attribute));
}

function setsOwn(text: string, attribute: string): boolean {
  return new RegExp(`self\\.${literally(attribute)}\\s*=[^=]|setattr\\(|__dict__|__getattr`).test(text);
}

/** `error.message % values`, and what is given a value. */
function isFilledHere(node: SyntaxNode): boolean {
  return node.parent?.type === "binary_operator" || node.fieldName === "left";
}
