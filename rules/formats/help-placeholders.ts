import {
  argumentValue,
  type Finding,
  type Rule,
  type RuleContext,
  readPercentFormat,
  stringValue,
} from "../../src/rule.ts";

/** `add_argument('--from', help='a date, %Y-%m-%d')`: argparse fills in `%`, and fails when the help is shown. */
export const helpPlaceholders: Rule = {
  id: "formats/help-placeholders",
  title: "help text of a command that argparse cannot fill",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/argparse.html#help",
  mentions: [["add_argument("], ["help="], ["%"]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const call of module.calls) {
    if (call.callee.field("attribute")?.text !== "add_argument") continue;
    const help = argumentValue(call, "help");
    const text = help && /^(string|concatenated_string)$/.test(help.type) ? stringValue(help) : undefined;
    if (!help || text === undefined || !text.includes("%")) continue;
    const { broken, placeholders } = readPercentFormat(text);
    const wrong = (broken[0] ?? placeholders.find(({ key }) => key === undefined))?.text;
    if (wrong === undefined) continue;
    yield {
      span: help,
      message: `argparse fills in '%' itself, and cannot read '${wrong}': --help ends in an error; '%%' is one that stays`,
    };
  }
}
