import type { SyntaxNode } from "../../parse/tree.ts";
import { type Argument, argumentsOf, type CallFacts } from "../module/calls.ts";
import type { ParameterKind } from "../module/definitions.ts";
import { descendants } from "../module/syntax.ts";
import type { Callee, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { overridesOf } from "../tree/subclasses.ts";
import { fitCall } from "./call-fit.ts";
import type { HandedOn } from "./handed-on.ts";
import { keepsSignature } from "./kept-signature.ts";

/** What a function calls with the rest of what it gets. */
interface Running {
  /** The parameter that is called. */
  readonly parameter: string;
  /** What that gets beside the rest. */
  readonly own: readonly Argument[];
}

/**
 * What a call gives a function of the tree to run: `self.quietly(paint, door, colour=red)` where that is
 * `def quietly(self, call, *args, **kwargs): … call(*args, **kwargs)`.
 *
 * `undefined` where the function does anything else with the rest of its arguments, or may be another one.
 */
export function handedToOwnRunner(
  project: ProjectFacts,
  callee: Callee,
  call: CallFacts,
): HandedOn | undefined {
  const { parameters } = callee.function;
  const running = project.onceFor(callee.function, "runs", () => runningOf(callee));
  if (!running || !isAsWritten(project, callee)) return undefined;
  const { filled } = fitCall(parameters, { arguments: call.arguments, bound: callee.bound ? 1 : 0 });
  const isOf = (argument: Argument) => filled.get(argument)?.name === running.parameter;
  const target = call.arguments.find(isOf);
  if (target?.kind !== "positional") return undefined;
  const rest = call.arguments.filter((argument) => !filled.has(argument));
  return { reference: target.value, passing: { arguments: [...running.own, ...rest] } };
}

/** Whether callers reach this very function, as it is written. */
function isAsWritten(project: ProjectFacts, callee: Callee): boolean {
  const { function: facts, class: placed } = callee;
  return (
    keepsSignature(project, callee) && (!placed || overridesOf(project, placed, facts.name).length === 0)
  );
}

function runningOf(placed: PlacedFunction): Running | undefined {
  const { parameters, node } = placed.function;
  const values = nameOf(placed, "var-positional");
  const names = nameOf(placed, "var-keyword");
  const parameter = parameters.findLast(({ kind }) => kind.startsWith("positional"))?.name;
  const body = node.field("body");
  if (!body || !parameter || !values || !body.text.includes(`*${values}`)) return undefined;
  const [call, ...more] = [...descendants(body)].filter((one) => isCallOf(placed, one, parameter));
  if (!call || more.some((other) => other.text !== call.text)) return undefined;
  const given = argumentsOf(call);
  const isRest = ({ kind, value }: Argument) =>
    (kind === "splat" && value.text === values) || (kind === "double-splat" && value.text === names);
  const isAll = given.filter(isRest).length === (names ? 2 : 1);
  const isUntouched = [parameter, values, names].every((name) => !name || isGivenOnly(placed, name));
  if (!isAll || !isUntouched || (names && isLookedInto(body, names))) return undefined;
  return { parameter, own: given.filter((argument) => !isRest(argument)) };
}

function nameOf({ function: { parameters } }: PlacedFunction, wanted: ParameterKind): string | undefined {
  return parameters.find(({ kind }) => kind === wanted)?.name;
}

function isCallOf({ module, function: { scope } }: PlacedFunction, node: SyntaxNode, name: string): boolean {
  const callee = node.type === "call" ? node.field("function") : null;
  return (
    callee?.type === "identifier" &&
    callee.text === name &&
    module.lookup(name, module.scopeAt(callee))?.scope === scope
  );
}

/** Whether nothing but the call binds the name. */
function isGivenOnly({ function: { scope } }: PlacedFunction, name: string): boolean {
  return scope.bindings.get(name)?.length === 1;
}

/** Whether the names are read or changed, `kwargs.pop('wait')`, before they are handed on. */
function isLookedInto(body: SyntaxNode, names: string): boolean {
  return [...descendants(body)].some(
    ({ type, text, parent }) =>
      type === "identifier" && text === names && parent?.type !== "dictionary_splat",
  );
}
