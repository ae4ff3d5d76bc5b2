import {
  type FunctionFacts,
  givesAsWritten,
  type ModuleFacts,
  ownNodes,
  type PlacedClass,
  type ProjectFacts,
  pathsDefining,
  receiverClass,
  type SyntaxNode,
} from "../../../src/rule.ts";
import { givesAlways } from "./last-statement.ts";

/** `self._clone(door)` as the last that `clone()` does, where the `clone()` that it overrides says `return self._clone(door)`. */
export function overriddenAnswer(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
): string | undefined {
  const callee = call.field("function");
  const object = callee?.field("object");
  const name = callee?.field("attribute")?.text;
  const around = module.functionAround(call);
  if (!object || !name || !around?.owner || around.name === "__init__" || name === around.name)
    return undefined;
  const placed = receiverClass(project, module, object);
  if (!placed || !isLastOfAll(call, around.node) || givesSomething(around.node)) return undefined;
  const called = project.callee(module, call);
  if (
    !called?.function.owner ||
    !givesAsWritten(project, { ...called, class: placed }) ||
    !givesAlways(called.function.node)
  )
    return undefined;
  const order = project.classOrder(placed).classes;
  const above = order.find(({ class: facts }) => facts !== placed.class && facts.methods.has(around.name));
  const giving = above
    ? isHandedBackBy(above.class.methods.get(around.name)?.node, `self.${name}(`) && above
    : siblingHandingBack(project, placed, called.function, around, call.text);
  return giving
    ? `what ${name}() gives is dropped, which ${giving.class.name}.${around.name}() returns: 'return' is missing`
    : undefined;
}

/** Another class that inherits what is called, and whose method of the name and parameters hands back what the same call gives. */
function siblingHandingBack(
  project: ProjectFacts,
  placed: PlacedClass,
  called: FunctionFacts,
  { name, parameters }: FunctionFacts,
  call: string,
): PlacedClass | undefined {
  const shown = parameters.map((one) => one.name).join();
  for (const path of pathsDefining(project, name)) {
    const module = project.text(path)?.includes(call) ? project.module(path) : undefined;
    for (const facts of module?.classes ?? []) {
      const method = facts.methods.get(name);
      if (!module || !method || facts === placed.class || !isHandedBackBy(method.node, call)) continue;
      const sibling = { module, class: facts };
      const isAlike = method.parameters.map((one) => one.name).join() === shown;
      if (isAlike && project.findMethod(sibling, called.name)?.function === called) return sibling;
    }
  }
  return undefined;
}

/** Whether nothing comes after the call in the function, whichever branch it stands in. */
function isLastOfAll(call: SyntaxNode, definition: SyntaxNode): boolean {
  for (let at = call; at.parent && at !== definition; at = at.parent) {
    const { parent } = at;
    if (/^(for|while|try)_statement$/.test(parent.type)) return false;
    if (parent.type === "block" && parent.namedChildren.at(-1)?.start !== at.start) return false;
  }
  return true;
}

function givesSomething(definition: SyntaxNode): boolean {
  return [...ownNodes(definition)].some(
    ({ type, namedChildren }) =>
      type === "yield" || (type === "return_statement" && namedChildren.length > 0),
  );
}

function isHandedBackBy(definition: SyntaxNode | undefined, call: string): boolean {
  return definition?.text.includes(`return ${call}`) ?? false;
}
