import {
  checkedCallsOf,
  type Finding,
  type FunctionFacts,
  keepsResult,
  namePlace,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";
import { namesOf, returnedRows, returnsIn } from "./_unpacked-result/counts.ts";
import { unpackedByBases } from "./_unpacked-result/inherited-callers.ts";
import { turned } from "./_unpacked-result/turned.ts";

/** `a, b = f()` where every return of the function gives another number of values, or gives `b, a`. */
export const unpackedResult: Rule = {
  id: "calls/unpacked-result",
  title: "result unpacked into another number of names, or in another order",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/simple_stmts.html#assignment-statements",
  mentions: [["return"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const told = new Set<FunctionFacts>();
  for (const { method, given, wanted, caller } of unpackedByBases(project, module)) {
    told.add(method);
    yield {
      span: returnsIn(method.node)[0] ?? namePlace(method),
      message: `${method.qualifiedName}() returns ${given} values, where what its class inherits unpacks ${wanted} from ${method.name}(): ValueError when that runs`,
      related: [{ path: caller.module.path, span: caller.call.node, message: "unpacked here" }],
    };
  }
  for (const { call, callee, shown, fit, isHandedOn } of checkedCallsOf(project, module)) {
    const { function: callable, module: home } = callee;
    if (isHandedOn || callable.name === "__init__" || callable.isAsync) continue;
    if (fit.misfits.length > 0 || told.has(callable)) continue;
    const misused = misuseOf(call, returnedRows(callable.node));
    if (!misused || !keepsResult(project, callee)) continue;
    yield {
      span: call,
      message: `${shown}() returns ${misused}`,
      related: [{ path: home.path, span: namePlace(callable), message: "defined here" }],
    };
  }
}

/** What a call takes out of the tuple that it gets, where the tuple has not as much, or has it in another order. */
function misuseOf(
  call: SyntaxNode,
  rows: readonly (readonly SyntaxNode[])[] | undefined,
): string | undefined {
  const { parent } = call;
  const given = rows?.[0]?.length;
  if (!rows || given === undefined) return undefined;
  if (parent?.type === "subscript") {
    const index = Number(parent.field("subscript")?.text ?? "");
    return index >= given
      ? `${given} values, of which none is number ${index} from 0: IndexError when this line runs`
      : undefined;
  }
  const target = parent?.type === "assignment" ? parent.field("left") : null;
  const names = target ? namesOf(target) : undefined;
  if (!names) return undefined;
  return names.length === given
    ? turned(names, rows)
    : `${given} values, which are unpacked into ${names.length} names: ValueError when this line runs`;
}
