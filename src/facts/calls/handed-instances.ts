import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentsOf } from "../module/calls.ts";
import type { Binding, FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";

/**
 * What the module's own calls of a class pass for a parameter of its `__init__`; `undefined` where a call cannot be read.
 *
 * The class must be named in no other way, so that no other call can be: `Proxy(self)` and nothing else of `Proxy`.
 */
export function argumentsHandedTo(module: ModuleFacts, binding: Binding): readonly SyntaxNode[] | undefined {
  const init = initOf(module, binding);
  const owner = init?.owner;
  if (!init || !owner?.name.startsWith("_")) return undefined;
  const at = init.parameters.findIndex(({ name }) => name === nameOf(binding)) - 1;
  const uses = module.tree
    .ofType("identifier")
    .filter(({ text, start }) => text === owner.name && start !== owner.node.field("name")?.start);
  const given: SyntaxNode[] = [];
  for (const use of uses) {
    const call = use.parent;
    if (call?.type === "argument_list" && call.parent?.field("function")?.text === "super") continue;
    if (call?.type !== "call" || use.fieldName !== "function") return undefined;
    const argument = argumentsOf(call)[at];
    if (argument?.kind !== "positional") return undefined;
    given.push(argument.value);
  }
  return at < 0 || given.length === 0 ? undefined : given;
}

function nameOf(binding: Binding): string | undefined {
  return binding.kind === "other" ? binding.name : undefined;
}

function initOf(module: ModuleFacts, { node }: Binding): FunctionFacts | undefined {
  const around = node.parent?.type === "parameters" ? node.parent.parent : node.parent?.parent?.parent;
  const init = around?.type === "function_definition" ? module.functionAt(around) : undefined;
  return init?.name === "__init__" ? init : undefined;
}
