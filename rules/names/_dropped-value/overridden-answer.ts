import {
  givesAsWritten,
  literally,
  type ModuleFacts,
  ownNodes,
  type ProjectFacts,
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
  if (!called?.function.owner || !givesAsWritten(project, called) || !givesAlways(called.function.node))
    return undefined;
  const above = project
    .classOrder(placed)
    .classes.find(({ class: facts }) => facts !== placed.class && facts.methods.has(around.name));
  return above && isHandedBackBy(above.class.methods.get(around.name)?.node, name)
    ? `what ${name}() gives is dropped, which ${above.class.name}.${around.name}() returns: 'return' is missing`
    : undefined;
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

function isHandedBackBy(definition: SyntaxNode | undefined, name: string): boolean {
  return (
    definition !== undefined && new RegExp(`\\breturn self\\.${literally(name)}\\(`).test(definition.text)
  );
}
