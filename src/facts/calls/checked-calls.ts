import type { SyntaxNode } from "../../parse/tree.ts";
import type { Argument, CallFacts } from "../module/calls.ts";
import type { Parameter } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { dottedName, withoutParentheses } from "../module/syntax.ts";
import { valuesReaching } from "../names/reaching-values.ts";
import type { Callee, ProjectFacts } from "../tree/project.ts";
import { isStatic, receiverClass } from "../tree/receiver.ts";
import { overridesOf } from "../tree/subclasses.ts";
import { accepts, type CallFit, fitCall, type Passing } from "./call-fit.ts";
import { certainCallee } from "./certain-callee.ts";
import { keysOf } from "./dictionary-keys.ts";
import { type HandedOn, handedOnBy } from "./handed-on.ts";
import { changesSignature, keepsSignature } from "./kept-signature.ts";
import { allCallsEndingIn } from "./named-calls.ts";
import { handedToOwnRunner } from "./own-runners.ts";

/** A call whose function is known for certain, with the fit of its arguments. */
export interface CheckedCall {
  readonly call: SyntaxNode;
  readonly callee: Callee;
  /** What the call runs, as the caller wrote it. */
  readonly shown: string;
  readonly passing: Passing;
  readonly fit: CallFit;
  /** Whether the function is handed on for another to run: what the call gives is not what the function gives. */
  readonly isHandedOn: boolean;
}

/**
 * Every call of the module, and every call that hands a function on with its arguments (`functools.partial`,
 * `spawn`, functions of the tree that run what they get), whose function is certain and whose parameters callers see as written.
 */
export function checkedCallsOf(project: ProjectFacts, module: ModuleFacts): readonly CheckedCall[] {
  return project.latest(module, "checked calls", () =>
    module.calls.flatMap(
      (call) =>
        checkCall(project, module, call) ??
        handedOn(project, module, call, handedOnBy(call)) ??
        chosenBefore(project, module, call),
    ),
  );
}

/** The call itself, and what it gives its callee to run. */
function checkCall(
  project: ProjectFacts,
  module: ModuleFacts,
  call: CallFacts,
): readonly CheckedCall[] | undefined {
  const callee = certainCallee(project, module, call.callee);
  if (!callee) return undefined;
  const itself = fitted(project, module, call.node, call.callee, callee, {
    arguments: call.arguments,
    bound: callee.bound ? 1 : 0,
  });
  const run = handedOn(project, module, call, handedToOwnRunner(project, callee, call));
  const both = [itself, run].filter((one) => one !== undefined);
  return both.length > 0 ? both : undefined;
}

function handedOn(
  project: ProjectFacts,
  module: ModuleFacts,
  call: CallFacts,
  handed: HandedOn | undefined,
): CheckedCall | undefined {
  if (!handed) return undefined;
  const reference = withoutParentheses(handed.reference);
  const callee = certainCallee(project, module, reference);
  if (!callee) return undefined;
  const run = fitted(project, module, call.node, reference, callee, {
    ...handed.passing,
    bound: callee.bound ? 1 : 0,
  });
  return run && { ...run, isHandedOn: true };
}

/** `paint = self.brush if … else self.spray` and below it `paint(door)`: each of them is what the call may run. */
function chosenBefore(project: ProjectFacts, module: ModuleFacts, call: CallFacts): readonly CheckedCall[] {
  const { callee: name } = call;
  const scope = name.type === "identifier" ? module.scopeAt(name) : undefined;
  const bindings = scope?.kind === "function" ? scope.bindings.get(name.text) : undefined;
  if (!bindings?.every(({ kind }) => kind === "assignment")) return [];
  return valuesReaching(name)
    .flatMap(choices)
    .flatMap((value) => {
      const callee = certainCallee(project, module, value);
      const passing = { arguments: call.arguments, bound: callee?.bound ? 1 : 0 };
      return (callee && fitted(project, module, call.node, value, callee, passing)) ?? [];
    });
}

/** The names that a value may be one of. */
function choices(value: SyntaxNode): readonly SyntaxNode[] {
  if (value.type === "identifier" || value.type === "attribute") return [value];
  if (value.type === "parenthesized_expression") return value.namedChildren.flatMap(choices);
  const [first, , last] = value.type === "conditional_expression" ? value.namedChildren : [];
  return [first, last].flatMap((one) => (one ? choices(one) : []));
}

function fitted(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  reference: SyntaxNode,
  callee: Callee,
  passing: Passing,
): CheckedCall | undefined {
  const { filled } = fitCall(callee.function.parameters, passing);
  const named = withNamesOfSplats(project, module, passing);
  const { misfits } = fitCall(callee.function.parameters, named);
  if (misfits.length > 0) {
    if (!keepsSignature(project, callee) && !isOddOneOut(project, callee, call)) return undefined;
    if (isTakenBelow(project, module, reference, callee, named)) return undefined;
  }
  return {
    call,
    callee,
    shown: shownName(reference, callee),
    passing,
    fit: { misfits, filled },
    isHandedOn: false,
  };
}

/** What a call passes, with the names that a `**splat` holds in its place, where they are known. */
function withNamesOfSplats(project: ProjectFacts, module: ModuleFacts, passing: Passing): Passing {
  if (!passing.arguments.some(({ kind }) => kind === "double-splat")) return passing;
  const optional: string[] = [];
  const named = passing.arguments.flatMap((argument): readonly Argument[] => {
    const keys = argument.kind === "double-splat" ? keysOf(project, module, argument.value) : undefined;
    if (!keys) return [argument];
    optional.push(...keys.possible);
    return keys.certain.map((name) => ({ ...argument, kind: "keyword", name }));
  });
  return { ...passing, arguments: named, optional };
}

/** Whether an override that `self` may have instead takes the call. */
function isTakenBelow(
  project: ProjectFacts,
  module: ModuleFacts,
  reference: SyntaxNode,
  callee: Callee,
  passing: Passing,
): boolean {
  const object = reference.type === "attribute" ? reference.field("object") : null;
  const around = object && receiverClass(project, module, object);
  if (!around) return false;
  return overridesOf(project, around, callee.function.name).some(
    (override) =>
      !keepsSignature(project, override) ||
      accepts(override.function.parameters, isStatic(override.function) ? { ...passing, bound: 0 } : passing),
  );
}

function shownName(reference: SyntaxNode, callee: Callee): string {
  const written = dottedName(reference)?.replace(/^(self|cls)\./, "");
  return written ?? callee.function.name;
}

/**
 * Whether every other call of the name, two at least, fits the parameters as written: then an unread decorator keeps them.
 */
function isOddOneOut(project: ProjectFacts, callee: Callee, call: SyntaxNode): boolean {
  const { name, parameters } = callee.function;
  if (name === "__init__" || changesSignature(project, callee)) return false;
  const bound = callee.function.owner && !isStatic(callee.function) ? 1 : 0;
  const others = allCallsEndingIn(project, name).filter((one) => one.call.node !== call);
  return (
    others.length > 1 && others.every((one) => accepts(parameters, { arguments: one.call.arguments, bound }))
  );
}

/** The parameters that callers fill, the bound ones left out. */
export function openParameters(callee: Callee): readonly Parameter[] {
  return callee.function.parameters.slice(callee.bound ? 1 : 0);
}
