import type { SyntaxNode } from "../../parse/tree.ts";
import type { Binding, FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { isStatic } from "../tree/receiver.ts";
import { allCallsOf } from "./all-calls.ts";
import type { NamedCall } from "./named-calls.ts";

/** A value with the module in which it is written. */
export interface HandedValue {
  readonly module: ModuleFacts;
  readonly value: SyntaxNode;
}

/**
 * What the tree's calls of a function pass for a parameter, and `undefined` where one of them cannot be read or is not to be
 * seen. Who has seen enough stops asking.
 */
export function* argumentsHandedTo(
  project: ProjectFacts,
  placed: PlacedFunction,
  name: string,
): Generator<HandedValue | undefined> {
  const { module, function: facts } = placed;
  const at = facts.parameters.findIndex((parameter) => parameter.name === name);
  const parameter = facts.parameters[at];
  const place = at - (facts.owner && !isStatic(facts) ? 1 : 0);
  if (!parameter || /^var-/.test(parameter.kind) || place < 0) return;
  for (const made of allCallsOf(project, placed)) {
    const value = made && handedBy(made, name, place);
    if (!made || value === undefined) yield undefined;
    else if (value) yield { module: made.module, value };
    else if (parameter.defaultValue) yield { module, value: parameter.defaultValue };
  }
}

/** The value for the parameter; `null` where it is left out, `undefined` where that cannot be told. */
function handedBy({ call }: NamedCall, name: string, place: number): SyntaxNode | null | undefined {
  if (call.arguments.some(({ kind }) => kind.endsWith("splat"))) return undefined;
  const named = call.arguments.find((argument) => argument.kind === "keyword" && argument.name === name);
  if (named) return named.value;
  const argument = call.arguments[place];
  return argument?.kind === "positional" ? argument.value : null;
}

/** The function whose parameter a binding is. */
export function functionWithParameter(module: ModuleFacts, binding: Binding): FunctionFacts | undefined {
  if (binding.kind !== "other") return undefined;
  let at: SyntaxNode | null = binding.node.parent;
  while (at && at.type !== "parameters") {
    if (!/parameter|typed|default/.test(at.type)) return undefined;
    at = at.parent;
  }
  const around = at?.parent;
  return around?.type === "function_definition" ? module.functionAt(around) : undefined;
}

/** A parameter that is None unless somebody says more: what is handed in stands in for what the code makes by itself. */
export function isOptional(module: ModuleFacts, value: SyntaxNode | null): boolean {
  const bindings =
    value?.type === "identifier" ? module.lookup(value.text, module.scopeAt(value))?.bindings : undefined;
  const [only, ...more] = bindings ?? [];
  return only !== undefined && more.length === 0 && isNoneByDefault(only);
}

/** The binding of a parameter whose default is None. */
export function isNoneByDefault(binding: Binding): boolean {
  return binding.kind === "other" && binding.node.field("value")?.type === "none";
}
