import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentsOf } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { isTestPath } from "../module/module-names.ts";
import { memberIsMethod } from "../tree/class-members.ts";
import type { Callee, PlacedClass, ProjectFacts } from "../tree/project.ts";
import { isClassMethod, isStatic, receiverClass } from "../tree/receiver.ts";
import { meaningWithRegistry } from "../tree/registered-objects.ts";
import { pathsDefining } from "../tree/word-index.ts";
import type { ClassSearch } from "./class-search.ts";
import { databaseFunction } from "./db-backends.ts";
import { importedModuleFunction } from "./imported-class.ts";

/** The function that a call runs: one by name, a method of a class, or one of a value whose class is certain. */
export function findCalleeOfCall(
  search: ClassSearch,
  module: ModuleFacts,
  callee: SyntaxNode,
): Callee | undefined {
  const { project } = search;
  const direct = project.calleeOf(module, callee);
  if (direct || callee.type !== "attribute") return direct;
  const object = callee.field("object");
  const name = callee.field("attribute")?.text;
  if (!object || !name || !isDefinedSomewhere(project, module, name)) return undefined;
  const holder = meaningWithRegistry(project, module, object);
  if (holder.kind === "class") return methodByClass(project, holder, name);
  if (receiverClass(project, module, object)) return undefined;
  const own = ownClass(project, module, object);
  if (own) return methodByClass(project, own, name);
  const ofModule =
    databaseFunction(project, module, object, name) ?? importedModuleFunction(project, module, object, name);
  if (ofModule) return { ...ofModule, bound: false, class: null };
  const placed = search.classOf(module, object);
  if (!placed || !memberIsMethod(project, placed, name)) return undefined;
  const method = project.findMethod(placed, name);
  return method && { ...method, bound: !isStatic(method.function), class: placed };
}

/** The class around, by what gives it of `self`: `type(self)`, `self.__class__`. */
function ownClass(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): PlacedClass | undefined {
  const [only] = node.field("function")?.text === "type" ? argumentsOf(node) : [];
  const object = node.field("attribute")?.text === "__class__" ? node.field("object") : only?.value;
  return object ? receiverClass(project, module, object) : undefined;
}

/** `Coin.get()`: only a classmethod is given the class. */
function methodByClass(project: ProjectFacts, placed: PlacedClass, name: string): Callee | undefined {
  const method = project.findMethod(placed, name);
  return method && { ...method, bound: isClassMethod(method.function), class: placed };
}

/** Whether any function can have the name: most methods that code calls are those of lists, dicts and libraries. */
function isDefinedSomewhere(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  // the definitions of tests are in no index
  return pathsDefining(project, name).length > 0 || isTestPath(module.path);
}
