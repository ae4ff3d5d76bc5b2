import {
  commandsOf,
  entrypointAbove,
  type Finding,
  type FunctionFacts,
  namePlace,
  needsRoot,
  type RuleContext,
} from "../../../src/rule.ts";

/** Functions among entrypoints that run what needs root, as nobody: neither decorated, nor called by one that is. */
export function* rootCommands(
  { module, project }: RuleContext,
  entrypoints: readonly FunctionFacts[],
  told: Set<FunctionFacts>,
): Generator<Finding> {
  const [sibling] = entrypoints;
  for (const { call, words, asRoot } of commandsOf(module)) {
    const facts = call.within;
    if (!facts || !sibling || facts.owner || facts.enclosing || asRoot !== false || !needsRoot(words))
      continue;
    if (
      told.has(facts) ||
      entrypoints.includes(facts) ||
      /unprivileged|run_as_root|root_helper/.test(facts.node.text)
    )
      continue;
    if (project.callee(module, call.node) || entrypointAbove(project, { module, function: facts })) continue;
    told.add(facts);
    yield {
      span: namePlace(facts),
      message: `${facts.qualifiedName} runs ${words.slice(0, 2).join(" ")} and is no entrypoint, unlike its siblings: it runs as the service's user`,
      related: [
        { path: module.path, span: call.node, message: "run here" },
        { path: module.path, span: sibling.whole, message: `the entrypoint ${sibling.qualifiedName}` },
      ],
    };
  }
}
