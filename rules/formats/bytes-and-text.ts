import { type Finding, type Rule, type RuleContext, runsOnPython3 } from "../../src/rule.ts";
import { bytesForText, textInBytes } from "./_bytes-and-text/bytes-given.ts";
import { textGiven } from "./_bytes-and-text/text-given.ts";

/** Text where Python 3 wants bytes, and bytes where it wants text. */
export const bytesAndText: Rule = {
  id: "formats/bytes-and-text",
  title: "text where bytes are wanted, or the other way round",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit",
  mentions: [
    [
      "os.write(",
      "digest()",
      "b64encode(",
      "b64decode(",
      "hashlib.",
      "check_output(",
      "hmac.",
      "urlsafe_b64",
      "Popen(",
      "bytes(",
      "NamedTemporaryFile(",
      "TemporaryFile(",
      ".recv(",
    ],
  ],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  if (!runsOnPython3(project, module)) return;
  for (const { node, callee } of module.calls) {
    const message = textGiven(module, node, callee) ?? bytesForText(module, node, callee);
    if (message) yield { span: node, message };
  }
  for (const comparison of module.tree.ofType("comparison_operator")) {
    const message = textInBytes(module, comparison);
    if (message) yield { span: comparison, message };
  }
}
