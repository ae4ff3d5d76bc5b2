import type { Parameter } from "../module/definitions.ts";
import {
  type FittedCall,
  isOwnName,
  type Misplaced,
  type PlacedArgument,
  quoted,
} from "./placed-arguments.ts";
import { ANY_THING, fits, GENERAL, isAboutIt, sharesWords } from "./spoken-names.ts";

/** Every argument one place too early: `delete(image, snapshot)` of `delete(pool, image_name, snapshot_name=None)`. */
export function slid(checked: FittedCall, placed: readonly PlacedArgument[]): Misplaced | undefined {
  const open = positional(checked);
  const given = checked.given;
  const last = open[given.length];
  if (given.length < 2 || given.length !== placed.length || last === undefined) return undefined;
  const isSlid = placed.every(({ said, parameter }, at) => {
    const next = open[at + 1];
    return next !== undefined && sharesWords(said, next.name) && !sharesWords(said, parameter.name);
  });
  if (!isSlid || last.defaultValue === null) return undefined;
  const names = quoted(open.map(({ name }) => name));
  return {
    message: `${checked.shown}(): each argument stands in the place before its own: the parameters are ${names}`,
  };
}

/**
 * Two or more arguments, the first named exactly as the parameter after its own and each other like the one after its own: one
 * came in before them, and the last gets nothing.
 */
export function pushed(checked: FittedCall, placed: readonly PlacedArgument[]): Misplaced | undefined {
  const open = positional(checked);
  const run: { readonly said: string; readonly next: Parameter; readonly own: Parameter }[] = [];
  for (const { said, argument, parameter: own } of placed) {
    const next = open[open.indexOf(own) + 1];
    const isLate = run.length > 0 && next && sharesWords(said, next.name) && !sharesWords(said, own.name);
    if (next && (isLate || (argument.value.type === "identifier" && said === next.name)))
      run.push({ said, next, own });
    else if (run.length > 1) break;
    else run.length = 0;
  }
  const [first] = run;
  const last = run.at(-1)?.next.name;
  if (!first || run.length < 2 || last === undefined || namesFilled(checked).has(last)) return undefined;
  if (placed.some(({ said }) => fits(said, first.own.name))) return undefined;
  const names = quoted(run.map(({ said }) => said));
  return {
    message: `${checked.shown}(): ${names} stand one place too early, after '${first.own.name}' was left out: '${last}' gets nothing`,
  };
}

/** An argument named exactly as a later parameter that nothing fills, in the place of an optional one. */
export function shifted(checked: FittedCall, placed: readonly PlacedArgument[]): Misplaced | undefined {
  const filled = namesFilled(checked);
  const { open } = checked;
  for (const { said, argument, parameter } of placed) {
    if (!isOwnName(argument.value) || said === parameter.name) continue;
    const meant = open.find(({ name }) => name === said);
    if (!meant?.kind.startsWith("positional") || filled.has(meant.name)) continue;
    // two optional ones are confused; in a required parameter's place nearly any value may be meant
    if (parameter.defaultValue === null && !isOutOfPlace(said, parameter, meant)) continue;
    if (placed.some((other) => other.argument !== argument && fits(other.said, parameter.name))) continue;
    return {
      message: `${checked.shown}(): '${said}' is passed in the place of '${parameter.name}'; the parameter '${said}' comes later and gets nothing`,
      isShifted: true,
    };
  }
  return undefined;
}

/** Whether an optional parameter's own value is no value for a required one: their names have nothing in common. */
function isOutOfPlace(said: string, parameter: Parameter, meant: Parameter): boolean {
  return (
    meant.defaultValue !== null &&
    !GENERAL.test(said) &&
    !ANY_THING.test(parameter.name) &&
    !isAboutIt(said, parameter.name)
  );
}

function positional({ open }: FittedCall): readonly Parameter[] {
  return open.filter(({ kind }) => kind === "positional-or-keyword");
}

function namesFilled({ fit }: FittedCall): ReadonlySet<string> {
  return new Set([...fit.filled.values()].map(({ name }) => name));
}
