import {
  argumentsOf,
  entrypointsOf,
  type Finding,
  type ModuleFacts,
  type Rule,
  type RuleContext,
  resultsOf,
  type SyntaxNode,
  stringValue,
  unserialisable,
} from "../../src/rule.ts";

/** An entrypoint whose return value msgpack cannot carry. */
export const unserialisableReturn: Rule = {
  id: "privsep/unserialisable-return",
  title: "entrypoint that returns what msgpack cannot carry",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.privsep/latest/user/index.html",
  mentions: [[".entrypoint"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of entrypointsOf(project, module)) {
    const results = resultsOf(facts);
    const yielded = results.find((result) => result.kind === "yield");
    if (yielded) {
      yield {
        span: yielded.node,
        message: `${facts.qualifiedName} is a generator: the daemon can only send back finished values`,
      };
      continue;
    }
    for (const { value } of results) {
      const why = value && (unserialisable(project, module, value) ?? netlinkMessages(module, value));
      if (value && why)
        yield {
          span: value,
          message: `${facts.qualifiedName} returns ${why}, which msgpack cannot carry back from the daemon`,
        };
    }
  }
}

/**
 * `ip.get_links()`, `ip.route('show')` of pyroute2: lists of messages whose attributes are classes of its own; also one of the
 * list, or the list under a name.
 */
function netlinkMessages(module: ModuleFacts, value: SyntaxNode, hops = 0): string | undefined {
  if (!module.text.includes("pyroute2") || hops > 3) return undefined;
  const inner = sourceOf(module, value);
  if (inner) return netlinkMessages(module, inner, hops + 1);
  const callee = value.type === "call" ? value.field("function") : null;
  if (
    callee?.type !== "attribute" ||
    !/^(ip|ipr|iproute|ipdb|netns|ns)$/.test(callee.field("object")?.text ?? "")
  )
    return undefined;
  const method = callee.field("attribute")?.text ?? "";
  const asks =
    /^(link|addr|route|rule|neigh|tc)$/.test(method) &&
    /^(get|dump|show)$/.test(stringValue(argumentsOf(value)[0]?.value) ?? "");
  return asks ||
    /^get_(links|addr|routes|rules|neighbours|neighbors|qdiscs|classes|filters|netnsid)$/.test(method)
    ? "pyroute2's own messages"
    : undefined;
}

/** What `list(x)`, `x[0]`, `[one for one in x]` and a variable with one value take their messages from. */
function sourceOf(module: ModuleFacts, value: SyntaxNode): SyntaxNode | null | undefined {
  switch (value.type) {
    case "call":
      return ["list", "tuple"].includes(value.field("function")?.text ?? "")
        ? argumentsOf(value)[0]?.value
        : undefined;
    case "subscript":
      return value.field("value");
    case "list_comprehension": {
      const clauses = value.namedChildren.filter(({ type }) => type === "for_in_clause");
      const whole = clauses.length === 1 && clauses[0]?.field("left")?.text === value.field("body")?.text;
      return whole ? clauses[0]?.field("right") : undefined;
    }
    case "identifier": {
      const found = module.lookup(value.text, module.scopeAt(value));
      const [only, ...more] = found?.scope.kind === "function" ? found.bindings : [];
      return only?.kind === "assignment" && more.length === 0 ? only.value : undefined;
    }
    default:
      return undefined;
  }
}
