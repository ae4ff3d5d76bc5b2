import {
  argumentsOf,
  entrypointsOf,
  type Finding,
  type Rule,
  type RuleContext,
  returnsOf,
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
    const results = returnsOf(facts);
    const yielded = results.find((result) => result.kind === "yield");
    if (yielded && !facts.decorators.some((decorator) => decorator.name?.endsWith("contextmanager"))) {
      yield {
        span: yielded.node,
        message: `${facts.qualifiedName} is a generator: the daemon can only send back finished values`,
      };
      continue;
    }
    for (const { value } of results) {
      const why = value && (unserialisable(project, module, value) ?? netlinkMessages(module.text, value));
      if (value && why)
        yield {
          span: value,
          message: `${facts.qualifiedName} returns ${why}, which msgpack cannot carry back from the daemon`,
        };
    }
  }
}

/** `ip.get_links()`, `ip.route('show')` of pyroute2: lists of messages whose attributes are classes of its own. */
function netlinkMessages(text: string, value: SyntaxNode): string | undefined {
  if (!text.includes("pyroute2")) return undefined;
  const wraps = value.type === "call" && ["list", "tuple"].includes(value.field("function")?.text ?? "");
  const call = wraps ? argumentsOf(value)[0]?.value : value;
  const callee = call?.type === "call" ? call.field("function") : null;
  if (
    !call ||
    callee?.type !== "attribute" ||
    !/^(ip|ipr|iproute|ipdb|netns|ns)$/.test(callee.field("object")?.text ?? "")
  )
    return undefined;
  const method = callee.field("attribute")?.text ?? "";
  const asks =
    /^(link|addr|route|rule|neigh|tc)$/.test(method) &&
    /^(get|dump|show)$/.test(stringValue(argumentsOf(call)[0]?.value) ?? "");
  return asks ||
    /^get_(links|addr|routes|rules|neighbours|neighbors|qdiscs|classes|filters|netnsid)$/.test(method)
    ? "pyroute2's own messages"
    : undefined;
}
