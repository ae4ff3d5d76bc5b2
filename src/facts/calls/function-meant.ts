import type { SyntaxNode } from "../../parse/tree.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { pathsDefining } from "../tree/word-index.ts";
import { calleeOfCall } from "./instances.ts";

/**
 * The function or method of the tree that a name or an attribute stands for, where it is one for certain: bound once, and
 * no decorator makes a property or anything else of it. A class is none. The object may be any value whose class is certain.
 */
export function functionMeant(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
): FunctionFacts | undefined {
  // most attributes have names of no function, and need no look at the value
  if (node.type === "attribute" && pathsDefining(project, node.field("attribute")?.text ?? "").length === 0)
    return undefined;
  const found = calleeOfCall(project, module, node)?.function;
  if (!found || found.name === "__init__") return undefined;
  const scope = found.owner?.scope ?? found.scope.parent;
  if (scope?.bindings.get(found.name)?.length !== 1) return undefined;
  const isPlain = found.decorators.every(({ name }) =>
    /^(staticmethod|classmethod|abc\.abstractmethod|abstractmethod)$/.test(name ?? ""),
  );
  return isPlain ? found : undefined;
}
