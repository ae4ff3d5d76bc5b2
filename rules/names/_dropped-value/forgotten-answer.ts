import type { ModuleFacts, ProjectFacts, SyntaxNode } from "../../../src/rule.ts";
import { givesAlways } from "./last-statement.ts";

/** A call that asks for something, whose answer is what the code around it is for. */
export function forgottenAnswer(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
): string | undefined {
  const name = (call.field("function")?.text ?? "").split(".").at(-1) ?? "";
  if (!/^_?(get|find|load|read|fetch|build|make|generate)_\w/.test(name)) return undefined;
  const block = call.parent?.parent;
  const around = block?.parent;
  if (block?.type !== "block" || block.namedChildren.length !== 1 || !around) return undefined;
  if (around.type === "function_definition")
    return around.field("name")?.text === name && !isItself(module, call, around)
      ? `what ${name}() gives is dropped, and the ${name}() around it gives None: 'return' is missing`
      : undefined;
  const wanted = around.type === "if_statement" ? absentName(around.field("condition")) : undefined;
  if (wanted === undefined || !name.endsWith(`_${wanted}`) || around.namedChildren.length !== 2)
    return undefined;
  const callee = project.callee(module, call);
  return callee && givesAlways(callee.function.node)
    ? `'${wanted}' is still not there after ${name}(), whose answer is dropped: an assignment is meant`
    : undefined;
}

/** `self.get_x()` in `get_x()`: overloads and stubs. */
function isItself(module: ModuleFacts, call: SyntaxNode, around: SyntaxNode): boolean {
  const object = call.field("function")?.field("object");
  return !object || /^(self|cls|super\()/.test(object.text) || module.functionAround(call)?.node !== around;
}

/** `url` of `if not url` and `if url is None`. */
function absentName(condition: SyntaxNode | null): string | undefined {
  return /^not (\w+)$|^(\w+) is None$/
    .exec(condition?.text ?? "")
    ?.slice(1)
    .find((name) => name !== undefined);
}
