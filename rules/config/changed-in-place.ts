import {
  dottedName,
  type Finding,
  literally,
  type ModuleFacts,
  type OptionRegistry,
  optionReadAt,
  optionRegistry,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  valueAt,
  withoutParentheses,
} from "../../src/rule.ts";

/** What changes a list itself. */
const METHODS = ["append", "extend", "insert", "remove", "sort", "reverse"];

/** `CONF.names.append(…)`, `names = CONF.names; names += …`, `CONF.group.option = …`. */
export const changedInPlace: Rule = {
  id: "config/changed-in-place",
  title: "option's value changed without set_override",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/7cdabc6b",
  mentions: [
    ["CONF", "conf."],
    [...METHODS.map((method) => `.${method}(`), "+=", " = "],
  ],
  check,
};

/** What changes anything here. */
const STATEMENTS = ["assignment", "augmented_assignment", "call"];

const CHANGED = String.raw`\s*(?:\.(?:${METHODS.join("|")})\(|\+=)`;
const DIRECT = new RegExp(String.raw`(?:CONF|\bconf)(?:\.\w+){1,2}(?:${CHANGED}|\s*=[^=])`);
const HELD = /^[ \t]*(\w+)\s*=\s*\(?\s*(?:\w+\.)*(?:CONF|_?conf)\.\w/gm;

/** Where neither an option nor a name that holds one is changed in the text, nothing is parsed. */
function isSuspect(text: string): boolean {
  if (DIRECT.test(text)) return true;
  const names = new Set(Array.from(text.matchAll(HELD), ([, name = ""]) => name));
  return [...names].some((name) => new RegExp(String.raw`\b${literally(name)}${CHANGED}`).test(text));
}

function* check({ module, project, text }: RuleContext): Generator<Finding> {
  if (!isSuspect(text)) return;
  const registry = optionRegistry(project);
  for (const node of STATEMENTS.flatMap((type) => module.tree.ofType(type))) {
    const assigned = assignedOption(module, node, registry);
    if (assigned !== undefined && !isOfCommand(project, assigned)) {
      yield {
        span: node,
        message: `assigns to ${assigned}: the value lies in an object that oslo.config drops with its next change, and the option is what it was; CONF.set_override() is meant`,
      };
      continue;
    }
    const changed = changedValue(node);
    const read = changed && optionOf(module, changed, registry);
    if (read)
      yield {
        span: node,
        message: `changes the value of ${read.text} itself, the object that oslo.config hands to everybody who reads the option; a copy is meant: list(${read.text})`,
        related:
          changed.start === read.start
            ? []
            : [{ path: module.path, span: read, message: "the option's value, no copy of it" }],
      };
  }
}

/** What a statement changes in place, where it is surely a list: `x` of `x.append(1)` and of `x += [1]`. */
function changedValue(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === "augmented_assignment") {
    const right = node.field("right");
    const isList = right?.type === "list" || right?.type === "list_comprehension";
    return node.field("operator")?.text === "+=" && isList ? (node.field("left") ?? undefined) : undefined;
  }
  const called = node.type === "call" ? node.field("function") : null;
  if (called?.type !== "attribute" || !METHODS.includes(called.field("attribute")?.text ?? ""))
    return undefined;
  const isStatement = node.parent?.type === "expression_statement";
  return isStatement ? (called.field("object") ?? undefined) : undefined;
}

/** The read of an option that gives the expression its value. */
function optionOf(
  module: ModuleFacts,
  expression: SyntaxNode,
  registry: OptionRegistry,
): SyntaxNode | undefined {
  if (expression.type !== "identifier")
    return namedOption(module, expression, registry) === undefined ? undefined : expression;
  const held = valueAt(module, expression);
  const value = held && firstChoice(withoutParentheses(held));
  const read = value && optionReadAt(value);
  if (!value || !read || read.node.start !== value.start || read.node.end !== value.end) return undefined;
  if (read.second !== undefined && !registry.groups.has(read.first)) return undefined;
  return registry.isKnown(read.second ?? read.first) ? value : undefined;
}

/** `CONF.names` of `CONF.names or []`. */
function firstChoice(value: SyntaxNode): SyntaxNode {
  const isOr = value.type === "boolean_operator" && value.field("operator")?.text === "or";
  return (isOr && value.field("left")) || value;
}

/** `CONF.group.option = value`: an attribute of the object that stands for the group just now. */
function assignedOption(module: ModuleFacts, node: SyntaxNode, registry: OptionRegistry): string | undefined {
  const left = node.type === "assignment" ? node.field("left") : null;
  return left && namedOption(module, left, registry) === "of a group" ? left.text : undefined;
}

/** Whether it is a part of what a command was called with, `CONF.command.begin`: the program's own, for as long as it runs. */
function isOfCommand(project: ProjectFacts, assigned: string): boolean {
  const [, holder = ""] = /CONF\.(\w+)\./.exec(assigned) ?? [];
  const made = new RegExp(
    `SubCommandOpt\\(\\s*(?:name\\s*=\\s*)?['"]${literally(holder)}['"]|\\bdest\\s*=\\s*['"]${literally(holder)}['"]`,
  );
  return project.pathsMentioning("SubCommandOpt(").some((path) => made.test(project.text(path) ?? ""));
}

/** `CONF.option`, `CONF.group.option`: read from the global configuration by name. */
function namedOption(
  module: ModuleFacts,
  node: SyntaxNode,
  registry: OptionRegistry,
): "of a group" | "of none" | undefined {
  const name = node.type === "attribute" ? dottedName(node) : undefined;
  const [whole, first = "", second] = /(?:^|\.)CONF\.(\w+)(?:\.(\w+))?$/.exec(name ?? "") ?? [];
  if (whole === undefined || NO_OPTIONS.test(first)) return undefined;
  const kind = second === undefined ? "of none" : "of a group";
  // options of libraries are registered outside of the tree
  if (isOslosConf(module, name ?? "")) return kind;
  const group = second === undefined ? "DEFAULT" : first;
  return registry.groupsOf(second ?? first)?.has(group) ? kind : undefined;
}

/** What a ConfigOpts has besides options. */
const NO_OPTIONS = /^(_\w+|default_config_(files|dirs)|config_(file|dir)|args|project|version|prog|usage)$/;

/** Whether `CONF` is oslo.config's for sure: read from its module, or assigned from there. */
function isOslosConf({ text }: ModuleFacts, name: string): boolean {
  if (!/^(?:from oslo_config import|from oslo\.config import|import oslo_config)/m.test(text)) return false;
  return name.startsWith("cfg.CONF.") || (name.startsWith("CONF.") && /^CONF = cfg\.CONF$/m.test(text));
}
