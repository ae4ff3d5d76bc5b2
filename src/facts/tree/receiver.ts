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
  if (!method?.owner || method.parameters[0]?.name !== node.text || isStatic(method)) return undefined;
  if (method.scope.bindings.get(node.text)?.length !== 1) return undefined;
  // not the class around the name itself: that may be one inside of the method
  return project.classAround(module, method.node);
}

/** The method that holds a node, also through functions inside of it. */
export function methodAround(module: ModuleFacts, node: SyntaxNode): FunctionFacts | undefined {
  let at = module.functionAround(node);
  while (at && !at.owner) at = at.enclosing;
  return at ?? undefined;
}

/** `super()`, also with a class and an object. */
export function isSuperCall(node: SyntaxNode | null | undefined): boolean {
  return node?.type === "call" && node.field("function")?.text === "super";
}

/** Whether a method is given neither the object nor the class it is called on. */
export function isStatic({ decorators }: FunctionFacts): boolean {
  return decorators.some(({ name }) => /staticmethod$/.test(name ?? ""));
}

/** Whether a method is given the class it is called on: `@classmethod`, and what others make of it. */
export function isClassMethod({ decorators }: FunctionFacts): boolean {
  return decorators.some(({ name }) => /classmethod$/.test(name ?? ""));
}
