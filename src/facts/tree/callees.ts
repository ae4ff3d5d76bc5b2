import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { Callee, PlacedClass, ProjectFacts } from "./project.ts";
import { isClassMethod, isStatic, isSuperCall, receiverClass } from "./receiver.ts";

/** The function that an expression certainly refers to; the work behind `ProjectFacts.calleeOf`. */
export function findCallee(
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode,
): Callee | undefined {
  const viaSelf = selfCallee(project, module, callee);
  if (viaSelf) return viaSelf;
  const meaning = project.meaning(module, callee);
  if (meaning.kind === "class") {
    const init = project.findMethod(meaning, "__init__");
    return init && { ...init, bound: true, class: { module: meaning.module, class: meaning.class } };
  }
  if (meaning.kind !== "function") return undefined;
  const { module: home, function: facts } = meaning;
  const owner = facts.owner && { module: home, class: facts.owner };
  return { module: home, function: facts, bound: isClassMethod(facts), class: owner };
}

/** `self.m`, `cls.m`, `super().m` in a method. */
function selfCallee(project: ProjectFacts, module: ModuleFacts, callee: SyntaxNode): Callee | undefined {
  const object = callee.field("object");
  const name = callee.field("attribute")?.text;
  if (!object || !name) return undefined;
  const isSuper = isSuperCall(object);
  const placed = isSuper ? project.classAround(module, callee) : receiverClass(project, module, object);
  if (!placed) return undefined;
  const { classes } = project.classOrder(placed);
  for (const candidate of isSuper ? afterSuper(project, module, object, classes) : classes) {
    const method = candidate.class.methods.get(name);
    if (method)
      return { module: candidate.module, function: method, bound: !isStatic(method), class: candidate };
    // an attribute of the same name hides the methods of later classes
    if (candidate.class.scope.bindings.has(name)) return undefined;
  }
  return undefined;
}

/** The classes in which `super()` looks: those after the class itself, or after the one that it names. */
function afterSuper(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  classes: readonly PlacedClass[],
): readonly PlacedClass[] {
  const named = call.field("arguments")?.namedChildren[0];
  const meaning = named && project.meaning(module, named);
  if (meaning?.kind !== "class") return classes.slice(1);
  const at = classes.findIndex(({ class: facts }) => facts === meaning.class);
  return at < 0 ? [] : classes.slice(at + 1);
}
