import {
  type Finding,
  type FunctionFacts,
  isEntrypointDecorator,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** An entrypoint decorator on something that the daemon cannot import as `module.name`, or called by mistake. */
export const entrypointNotImportable: Rule = {
  id: "privsep/entrypoint-not-importable",
  title: "entrypoint that the privileged daemon cannot find",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.privsep/latest/user/index.html",
  mentions: [[".entrypoint"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.functions) {
    for (const decorator of facts.decorators) {
      if (!isEntrypointDecorator(project, module, decorator)) continue;
      const reason = misplacedIn(facts) ?? misused(decorator.name ?? "", decorator.call !== null);
      if (reason) yield { span: decorator.node, message: `${facts.qualifiedName} ${reason}` };
    }
  }
}

function misplacedIn(facts: FunctionFacts): string | undefined {
  const why = "the daemon imports entrypoints by module and function name: make it a function of the module";
  if (facts.owner) return `is a method; ${why}`;
  return facts.enclosing ? `is defined inside ${facts.enclosing.qualifiedName}; ${why}` : undefined;
}

function misused(name: string, called: boolean): string | undefined {
  const withTimeout = name.endsWith("_with_timeout");
  if (withTimeout && !called)
    return "hands itself to entrypoint_with_timeout as the timeout: call the decorator with seconds";
  if (!withTimeout && called)
    return "calls the entrypoint decorator without the function: leave the parentheses out";
  return undefined;
}
