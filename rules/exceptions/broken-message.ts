import {
  type Finding,
  type ModuleFacts,
  messageText,
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
  mentions: [
    ["%(", "$(", "&("],
    ["message", "msg"],
  ],
  check,
};

const ATTRIBUTES = ["msg_fmt", "_msg_fmt", "message", "msg", "message_format"];

function* check({ module }: RuleContext): Generator<Finding> {
  for (const facts of module.classes) {
    if (facts.bases.length === 0) continue;
    for (const attribute of ATTRIBUTES) {
      const binding = facts.scope.bindings.get(attribute)?.[0];
      const value = binding?.kind === "assignment" ? binding.value : null;
      const reason = value && whyBroken(module, value);
      if (!value || !reason) continue;
      yield {
        span: value,
        message: `the message of ${facts.name} is never filled: ${reason}`,
      };
    }
  }
}

function whyBroken(module: ModuleFacts, value: SyntaxNode): string | undefined {
  const text = messageText(module, value);
  if (text === undefined) return undefined;
  const { broken } = readPercentFormat(text);
  const first = broken.find((placeholder) => placeholder.text.startsWith("%("));
  if (first) return `the placeholder '${first.text}' is malformed: ${first.reason}`;
  const other = /[$&#]\(\w+\)[srd]\b/.exec(text)?.[0];
  return other === undefined ? undefined : `'${other}' is no placeholder, '%' is meant`;
}
