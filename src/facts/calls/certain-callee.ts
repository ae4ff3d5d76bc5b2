import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { memberIsMethod } from "../tree/class-members.ts";
import type { Callee, ProjectFacts } from "../tree/project.ts";
import { isClassMethod, isStatic, isSuperCall, methodAround, receiverClass } from "../tree/receiver.ts";
import { overridesOf } from "../tree/subclasses.ts";
import { calleeOfCall } from "./instances.ts";
import { makesOwnInstances } from "./own-instances.ts";

/** The callee, if nothing hides it or changes its parameters. */
export function certainCallee(
  project: ProjectFacts,
  module: ModuleFacts,
  reference: SyntaxNode,
): Callee | undefined {
  const callee = calleeOfCall(project, module, reference) ?? ownConstructor(project, module, reference);
  if (!callee || !isOnlyDefinition(callee)) return undefined;
  if (!isReachedAs(project, module, reference, callee)) return undefined;
  return isAttribute(callee) ? undefined : callee;
}

/** `cls(…)` of a classmethod, where no class below makes itself otherwise. */
function ownConstructor(
  project: ProjectFacts,
  module: ModuleFacts,
  reference: SyntaxNode,
): Callee | undefined {
  const owner = receiverClass(project, module, reference);
  const init = owner && project.findMethod(owner, "__init__");
  if (!init || !isClassMethodAround(module, reference)) return undefined;
  const isMadeOtherwise = ["__init__", "__new__"].some(
    (name) => overridesOf(project, owner, name).length > 0,
  );
  return isMadeOtherwise ? undefined : { ...init, bound: true, class: owner };
}

/** What is read without a call (`@property`), or whose decorators have no name. */
function isAttribute({ function: { decorators } }: Callee): boolean {
  return decorators.some(
    ({ name }) => name === undefined || /property$|\.(setter|getter|deleter)$/.test(name),
  );
}

function isOnlyDefinition(callee: Callee): boolean {
  const scope = callee.function.owner?.scope ?? callee.function.scope.parent;
  return scope?.bindings.get(callee.function.name)?.length === 1;
}

function isReachedAs(
  project: ProjectFacts,
  module: ModuleFacts,
  reference: SyntaxNode,
  callee: Callee,
): boolean {
  const placed = callee.class;
  if (!placed) return true;
  const isOwn = callee.function.owner === placed.class;
  if (callee.function.name === "__init__" && reference.field("attribute")?.text !== "__init__")
    return makesOwnInstances(project, placed) && (isOwn || project.classOrder(placed).complete);
  const object = reference.field("object");
  // super() of a class with an unknown base may be that base
  if (isSuperCall(object)) {
    const order = project.classAround(module, reference);
    return order !== undefined && (order.class.bases.length === 1 || project.classOrder(order).complete);
  }
  const around = object ? receiverClass(project, module, object) : undefined;
  if (!object || !around) return true;
  // `cls.method(obj)` passes the receiver itself
  if (isClassMethodAround(module, object)) return isClassMethod(callee.function) || isStatic(callee.function);
  return memberIsMethod(project, around, callee.function.name);
}

/** Whether the method around a node is a classmethod. */
function isClassMethodAround(module: ModuleFacts, node: SyntaxNode): boolean {
  const method = methodAround(module, node);
  return method !== undefined && isClassMethod(method);
}
