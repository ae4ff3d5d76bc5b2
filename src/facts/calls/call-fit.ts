import type { Argument, CallFacts } from "../module/calls.ts";
import type { Parameter } from "../module/definitions.ts";

/** One reason why a call raises TypeError before the function runs. */
export type Misfit =
  | { readonly kind: "missing"; readonly names: readonly string[] }
  | { readonly kind: "surplus"; readonly given: number; readonly taken: number; readonly first: Argument }
  | { readonly kind: "unknown"; readonly name: string; readonly argument: Argument }
  | { readonly kind: "twice"; readonly name: string; readonly argument: Argument };

/** A parameter as far as a call asks: of a definition in the tree, or of what is known of a library's. */
export interface Taker extends Pick<Parameter, "name" | "kind"> {
  /** `null` when the argument must be given. */
  readonly defaultValue: unknown;
}

/** How arguments meet parameters. */
export interface CallFit<P extends Taker = Parameter> {
  readonly misfits: readonly Misfit[];
  /** The parameter that each explicit argument fills; arguments after a `*splat` are left out. */
  readonly filled: ReadonlyMap<Argument, P>;
}

/** What a call passes, with `bound` leading parameters filled already (`self`). */
export interface Passing {
  readonly arguments: readonly Argument[];
  readonly bound: number;
  /** Whether more arguments may come later (`functools.partial`): then nothing is missing. */
  readonly isPartial?: boolean;
  /** Names that may be passed as well: a parameter of one of them is not missing. */
  readonly optional?: readonly string[];
}

/** What a call passes to parameters of which `self` is none any more. */
export function passingOf(call: CallFacts): Passing {
  return { arguments: call.arguments, bound: 0 };
}

/**
 * Fits arguments to parameters as the language reference's "Calls" does.
 *
 * `*splat` and `**splat` may hold anything: after them nothing is missing that they could give.
 */
export function fitCall<P extends Taker>(parameters: readonly P[], passing: Passing): CallFit<P> {
  const positional = parameters.filter(({ kind }) => kind.startsWith("positional"));
  const open = positional.slice(passing.bound);
  const filled = fillInOrder(open, passing);
  const misfits: Misfit[] = [];
  const plain = passing.arguments.filter(({ kind }) => kind === "positional");
  const extra = plain[open.length];
  if (extra && !parameters.some(({ kind }) => kind === "var-positional"))
    misfits.push({ kind: "surplus", given: plain.length, taken: open.length, first: extra });
  const takesNames = parameters.some(({ kind }) => kind === "var-keyword");
  const bound = positional.slice(0, passing.bound);
  const taken = new Set([...filled.values()].map(({ name }) => name));
  for (const argument of passing.arguments) {
    if (argument.kind !== "keyword") continue;
    const { name } = argument;
    const parameter = parameters.find((one) => one.name === name && isNameable(one));
    if (!parameter) {
      if (!takesNames) misfits.push({ kind: "unknown", name, argument });
    } else if (taken.has(name) || bound.includes(parameter)) {
      misfits.push({ kind: "twice", name, argument });
    } else {
      filled.set(argument, parameter);
      taken.add(name);
    }
  }
  const names = missingNames(parameters, passing, taken, open);
  if (names.length > 0) misfits.push({ kind: "missing", names });
  return { misfits, filled };
}

/** What the positional arguments fill; behind a `*splat` nobody knows which parameter is next. */
function fillInOrder<P extends Taker>(open: readonly P[], passing: Passing): Map<Argument, P> {
  const splatAt = passing.arguments.findIndex(({ kind }) => kind === "splat");
  const before = splatAt < 0 ? passing.arguments : passing.arguments.slice(0, splatAt);
  const plain = before.filter(({ kind }) => kind === "positional");
  return new Map(
    plain.flatMap((argument, at) => {
      const parameter = open[at];
      return parameter ? [[argument, parameter] as const] : [];
    }),
  );
}

/** Whether a keyword argument can fill it. */
function isNameable({ kind }: Taker): boolean {
  return kind === "positional-or-keyword" || kind === "keyword-only";
}

function missingNames(
  parameters: readonly Taker[],
  passing: Passing,
  taken: ReadonlySet<string>,
  open: readonly Taker[],
): readonly string[] {
  if (passing.isPartial || passing.arguments.some(({ kind }) => kind === "double-splat")) return [];
  const hasSplat = passing.arguments.some(({ kind }) => kind === "splat");
  return parameters
    .filter((parameter) => parameter.defaultValue === null && !taken.has(parameter.name))
    .filter(({ name }) => !passing.optional?.includes(name))
    .filter(({ kind }) => kind !== "var-positional" && kind !== "var-keyword")
    .filter((parameter) => parameter.kind === "keyword-only" || (open.includes(parameter) && !hasSplat))
    .map(({ name }) => name);
}

/** The first reason why a call does not fit, in words that change when the parameters do: `it has no parameter 'a'`. */
export function whyRefused(parameters: readonly Taker[], passing: Passing): string {
  const [misfit] = fitCall(parameters, passing).misfits;
  switch (misfit?.kind) {
    case "missing":
      return `it needs ${misfit.names.map((name) => `'${name}'`).join(", ")}`;
    case "surplus":
      return `it takes ${misfit.taken}, gets ${misfit.given}`;
    case "twice":
      return `it gets '${misfit.name}' twice`;
    default:
      return `it has no parameter '${misfit?.name ?? ""}'`;
  }
}

/** Whether a call with these arguments could run; nothing is known against it. */
export function accepts(parameters: readonly Taker[], passing: Passing): boolean {
  return fitCall(parameters, passing).misfits.length === 0;
}
