import {
  anyWord,
  type Finding,
  instead,
  isLogger,
  isSlip,
  literally,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** `LOG.excepiton()`, `LOG.Warning()`: a slip from what loggers have. */
export const noSuchMethod: Rule = {
  id: "logging/no-such-method",
  title: "method that loggers do not have",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/logging.html#logger-objects",
  mentions: [["LOG", "log.", "logger", "Logger"]],
  check,
};

const METHODS = anyWord(`
  debug info warning warn error critical fatal exception audit trace log handle process setLevel
  isEnabledFor addHandler removeHandler hasHandlers getChild addFilter
`);

const MEANT = ["debug", "info", "warning", "error", "critical", "exception"];

function* check({ module }: RuleContext): Generator<Finding> {
  for (const { callee } of module.calls) {
    const name = callee.type === "attribute" ? (callee.field("attribute")?.text ?? "") : "";
    if (name === "" || METHODS.test(name)) continue;
    const meant = MEANT.find((method) => isMeant(name, method));
    if (meant === undefined || !isLogger(callee.field("object")?.text ?? "")) continue;
    // a logger of the tree's own making
    if (new RegExp(`def ${literally(name)}\\(`).test(module.text)) continue;
    yield {
      span: callee.field("attribute") ?? callee,
      message: `loggers have no '${name}': '${meant}' is meant, and this raises AttributeError`,
      fix: instead(callee.field("attribute") ?? callee, meant),
    };
  }
}

/** Another case, a letter wrong, or the start of the word. */
function isMeant(name: string, method: string): boolean {
  const lower = name.toLowerCase();
  return lower === method || isSlip(lower, method) || isCut(lower, method);
}

/** `err` and `warnings`. */
function isCut(name: string, method: string): boolean {
  return (name.length > 2 && method.startsWith(name)) || name === `${method}s`;
}
