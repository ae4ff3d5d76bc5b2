import { commandsOf, type Finding, type Rule, type RuleContext, stringValue } from "../../src/rule.ts";

/** `execute('a', '|', 'tee', path)`: no shell is there to read the pipe, so that the command gets it as a word. */
export const shellInArgument: Rule = {
  id: "privsep/shell-in-argument",
  title: "shell operator passed to a command as a word",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/os-brick/commit/37d57c43",
  mentions: [
    ["execute", "trycmd"],
    ["'|'", '"|"', "'>'", '">"', "'>>'", '">>"', "'&&'", '"&&"', "'||'", '"||"', "'2>&1'", '"2>&1"'],
  ],
  check,
};

const OPERATOR = /^(?:\||\|\||&&|>|>>|<|&|[12]?>&[12]|2>)$/;

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { call, words } of commandsOf(module)) {
    const given = call.arguments.filter(({ kind }) => kind !== "keyword");
    const at = given.findIndex(({ value }) => OPERATOR.test(stringValue(value) ?? ""));
    const operator = given[at]?.value;
    // `--separator |`
    if (/^-/.test(stringValue(given[at - 1]?.value) ?? "")) continue;
    // the first word may be a shell, a tool that takes expressions, or another machine's
    if (!operator || at === given.length - 1 || !/^[\w./-]+$/.test(words[0] ?? "")) continue;
    if (TAKES_OPERATORS.test(words[0] ?? "") || /\bshell\s*=/.test(call.node.text)) continue;
    if (given.some(({ kind }) => kind !== "positional")) continue;
    const runner = project.callee(module, call.node)?.function.node.text ?? "";
    if (/shell\s*=\s*True|shell['"]?\]\s*=|ssh|SSH|['"] ['"]\.join\(/.test(runner)) continue;
    yield {
      span: call.node,
      message: `no shell runs ${words[0] ?? ""}, which gets ${operator.text} and what follows as its own arguments`,
    };
  }
}

const TAKES_OPERATORS =
  /(?:^|\/)(?:(?:ba|z|k|da)?sh|ssh|expr|test|find|psql|mysql|awk|g?awk|su|sudo|env|eval|adb|cmd|echo)$/;
