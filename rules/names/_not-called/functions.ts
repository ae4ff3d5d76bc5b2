import {
  accepts,
  calledParameters,
  calling,
  type Fix,
  functionMeant,
  type ModuleFacts,
  onlyCalled,
  type ProjectFacts,
  pathsDefining,
  type SyntaxNode,
} from "../../../src/rule.ts";

/** The name of the function that a name or an attribute certainly stands for. */
export function functionNamed(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
): string | undefined {
  if (node.type !== "identifier" && node.type !== "attribute") return undefined;
  const meant = functionMeant(project, module, node);
  if (meant || project.calleeOf(module, node)) return meant?.name;
  return methodByName(project, module, node);
}

/** The fix that calls what a node names, where that is known to take nothing. */
export function calledInstead(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): Fix | undefined {
  const callee = project.calleeOf(module, node);
  const takesNothing = callee && accepts(calledParameters(callee), { arguments: [], bound: 0 });
  return takesNothing ? calling(node) : undefined;
}

const ASKS = /^_?(is|has|can|should|needs|supports|find|get)_\w/;

/** A name of an object that is not known, which asks something by its name, and which the tree defines and else only calls. */
function methodByName(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): string | undefined {
  const name = node.field("attribute")?.text ?? "";
  const isMethod =
    ASKS.test(name) && pathsDefining(project, name).length > 0 && onlyCalled(project, module, name);
  return isMethod ? name : undefined;
}
