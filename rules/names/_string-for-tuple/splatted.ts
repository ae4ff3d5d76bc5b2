import {
  checkedCallsOf,
  type Finding,
  type FunctionFacts,
  instead,
  ownNodes,
  type RuleContext,
  stringValue,
} from "../../../src/rule.ts";

/** `self._run('-r')` of a `_run(self, words)` that calls `execute('tool', *words)`: each letter becomes a word. */
export function* splatted({ module, project }: RuleContext): Generator<Finding> {
  for (const { callee, fit } of checkedCallsOf(project, module))
    for (const [{ value }, { name }] of fit.filled) {
      const text = value.type === "string" ? stringValue(value) : undefined;
      if (text === undefined || text.length < 2 || !isSplattedIn(callee.function, name)) continue;
      yield {
        span: value,
        message: `${value.text} is a string, not a tuple: ${callee.function.name}() passes its '${name}' on letter by letter`,
        fix: instead(value, `(${value.text},)`),
      };
    }
}

/** Whether a function unpacks a parameter into a call, as it got it, and does not ask what it is. */
function isSplattedIn(facts: FunctionFacts, name: string): boolean {
  const reads = [...ownNodes(facts.node)].filter(
    ({ type, text, parent }) =>
      type === "identifier" && text === name && parent?.type !== "default_parameter",
  );
  return (
    facts.scope.bindings.get(name)?.length === 1 &&
    reads.some(({ parent }) => parent?.type === "list_splat" && parent.parent?.type === "argument_list") &&
    !/\b(isinstance|type)\(/.test(facts.node.text)
  );
}
