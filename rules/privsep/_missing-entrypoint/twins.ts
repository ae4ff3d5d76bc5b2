import {
  actionsOf,
  type Finding,
  type FunctionFacts,
  namePlace,
  type RuleContext,
  runsPrivileged,
} from "../../../src/rule.ts";

/** Functions that do, but for constants, what an entrypoint does. */
export function* twins(
  { module, project }: RuleContext,
  entrypoints: readonly FunctionFacts[],
  told: Set<FunctionFacts>,
): Generator<Finding> {
  const shapes = new Map<string, FunctionFacts>();
  for (const facts of entrypoints) for (const { shape } of actionsOf(facts)) shapes.set(shape, facts);
  for (const facts of module.functions) {
    if (facts.owner || facts.enclosing || entrypoints.includes(facts)) continue;
    for (const action of actionsOf(facts)) {
      const twin = shapes.get(action.shape);
      if (!twin || chooses(facts, twin) || runsPrivileged(project, module, facts)) continue;
      told.add(facts);
      yield {
        span: namePlace(facts),
        message: `${facts.qualifiedName} does without privileges what ${twin.qualifiedName} does as an entrypoint`,
        related: [
          { path: module.path, span: action.node, message: "done here" },
          { path: module.path, span: twin.whole, message: `the entrypoint ${twin.qualifiedName}` },
        ],
      };
      break;
    }
  }
}

/** A function that also calls the entrypoint, or is told whether to use root, knows what it does. */
function chooses(facts: FunctionFacts, twin: FunctionFacts): boolean {
  return /unprivileged|run_as_root/.test(facts.node.text) || facts.node.text.includes(`${twin.name}(`);
}
