import type { SyntaxNode } from "../../parse/tree.ts";
import { type Argument, argumentOf, argumentValue, type CallFacts } from "../module/calls.ts";
import { stringValue, withoutParentheses } from "../module/syntax.ts";
import { type Passing, passingOf } from "./call-fit.ts";

interface Runner {
  /** How many arguments come before the function that is run. */
  readonly before: number;
  /** How many arguments the runner passes of its own, before the rest of those it is given. */
  readonly own?: number;
}

const PLAIN: Runner = { before: 0 };

/** Functions that run another with the rest of their arguments. */
const RUNNERS: ReadonlyMap<string, Runner> = new Map([
  ["partial", PLAIN],
  ["spawn", PLAIN],
  ["spawn_n", PLAIN],
  ["spawn_after", { before: 1 }],
  ["spawn_after_local", { before: 1 }],
  ["submit", PLAIN],
  ["FixedIntervalLoopingCall", PLAIN],
  ["DynamicLoopingCall", PLAIN],
  ["BackOffLoopingCall", PLAIN],
  ["FixedIntervalWithTimeoutLoopingCall", PLAIN],
  ["add_to_threadpool", PLAIN],
  ["_add_to_threadpool", PLAIN],
  ["add_thread", PLAIN],
  ["TaskRunner", PLAIN],
  // a green thread hands itself to what is called at its end, a future too
  ["link", { before: 0, own: 1 }],
  ["add_done_callback", { before: 0, own: 1 }],
]);

/** Functions of modules whose last name alone says too little. */
const NAMED_RUNNERS: ReadonlyMap<string, Runner> = new Map([
  ["tpool.execute", PLAIN],
  ["eventlet.tpool.execute", PLAIN],
  ["atexit.register", PLAIN],
  ["signal.signal", { before: 1, own: 2 }],
]);

function runnerOf(call: CallFacts): Runner | undefined {
  // os-ken's hub takes keywords of its own
  if (call.name?.startsWith("hub.")) return undefined;
  const last = call.name?.split(".").at(-1) ?? call.callee.field("attribute")?.text;
  return NAMED_RUNNERS.get(call.name ?? "") ?? RUNNERS.get(last ?? "");
}

/** A function that a call hands on, with what it will be called with. */
export interface HandedOn {
  readonly reference: SyntaxNode;
  readonly passing: Omit<Passing, "bound">;
}

/** What `functools.partial`, `spawn`, threads and their like are given to run; `undefined` for any other call. */
export function handedOnBy(call: CallFacts): HandedOn | undefined {
  const runner = runnerOf(call);
  if (!runner) return handedToThread(call) ?? handedToTimer(call) ?? handedToLanguage(call);
  const own = call.arguments.slice(0, runner.before + 1);
  const target = own[runner.before];
  if (!target || own.some(({ kind }) => kind !== "positional")) return undefined;
  return {
    reference: target.value,
    passing: {
      arguments: [
        ...ownArguments(call, runner),
        ...call.arguments.slice(runner.before + 1).filter((argument) => !isForScheduler(call, argument)),
      ],
      // a looping call is given what it passes on when it is made; a partial one may get more
      isPartial: /(^|\.)partial$/.test(call.callee.text),
    },
  };
}

/** `threading.Thread(target=paint, args=(door,), kwargs={'colour': red})`; `multiprocessing.Process` takes the same. */
function handedToThread(call: CallFacts): HandedOn | undefined {
  return /(^|\.)(Thread|Process)$/.test(call.name ?? "")
    ? runWith(argumentValue(call, "target"), argumentValue(call, "args"), argumentValue(call, "kwargs"))
    : undefined;
}

/** `threading.Timer(3, paint, [door])` */
function handedToTimer(call: CallFacts): HandedOn | undefined {
  if (!/^(threading\.)?Timer$/.test(call.name ?? "")) return undefined;
  return runWith(
    argumentValue(call, "function", 1),
    argumentValue(call, "args", 2),
    argumentValue(call, "kwargs", 3),
  );
}

/** Python's own functions that run their first argument, and with how many values; `undefined` for one of each that follows. */
const RUN_BY_LANGUAGE: ReadonlyMap<string, number | undefined> = new Map([
  ...["map", "six.moves.map", "itertools.imap"].map((name) => [name, undefined] as const),
  ...["filter", "six.moves.filter", "itertools.ifilter"].map((name) => [name, 1] as const),
  ...["reduce", "six.moves.reduce", "functools.reduce"].map((name) => [name, 2] as const),
]);

/** What Python's own functions run, and with how many values: `map(paint, doors)`, `sorted(doors, key=width)`. */
function handedToLanguage(call: CallFacts): HandedOn | undefined {
  const name = call.name ?? "";
  const [first, ...more] = call.arguments;
  const run = (reference: SyntaxNode, own: number) => ({
    reference,
    passing: { arguments: ownArguments(call, { before: 0, own }) },
  });
  if (RUN_BY_LANGUAGE.has(name))
    return first && call.arguments.every(({ kind }) => kind === "positional")
      ? run(first.value, RUN_BY_LANGUAGE.get(name) ?? more.length)
      : undefined;
  const isSorting = SORTING.has(name) || name.endsWith(".sort");
  const key = isSorting ? argumentValue(call, "key") : undefined;
  return key && run(key, 1);
}

/** Those that run what they are given as `key`; a list's `sort()` does, too. */
const SORTING = new Set(["sorted", "min", "max"]);

function runWith(
  target: SyntaxNode | undefined,
  values: SyntaxNode | undefined,
  names: SyntaxNode | undefined,
): HandedOn | undefined {
  if (!target || (values && !/^(tuple|list)$/.test(values.type)) || (names && names.type !== "dictionary"))
    return undefined;
  const named = names?.namedChildren.map(keywordOf) ?? [];
  if (named.includes(undefined)) return undefined;
  const given = [
    ...(values?.namedChildren ?? []).map(argumentOf),
    ...named.filter((one) => one !== undefined),
  ];
  return { reference: target, passing: { arguments: given } };
}

/** `'colour': red` of a dictionary as what a call passes; `undefined` for a key that is not written out. */
function keywordOf(pair: SyntaxNode): Argument | undefined {
  const name = stringValue(pair.field("key"));
  const value = pair.field("value");
  if (pair.type === "dictionary_splat") return argumentOf(pair);
  return name !== undefined && value ? { kind: "keyword", name, node: pair, value } : undefined;
}

/** `cluster.submit(serialize, node, workers=ips)`: Dask's scheduler takes these for itself. */
function isForScheduler({ name }: CallFacts, argument: Argument): boolean {
  return (
    argument.kind === "keyword" &&
    name?.split(".").at(-1) === "submit" &&
    /^(?:actor|allow_other_workers|fifo_timeout|key|priority|pure|resources|retries|workers)$/.test(
      argument.name,
    )
  );
}

/** What the runner passes of its own, for which the call itself has to stand. */
function ownArguments({ node }: CallFacts, { own = 0 }: Runner): readonly Argument[] {
  return Array.from({ length: own }, () => ({ kind: "positional", node, value: node }));
}

/** What a call calls and what that gets: first the callee itself, then a function that is handed over with its arguments. */
export function calledBy(
  call: CallFacts,
): readonly { readonly callee: SyntaxNode; readonly passing: Passing }[] {
  const handed = handedOnBy(call);
  const itself = { callee: call.callee, passing: passingOf(call) };
  return handed
    ? [itself, { callee: withoutParentheses(handed.reference), passing: { ...handed.passing, bound: 0 } }]
    : [itself];
}
