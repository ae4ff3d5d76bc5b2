import {
  actOf,
  entrypointAbove,
  type Finding,
  type FunctionFacts,
  isCalledBare,
  isCalledOutside,
  isPrivilegedPath,
  type ModuleFacts,
  namePlace,
  namesCalled,
  questionsOf,
  type RuleContext,
  type SyntaxNode,
  sharedChange,
} from "../../../src/rule.ts";
import { isNamedForRoot } from "./names.ts";

/**
 * A function that acts as the entrypoints beside it act, is none, and is called from outside. In a module for privileged
 * code everything that reaches out of the function counts as an act; elsewhere only changes that entrypoints make too.
 */
export function* oddInCompany(
  { module, project }: RuleContext,
  entrypoints: readonly FunctionFacts[],
  told: ReadonlySet<FunctionFacts>,
): Generator<Finding> {
  const [first] = entrypoints;
  const isPrivileged = isPrivilegedPath(module.path);
  if (!first || (!isPrivileged && entrypoints.length < 2)) return;
  const questions = isPrivileged ? questionsOf(module) : new Set<SyntaxNode>();
  const actBy = (facts: FunctionFacts): string | undefined => {
    if (isNamedForRoot(facts)) return namesCalled(module, facts)[0];
    return isPrivileged ? actOf(module, facts, questions) : sharedChange(module, entrypoints, facts);
  };
  for (const facts of module.functions) {
    if (told.has(facts) || entrypoints.includes(facts) || !isOpenFunction(facts)) continue;
    if (knowsOfRoot(module, facts, entrypoints)) continue;
    const act = actBy(facts);
    if (act === undefined) continue;
    const isCalled = isCalledOutside(project, module, facts);
    if (!isCalled && !(isNamedForRoot(facts) && isCalledBare(project, module, facts))) continue;
    if (isPrivileged && entrypointAbove(project, { module, function: facts })) continue;
    const sibling = entrypoints.find((entrypoint) => namesCalled(module, entrypoint).includes(act)) ?? first;
    yield {
      span: namePlace(facts),
      message: `${facts.qualifiedName} calls ${act} and is no entrypoint, unlike ${sibling.qualifiedName}: it runs as the service's user`,
      related: [
        { path: module.path, span: sibling.whole, message: `the entrypoint ${sibling.qualifiedName}` },
      ],
    };
  }
}

/** A function of the module itself that others may call, and that its name does not call unprivileged. */
function isOpenFunction({ name, owner, enclosing }: FunctionFacts): boolean {
  return !owner && !enclosing && !name.startsWith("_") && !/unprivileged/.test(name);
}

/** Whether a function calls an entrypoint, or is told whether to use root. */
function knowsOfRoot(
  module: ModuleFacts,
  facts: FunctionFacts,
  entrypoints: readonly FunctionFacts[],
): boolean {
  if (!isNamedForRoot(facts) && /run_as_root/.test(withoutOrders(module, facts))) return true;
  const calls = namesCalled(module, facts);
  return entrypoints.some(({ name }) => calls.includes(name));
}

/** A function's text; in a module for privileged code `run_as_root=True` without a helper only says that root is taken for granted. */
function withoutOrders(module: ModuleFacts, { node }: FunctionFacts): string {
  const isOrder = isPrivilegedPath(module.path) && !node.text.includes("root_helper");
  return isOrder ? node.text.replaceAll("run_as_root=True", "") : node.text;
}
