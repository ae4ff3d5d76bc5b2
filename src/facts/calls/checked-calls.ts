import type { SyntaxNode } from "../../parse/tree.ts";
import { onlyValue } from "../formats/value-at.ts";
import type { Argument, CallFacts } from "../module/calls.ts";
import type { Parameter } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { dottedName, withoutParentheses } from "../module/syntax.ts";
import type { Callee, ProjectFacts } from "../tree/project.ts";
import { isStatic, receiverClass } from "../tree/receiver.ts";
import { overridesOf } from "../tree/subclasses.ts";
import { accepts, type CallFit, fitCall, type Passing } from "./call-fit.ts";
import { certainCallee } from "./certain-callee.ts";
import { keysOf } from "./dictionary-keys.ts";
import { type HandedOn, handedOnBy } from "./handed-on.ts";
import { heldBehind } from "./held-callees.ts";
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
        heldCalls(project, module, call),
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

/** What a call runs under another name; of several functions of which one is run, none where any takes the call. */
function heldCalls(project: ProjectFacts, module: ModuleFacts, call: CallFacts): readonly CheckedCall[] {
  const { callees, isEach } = heldBehind(project, module, call.callee);
  if (callees.length === 0) return [];
  const named = new Set(call.arguments.map((one) => (one.kind === "keyword" ? one.name : undefined)));
  const checked = callees.map((held) => {
    const given = held.given
      // a call may name again what `functools.partial` has named
      .filter((one) => one.kind !== "keyword" || !named.has(one.name))
      // what another module passes stands there: the call has to stand for it
      .map((one) => (held.module === module ? one : { ...one, node: call.node, value: call.node }));
    const passing = { arguments: [...given, ...call.arguments], bound: held.callee.bound ? 1 : 0 };
    return fitted(project, module, call.node, held.reference, held.callee, passing, held.module);
  });
  const known = checked.filter((one) => one !== undefined);
  if (isEach) return known;
  const isRefused = known.length === checked.length && known.every(({ fit }) => fit.misfits.length > 0);
  return isRefused ? known.slice(0, 1) : [];
}

function fitted(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  reference: SyntaxNode,
  callee: Callee,
  passing: Passing,
  home = module,
): CheckedCall | undefined {
  const { filled } = fitCall(callee.function.parameters, passing);
  const named = withSplatsOpened(project, module, passing);
  const { misfits } = fitCall(callee.function.parameters, named);
  if (misfits.length > 0) {
    if (!keepsSignature(project, callee) && !isOddOneOut(project, callee, call)) return undefined;
    if (isTakenBelow(project, home, reference, callee, named)) return undefined;
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

/** What `*args` passes where that is a tuple which is written out. */
function valuesOfSplat(module: ModuleFacts, splat: Argument): readonly Argument[] {
  const { value, node } = splat;
  const held = value.type === "identifier" ? onlyValue(module, value) : value;
  const isPlain = held?.type === "tuple" && !held.namedChildren.some(({ type }) => type.endsWith("splat"));
  return isPlain ? held.namedChildren.map(() => ({ kind: "positional", node, value })) : [splat];
}

/** What a call passes, with what a `*splat` and a `**splat` hold in their places, where that is known. */
function withSplatsOpened(project: ProjectFacts, module: ModuleFacts, passing: Passing): Passing {
  if (!passing.arguments.some(({ kind }) => kind.endsWith("splat"))) return passing;
  const optional: string[] = [];
  const named = passing.arguments.flatMap((argument): readonly Argument[] => {
    if (argument.kind === "splat") return valuesOfSplat(module, argument);
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
