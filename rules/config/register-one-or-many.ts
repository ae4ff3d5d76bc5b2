import {
  argumentValue,
  type Finding,
  type Meaning,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `register_opt` given a list, or `register_opts` given one option. */
export const registerOneOrMany: Rule = {
  id: "config/register-one-or-many",
  title: "one option registered as many, or many as one",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/c49e05017",
  mentions: [["register_opt", "register_cli_opt"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const call of module.calls) {
    const kind = /(?:^|\.)(register_(?:cli_)?opts?)$/.exec(call.name ?? "")?.[1];
    if (kind === undefined) continue;
    const many = kind.endsWith("s");
    const given = argumentValue(call, many ? "opts" : "opt", 0);
    const value = given && writtenOut(given, project.meaning(module, given));
    if (!given || !value) continue;
    const isList = value.type === "list" || value.type === "list_comprehension" || value.type === "tuple";
    const isOption = value.type === "call" && /Opt$/.test(value.field("function")?.text ?? "");
    if (many ? !isOption : !isList) continue;
    yield {
      span: call.node,
      message: many
        ? `${kind} is given the single option ${given.text}`
        : `${kind} is given the list ${given.type === "list" ? "of options" : given.text}: it takes one option`,
      fix: {
        kind: "safe",
        title: many ? "register one option" : "register all options",
        edits: [{ span: nameOf(call.callee), text: many ? kind.slice(0, -1) : `${kind}s` }],
      },
    };
  }
}

function writtenOut(given: SyntaxNode, meaning: Meaning): SyntaxNode | undefined {
  if (meaning.kind === "assignment") return meaning.assignment.value ?? undefined;
  return given.type === "identifier" || given.type === "attribute" ? undefined : given;
}

function nameOf(callee: SyntaxNode): SyntaxNode {
  return callee.field("attribute") ?? callee;
}
