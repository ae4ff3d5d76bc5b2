import type { SyntaxNode } from "../../parse/tree.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { PlacedClass, ProjectFacts } from "./project.ts";

/** The class around a method when the node is that method's `self`. */
export function receiverClass(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
): PlacedClass | undefined {
  if (node.type !== "identifier") return undefined;
  let method: FunctionFacts | null = module.functionAround(node);
  while (method && !method.owner) {
    if (method.scope.bindings.has(node.text)) return undefined;
    method = method.enclosing;
  }
  if (!method?.owner || method.parameters[0]?.name !== node.text) return undefined;
  if (method.decorators.some(({ name }) => name === "staticmethod")) return undefined;
  if (method.scope.bindings.get(node.text)?.length !== 1) return undefined;
  // not the class around the name itself: that may be one inside of the method
  return project.classAround(module, method.node);
}
