import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { dottedName } from "../module/syntax.ts";
import type { Callee, PlacedClass, ProjectFacts } from "./project.ts";

/** The function that an expression certainly refers to; the work behind `ProjectFacts.calleeOf`. */
export function findCallee(
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode,
): Callee | undefined {
  const dotted = dottedName(callee);
  const viaSelf = selfCallee(project, module, callee, dotted);
  if (viaSelf || dotted === undefined) return viaSelf;
  const meaning = project.meaning(module, callee);
  if (meaning.kind === "class") {
    const init = project.findMethod(meaning, "__init__");
    return init && { ...init, bound: true, class: { module: meaning.module, class: meaning.class } };
  }
  if (meaning.kind !== "function") return undefined;
  const owner = meaning.function.owner;
  const isClassMethod = meaning.function.decorators.some((decorator) => decorator.name === "classmethod");
  return {
    module: meaning.module,
    function: meaning.function,
    bound: isClassMethod,
    class: owner ? { module: meaning.module, class: owner } : null,
  };
}

/** `self.m`, `cls.m`, `super().m` in a method. */
function selfCallee(
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode,
  dotted: string | undefined,
): Callee | undefined {
  const object = callee.type === "attribute" ? callee.field("object") : null;
  const name = callee.field("attribute")?.text;
  const placed = object && name ? project.classAround(module, callee) : undefined;
  if (!object || !name || !placed) return undefined;
  const isSuper = object.type === "call" && object.field("function")?.text === "super";
  const isSelf = dotted !== undefined && isReceiver(module, object);
  if (!isSuper && !isSelf) return undefined;
  const { classes } = project.classOrder(placed);
  for (const candidate of isSuper ? afterSuper(project, module, object, classes) : classes) {
    const method = candidate.class.methods.get(name);
    if (method) {
      const bound = !method.decorators.some((decorator) => decorator.name === "staticmethod");
      return { module: candidate.module, function: method, bound, class: candidate };
    }
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

/** Whether a name is the first parameter of the method around it (`self`, `cls`), also from a nested function. */
function isReceiver(module: ModuleFacts, object: SyntaxNode): boolean {
  if (object.type !== "identifier") return false;
  let method = module.functionAround(object);
  while (method && !method.owner) {
    if (method.scope.bindings.has(object.text)) return false;
    method = method.enclosing;
  }
  if (!method || method.decorators.some((decorator) => decorator.name === "staticmethod")) return false;
  return method.parameters[0]?.name === object.text && method.scope.bindings.get(object.text)?.length === 1;
}
