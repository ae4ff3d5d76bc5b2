import {
  argumentsOf,
  type Finding,
  isTranslation,
  type Rule,
  type RuleContext,
  readPercentFormat,
  stringValue,
  valuesOutOfCall,
} from "../../src/rule.ts";

/** `_('…%s…', value)`: the translation function takes the message alone. */
export const translationArguments: Rule = {
  id: "formats/translation-arguments",
  title: "arguments passed to the translation function",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.i18n/latest/user/guidelines.html",
  mentions: [["_("]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const call of module.tree.ofType("call")) {
    if (!isTranslation(call) || /^_(P|C|N)$/.test(call.field("function")?.text ?? "")) continue;
    const [first, second] = argumentsOf(call);
    const text = first?.kind === "positional" ? stringValue(first.value) : undefined;
    if (text === undefined || !second) continue;
    const { placeholders } = readPercentFormat(text);
    const where =
      placeholders.length > 0 ? "they belong after '%', outside of the call" : "it takes the message alone";
    const edits = valuesOutOfCall(module, call);
    yield {
      span: call,
      fix: edits ? { kind: "safe", title: "put the values after '%'", edits } : undefined,
      message: `${call.field("function")?.text}() gets arguments beside its message: ${where}`,
    };
  }
}
