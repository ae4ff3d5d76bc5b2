import {
  type ClassFacts,
  type Finding,
  instead,
  isSlip,
  literally,
  type ModuleFacts,
  messageText,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  readPercentFormat,
  type SyntaxNode,
} from "../../src/rule.ts";

/** A message format of an exception class that cannot be filled. */
export const brokenMessage: Rule = {
  id: "exceptions/broken-message",
  title: "exception class whose message cannot be filled",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/39b7e7ea4d",
  mentions: [["message", "messs", "mesage", "messge", "mssage", "mesasge", "msg"]],
  check,
};

const ATTRIBUTES = ["msg_fmt", "_msg_fmt", "message", "_message", "msg", "message_format"];

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.classes) {
    if (facts.bases.length === 0) continue;
    yield* misspelt(module, facts);
    for (const attribute of ATTRIBUTES) {
      const binding = facts.scope.bindings.get(attribute)?.[0];
      const value = binding?.kind === "assignment" ? binding.value : null;
      const broken = value && whyBroken(module, value);
      const unread = value && !broken && whyUnread(project, module, facts, attribute, value);
      if (!value || !(broken || unread)) continue;
      const lack = unread && !isFormat(module, value) ? "shown" : "filled";
      yield { span: value, message: `the message of ${facts.name} is never ${lack}: ${broken || unread}` };
    }
  }
}

/** Whether a message asks for values by name. */
function isFormat(module: ModuleFacts, value: SyntaxNode): boolean {
  return readPercentFormat(messageText(module, value) ?? "").keys.length > 0;
}

/** `messsage = 'no %(thing)s'`: nothing reads it, the base's text is shown. */
function* misspelt(module: ModuleFacts, facts: ClassFacts): Generator<Finding> {
  for (const [name, [binding]] of facts.scope.bindings) {
    if (binding?.kind !== "assignment" || !binding.value || !/^_?m[a-z]{5,}(_[a-z]+)?$/.test(name)) continue;
    const meant = ATTRIBUTES.find((attribute) => attribute.length > 5 && isSlip(name, attribute));
    if (meant === undefined || facts.scope.bindings.has(meant)) continue;
    if (messageText(module, binding.value) === undefined || module.text.includes(`.${name}`)) continue;
    yield {
      span: binding.node,
      message: `nothing reads '${name}' of ${facts.name}: '${meant}' is meant`,
      fix: instead(binding.node.field("left") ?? binding.node, meant),
    };
  }
}

/** A format in an attribute that the constructor does not look at: it looks at another, which has the base's text. */
function whyUnread(
  project: ProjectFacts,
  module: ModuleFacts,
  facts: ClassFacts,
  attribute: string,
  value: SyntaxNode,
): string | undefined {
  const text = messageText(module, value);
  if (text === undefined || facts.methods.size > 0) return undefined;
  const hasKeys = isFormat(module, value);
  if (!hasKeys && !/\w \w|\.$/.test(text) && !/^_\(/.test(value.text)) return undefined;
  const { classes } = project.classOrder({ module, class: facts });
  if (classes.some((one) => one.class !== facts && one.class.scope.bindings.has(attribute))) return undefined;
  const makers = classes.flatMap(({ class: one }) => one.methods.get("__init__") ?? []);
  const isRead = (name: string) => new RegExp(`\\.${literally(name)}\\b|['"]${literally(name)}['"]`);
  const other = ATTRIBUTES.find(
    (name) => name !== attribute && makers.some(({ node }) => isRead(name).test(node.text)),
  );
  if (makers.length > 0) {
    if (other === undefined || classes.some(({ class: one }) => isRead(attribute).test(one.node.text)))
      return undefined;
    return hasKeys || !facts.scope.bindings.has(other)
      ? `the constructor looks at '${other}', not at '${attribute}'`
      : undefined;
  }
  if (!hasKeys) return undefined;
  const root = (one: ClassFacts) => one.bases[0]?.text.split(".")[0];
  const siblings = module.classes.filter((one) => root(one) === root(facts));
  const usual = siblings.filter((one) => one.scope.bindings.has("message")).length;
  const alike = siblings.filter((one) => one.scope.bindings.has(attribute)).length;
  return attribute === "_message" && usual > alike && !isRead(attribute).test(module.text)
    ? `the other exceptions of this module have it as 'message', not as '${attribute}'`
    : undefined;
}

function whyBroken(module: ModuleFacts, value: SyntaxNode): string | undefined {
  const text = messageText(module, value);
  if (text === undefined) return undefined;
  const { broken, keys } = readPercentFormat(text);
  const first = broken.find((placeholder) => placeholder.text.startsWith("%("));
  if (first) return `the placeholder '${first.text}' is malformed: ${first.reason}`;
  const strange = keys.find((key) => !/^\w+$/.test(key));
  if (strange !== undefined) return `no keyword can be called '${strange}'`;
  const other = /[$&#]\(\w+\)[srd]\b/.exec(text)?.[0];
  return other === undefined ? undefined : `'${other}' is no placeholder, '%' is meant`;
}
