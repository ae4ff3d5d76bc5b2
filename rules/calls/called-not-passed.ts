import {
  argumentsOf,
  type Callee,
  type Finding,
  isPromise,
  ownNodes,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `spawn(self.delete(volume))`: the function is called where it is to be handed on. */
export const calledNotPassed: Rule = {
  id: "calls/called-not-passed",
  title: "function called where it is to be handed on",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/748ddf3ec1",
  mentions: [
    ["spawn", "submit(", "thread", "LoopingCall(", "partial(", "Timer(", "addCleanup(", "register("],
  ],
  check,
};

/** What runs a function: the function comes first, its arguments after it. */
const RUNNERS =
  /(^|[._])(spawn|spawn_n|submit|add_to_threadpool|add_thread|run_in_thread|apply_async|partial|FixedIntervalLoopingCall|DynamicLoopingCall|addCleanup|atexit\.register)$/;

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { node, callee } of module.calls) {
    const runner = callee.text;
    if (!RUNNERS.test(runner)) continue;
    const [first] = argumentsOf(node);
    const value = first?.kind === "positional" ? first.value : undefined;
    const called = value?.type === "call" ? project.callee(module, value) : undefined;
    if (!value || !called || !givesNoFunction(called)) continue;
    yield {
      span: value,
      message: `${called.function.name}() is called here, so ${runner.split(".").at(-1)}() gets its result, which is not a function: pass ${called.function.name} without parentheses, its arguments after it`,
    };
  }
}

/** Whether all that the function can return is written out and cannot be called. */
function givesNoFunction({ function: facts, module }: Callee): boolean {
  if (facts.name === "__init__" || facts.isAsync || isPromise({ function: facts, module })) return false;
  if (facts.decorators.some(({ name }) => /contextmanager|property/.test(name ?? ""))) return false;
  for (const node of ownNodes(facts.node)) {
    if (node.type === "yield") return false;
    if (node.type === "return_statement" && !isPlain(node.namedChildren[0])) return false;
  }
  return true;
}

function isPlain(value: SyntaxNode | undefined): boolean {
  return (
    value === undefined ||
    /^(none|true|false|integer|float|string|concatenated_string|list|dictionary|tuple)$/.test(value.type)
  );
}
