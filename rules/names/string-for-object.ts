import { argumentsOf, type Finding, type Rule, type RuleContext, stringValue } from "../../src/rule.ts";

/** `hasattr('NAME', 'attribute')`: the question is asked of a text. */
export const stringForObject: Rule = {
  id: "names/string-for-object",
  title: "object given by its name in quotes",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/functions.html#hasattr",
  mentions: [
    [
      "hasattr('",
      'hasattr("',
      "getattr('",
      'getattr("',
      "setattr('",
      'setattr("',
      "isinstance('",
      'isinstance("',
    ],
  ],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const call of module.tree.ofType("call")) {
    const name = call.field("function")?.text ?? "";
    if (!/^(hasattr|getattr|setattr|delattr|isinstance|callable)$/.test(name)) continue;
    const value = argumentsOf(call)[0]?.value;
    const text = stringValue(value);
    if (!value || text === undefined || !/^[A-Za-z_][\w.]*$/.test(text)) continue;
    const isKnown = module.lookup(text.split(".")[0] ?? "", module.scopeAt(call)) !== undefined;
    const edits = [{ span: { start: value.start, end: value.end }, text }];
    yield {
      span: call,
      fix: isKnown ? { kind: "safe", title: "take the quotes off", edits } : undefined,
      message: `${name}() is asked about the string '${text}', not about the object of that name`,
    };
  }
}
