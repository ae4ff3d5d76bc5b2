import {
  argumentsOf,
  argumentValue,
  entrypointOf,
  type Finding,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../src/rule.ts";

/** A privsep context whose prefix or path does not fit where it and its entrypoints are. */
export const contextMismatch: Rule = {
  id: "privsep/context-mismatch",
  title: "privsep context that does not fit its module",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.privsep/latest/user/index.html",
  mentions: [["PrivContext(", ".entrypoint"]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  if (context.text.includes("PrivContext(")) yield* wrongPaths(context);
  if (context.text.includes(".entrypoint")) yield* outside(context);
}

/** The daemon imports the context by `pypath`: it must be the name that the module gives it. */
function* wrongPaths({ module }: RuleContext): Generator<Finding> {
  for (const [name, bindings] of module.scope.bindings) {
    for (const binding of bindings) {
      const call = binding.kind === "assignment" ? contextCall(binding.value) : undefined;
      const path = call && argumentValue({ arguments: argumentsOf(call) }, "pypath");
      const written = path && pathText(path, module.name);
      if (!path || written === undefined || written === `${module.name}.${name}`) continue;
      yield {
        span: path,
        message: `pypath says ${written}, but this context is ${module.name}.${name}: the daemon cannot import it`,
      };
    }
  }
}

/** `entrypoint` asserts that the function's module begins with the context's prefix. */
function* outside({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.functions) {
    const decorator = entrypointOf(project, module, facts);
    const prefix =
      decorator?.name === undefined
        ? undefined
        : prefixOf(project, module, decorator.name.replace(/\.entrypoint\w*$/, ""));
    if (!decorator || prefix === undefined || module.name.startsWith(prefix)) continue;
    yield {
      span: decorator.node,
      message: `${facts.qualifiedName} is in ${module.name}, but the context takes entrypoints below ${prefix} only: AssertionError when the module is loaded`,
    };
  }
}

function prefixOf(project: ProjectFacts, module: ModuleFacts, context: string): string | undefined {
  const meaning = project.meaningOf(module, context, module.scope);
  const call = meaning.kind === "assignment" ? contextCall(meaning.assignment.value) : undefined;
  const prefix = call && argumentValue({ arguments: argumentsOf(call) }, "prefix", 0);
  if (!prefix || meaning.kind !== "assignment") return undefined;
  return prefix.text === "__name__" ? meaning.module.name : stringValue(prefix);
}

function contextCall(value: SyntaxNode | null): SyntaxNode | undefined {
  return value?.type === "call" && /(^|\.)PrivContext$/.test(value.field("function")?.text ?? "")
    ? value
    : undefined;
}

/** `__name__ + '.x'`, `'a.b.x'`. */
function pathText(node: SyntaxNode, module: string): string | undefined {
  const whole = stringValue(node);
  if (whole !== undefined) return whole;
  const tail = node.field("left")?.text === "__name__" ? stringValue(node.field("right")) : undefined;
  return tail === undefined ? undefined : `${module}${tail}`;
}
