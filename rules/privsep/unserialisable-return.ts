import {
  entrypointsOf,
  type Finding,
  type Rule,
  type RuleContext,
  returnsOf,
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
      const why = value && unserialisable(project, module, value);
      if (value && why)
        yield {
          span: value,
          message: `${facts.qualifiedName} returns ${why}, which msgpack cannot carry back from the daemon`,
        };
    }
  }
}
