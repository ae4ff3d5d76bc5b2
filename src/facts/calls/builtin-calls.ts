import type { SyntaxNode } from "../../parse/tree.ts";
import { addTo } from "../../text/multimap.ts";
import type { CallFacts } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { isTried } from "../module/syntax.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { isKindAsked } from "./asked-kind.ts";
import { builtinFunctionTakers } from "./builtin-functions.ts";
import { builtinKind } from "./builtin-kind.ts";
import type { BuiltinKind } from "./builtin-results.ts";
import { accepts, fitCall, type Misfit, passingOf, type Taker } from "./call-fit.ts";
import { madeTakers } from "./made-constructors.ts";
import { readSignatures } from "./written-signatures.ts";

/** A call that raises TypeError, of what has no definition with these parameters: Python's own, or made by Python. */
export interface RefusedBuiltinCall {
  readonly call: SyntaxNode;
  /** `list.append`, `any`, `Door` */
  readonly shown: string;
  readonly misfits: readonly Misfit[];
}

/**
 * The calls of a module that no version of Python takes: of its functions, of methods of lists, dictionaries, sets, tuples and
 * texts, and of classes whose `__init__` it makes of their fields.
 */
export function refusedBuiltinCalls(
  project: ProjectFacts,
  module: ModuleFacts,
): readonly RefusedBuiltinCall[] {
  return module.calls.flatMap(
    (call) =>
      refusedMethod(project, module, call) ??
      refusedBy(builtinFunctionTakers(module, call) ?? madeTakers(project, module, call), call) ??
      [],
  );
}

function refusedBy(takers: readonly Taker[] | undefined, call: CallFacts): RefusedBuiltinCall | undefined {
  const { misfits } = takers ? fitCall(takers, passingOf(call)) : { misfits: [] };
  if (misfits.length === 0 || isTried(call.node, /except[^:]*TypeError/)) return undefined;
  return { call: call.node, shown: call.callee.text, misfits };
}

function refusedMethod(
  project: ProjectFacts,
  module: ModuleFacts,
  call: CallFacts,
): RefusedBuiltinCall | undefined {
  const object = call.callee.field("object");
  const method = call.callee.field("attribute")?.text ?? "";
  const passing = passingOf(call);
  // most calls are taken by every kind that has the method, and need no look at the value
  const refusing = (SIGNATURES.get(method) ?? []).filter(({ takers }) => !accepts(takers, passing));
  if (!object || refusing.length === 0) return undefined;
  const kind = builtinKind(project, module, object);
  const refused = refusing.find((one) => one.kind === kind);
  if (!refused || isKindAsked(call.node, object, /except[^:]*TypeError/)) return undefined;
  const { misfits } = fitCall(refused.takers, passing);
  return { call: call.node, shown: `${PYTHON_NAMES[refused.kind]}.${method}`, misfits };
}

const PYTHON_NAMES: Readonly<Record<BuiltinKind, string>> = {
  dictionary: "dict",
  list: "list",
  set: "set",
  tuple: "tuple",
  text: "str",
  number: "int",
};

interface KindSignature {
  readonly kind: BuiltinKind;
  readonly takers: readonly Taker[];
}

/**
 * What the methods take, in Python 2 and 3 together. Those that take any number, or another one in each of the two, are not
 * listed.
 */
const METHODS: Readonly<Partial<Record<BuiltinKind, string>>> = {
  list: "append object, extend iterable, insert index object, remove value, pop index?, index value start? stop?, count value, clear, copy, reverse",
  dictionary:
    "get key default?, pop key default?, setdefault key default?, has_key key, keys, values, items, iterkeys, itervalues, iteritems, copy, clear, popitem",
  set: "add element, discard element, remove element, pop, clear, copy, issubset other, issuperset other, isdisjoint other, symmetric_difference other, symmetric_difference_update other",
  tuple: "index value start? stop?, count value",
  text: `
    join iterable, split sep= maxsplit=, rsplit sep= maxsplit=, strip chars?, lstrip chars?, rstrip chars?, startswith prefix start? end?,
    endswith suffix start? end?, find sub start? end?, rfind sub start? end?, index sub start? end?, rindex sub start? end?,
    count sub start? end?, replace old new count=, lower, upper, title, capitalize, swapcase, isdigit, isalpha, isalnum, isspace,
    isupper, islower, encode encoding= errors=, decode encoding= errors=, splitlines keepends=, partition sep, rpartition sep, zfill width,
    ljust width fillchar?, rjust width fillchar?, center width fillchar?`,
};

/** By the name of the method, for each kind that has it. */
const SIGNATURES = byName();

function byName(): ReadonlyMap<string, readonly KindSignature[]> {
  const found = new Map<string, KindSignature[]>();
  for (const kind of Object.keys(METHODS) as BuiltinKind[])
    for (const [name, signatures] of readSignatures(METHODS[kind] ?? ""))
      for (const takers of signatures) addTo(found, name, { kind, takers });
  return found;
}
