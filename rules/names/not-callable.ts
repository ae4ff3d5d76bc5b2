import { builtinKind, type Finding, type Rule, type RuleContext } from "../../src/rule.ts";

/** `HANDLERS = {}` and `HANDLERS(key)`: a dictionary, a list, a text or a number called like a function. */
export const notCallable: Rule = {
  id: "names/not-callable",
  title: "value called like a function",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#calls",
  mentions: [["="]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { node, callee } of module.calls) {
    if (callee.type !== "identifier" && callee.type !== "attribute") continue;
    const kind = builtinKind(project, module, callee);
    if (kind)
      yield {
        span: node,
        message: `'${callee.text}' holds a ${kind}, which cannot be called: TypeError when this line runs`,
      };
  }
}
