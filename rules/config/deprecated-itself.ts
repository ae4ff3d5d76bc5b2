import {
  ancestorOf,
  closingBracket,
  type Finding,
  nodeAt,
  type Rule,
  type RuleContext,
  splitArguments,
} from "../../src/rule.ts";

/** An option whose deprecated name is its own name in its own group. */
export const deprecatedItself: Rule = {
  id: "config/deprecated-itself",
  title: "option that is its own deprecated name",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/keystone/commit/42d280fbe",
  mentions: [["Opt("], ["deprecated_name"]],
  check,
};

const OPTION = /\b\w+Opt\(\s*(?:name\s*=\s*)?['"]([\w-]+)['"]/g;

function* check(context: RuleContext): Generator<Finding> {
  const { text } = context;
  for (const match of text.matchAll(OPTION)) {
    const open = text.indexOf("(", match.index);
    const inner = text.slice(open + 1, closingBracket(text, open));
    const given = splitArguments(inner);
    const old = given.flatMap((one) => /^deprecated_name\s*=\s*['"]([\w-]+)['"]$/.exec(one)?.[1] ?? [])[0];
    // another group, and the group of a name in `dest`, make it another option
    if (old === undefined || given.some((one) => /^(deprecated_group|dest|deprecated_opts)\s*=/.test(one)))
      continue;
    const name = match[1] ?? "";
    if (old.replaceAll("-", "_") !== name.replaceAll("-", "_")) continue;
    const start = open + 1 + inner.indexOf("deprecated_name");
    // what looks like an option may stand in a string
    if (ancestorOf(nodeAt(context.module.tree.root, match.index), "call", "string")?.type !== "call")
      continue;
    yield {
      span: { start, end: start + "deprecated_name".length },
      message: `${name} is its own deprecated name: without deprecated_group the old name is sought in the option's own group, so whoever sets it is told to set ${name}`,
    };
  }
}
