import {
  ancestorOf,
  descendants,
  dottedName,
  type Finding,
  isLibraryOption,
  type ModuleFacts,
  type OptionRead,
  type OptionRegistry,
  optionReadAt,
  optionRegistry,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `level = conf.level` above `conf(args)` in one function. */
export const readBeforeParsed: Rule = {
  id: "config/read-before-parsed",
  title: "option read above the call that reads the configuration files",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://github.com/gnocchixyz/gnocchi/commit/3c224fc179",
  mentions: [["CONF(", "conf("]],
  check,
};

const PARSES = /^[ \t]+(?:[\w.]+\.)?(?:CONF|conf)\((?:\S|\s+\w)/m;

function* check({ module, project, text }: RuleContext): Generator<Finding> {
  if (!PARSES.test(text)) return;
  for (const { body, holder, statement } of parsingCalls(module)) {
    for (const read of readsAbove(body, holder, statement)) {
      if (!isOfTree(optionRegistry(project), read)) continue;
      yield {
        span: read.node,
        message: `${read.node.text} is read before ${holder}(…) reads the configuration files: it is the default, whatever they say`,
        related: [{ path: module.path, span: statement, message: "read here" }],
      };
    }
  }
}

interface Parsing {
  readonly body: SyntaxNode;
  readonly holder: string;
  readonly statement: SyntaxNode;
}

/** The first `conf(args, project='shop')` that is a statement of a function's own body. */
function parsingCalls(module: ModuleFacts): readonly Parsing[] {
  const found = module.calls.flatMap(({ callee, node }) => {
    const holder = dottedName(callee) ?? "";
    const statement = node.parent;
    const body = statement?.parent;
    if (!/(?:^|\.)(?:CONF|conf)$/.test(holder) || statement?.type !== "expression_statement") return [];
    return body?.parent?.type === "function_definition" ? [{ body, holder, statement }] : [];
  });
  return found.filter(
    (one, at) => !found.slice(0, at).some((other) => other.body === one.body && other.holder === one.holder),
  );
}

/** What the function itself reads of the configuration above the call; a function in there runs later. */
function readsAbove(body: SyntaxNode, holder: string, statement: SyntaxNode): readonly OptionRead[] {
  return [...descendants(body)].flatMap((node) => {
    const read = node.end <= statement.start ? optionReadAt(node) : undefined;
    const around = read && ancestorOf(node, "function_definition", "lambda");
    return read?.holder === holder && around === body.parent ? [read] : [];
  });
}

/** What a library has registered is often asked for its default. */
function isOfTree(registry: OptionRegistry, { first, second }: OptionRead): boolean {
  return second !== undefined && registry.groups.has(first)
    ? registry.groupsOf(second)?.has(first) === true
    : registry.groupsOf(first)?.has("DEFAULT") === true && !isLibraryOption(first);
}
