import type { SyntaxNode } from "../../parse/tree.ts";
import type { Argument } from "../module/calls.ts";
import type { FunctionFacts, Parameter } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { CallFit } from "./call-fit.ts";
import {
  fits,
  GENERAL,
  isAboutIt,
  isNamedLike,
  resembles,
  sharesWords,
  spokenName,
  wordsOf,
} from "./spoken-names.ts";

/** A call beside the parameters that its arguments fill. */
export interface FittedCall {
  /** What is called, as the caller wrote it. */
  readonly shown: string;
  readonly given: readonly Argument[];
  readonly fit: CallFit;
  /** The parameters that a caller fills: `self` is none of them. */
  readonly open: readonly Parameter[];
}

interface Placed {
  readonly said: string;
  readonly argument: Argument;
  readonly parameter: Parameter;
}

/** Why arguments seem to stand in each other's places. */
export interface Misplaced {
  readonly message: string;
  /** Names that nobody turns around on purpose: they have no word in common. */
  readonly isPlain?: boolean;
  /** Nothing changed places: one argument fell into an optional parameter before its own. */
  readonly isShifted?: boolean;
}

/**
 * Positional arguments that bear the names of parameters at other places; `undefined` where none seems misplaced.
 *
 * A call that is refused for more than a missing argument says nothing of the order.
 */
export function misplacedIn(checked: FittedCall): Misplaced | undefined {
  if (checked.fit.misfits.some(({ kind }) => kind !== "missing")) return undefined;
  const placed: Placed[] = [];
  for (const [argument, parameter] of checked.fit.filled) {
    if (argument.kind !== "positional") continue;
    const said = spokenName(argument.value);
    if (said !== undefined) placed.push({ said, argument, parameter });
  }
  if (placed.length === 0) return undefined;
  const crossed = swapped(checked, placed);
  if (crossed) return crossed;
  const turned = cycled(checked, placed) ?? pushed(checked, placed) ?? slid(checked, placed);
  if (turned !== undefined) return { message: turned };
  const fallen = shifted(checked, placed);
  if (fallen !== undefined) return { message: fallen, isShifted: true };
  const message = halfSwapped(checked, placed);
  return message === undefined ? undefined : { message };
}

/** Two arguments, each named as the other's parameter. */
function swapped({ shown }: FittedCall, placed: readonly Placed[]): Misplaced | undefined {
  for (const [at, one] of placed.entries()) {
    for (const other of placed.slice(at + 1)) {
      if (!fits(one.said, other.parameter.name) || !fits(other.said, one.parameter.name)) continue;
      if (fits(one.said, one.parameter.name) || fits(other.said, other.parameter.name)) continue;
      if (isReversal(one, other)) continue;
      return {
        message: `${shown}(): '${one.said}' and '${other.said}' are swapped: the parameters there are '${one.parameter.name}' and '${other.parameter.name}'`,
        isPlain: !wordsOf(one.said).some((word) => wordsOf(other.said).includes(word)),
      };
    }
  }
  return undefined;
}

/**
 * Three or more arguments that rotate: each but one is named nearly as the parameter beside its own.
 *
 * Names with a word more count where all of them have their place, and one has it by its very name.
 */
function cycled({ shown }: FittedCall, placed: readonly Placed[]): string | undefined {
  const nearly = displaced(placed, (said, name) => fits(said, name) || resembles(said, name));
  if (nearly.wrong.length < 3) return undefined;
  const longer = displaced(placed, isNamedLike);
  const isWhole =
    longer.elsewhere.length === longer.wrong.length &&
    longer.elsewhere.some(({ said }) => placed.some(({ parameter }) => fits(said, parameter.name)));
  const found = nearly.elsewhere.length >= 2 ? nearly : longer;
  if (found === longer && (longer.wrong.length < 3 || !isWhole)) return undefined;
  const names = found.elsewhere.map(({ said }) => `'${said}'`).join(", ");
  return `${shown}(): ${names} stand in other parameters' places: the parameters are ${placed.map(({ parameter }) => `'${parameter.name}'`).join(", ")}`;
}

/** The arguments that are not about their own parameter, and those of them that are about another one, which is not filled by its own. */
function displaced(
  placed: readonly Placed[],
  isAbout: (said: string, parameter: string) => boolean,
): { readonly wrong: readonly Placed[]; readonly elsewhere: readonly Placed[] } {
  const wrong = placed.filter(({ said, parameter }) => !isAbout(said, parameter.name));
  const elsewhere = wrong.filter((one) =>
    placed.some(
      (other) =>
        other !== one &&
        isAbout(one.said, other.parameter.name) &&
        !isAbout(other.said, other.parameter.name),
    ),
  );
  return { wrong, elsewhere };
}

/** Every argument one place too early: `delete(image, snapshot)` of `delete(pool, image_name, snapshot_name=None)`. */
function slid(checked: FittedCall, placed: readonly Placed[]): string | undefined {
  const open = checked.open.filter(({ kind }) => kind === "positional-or-keyword");
  const given = checked.given;
  const last = open[given.length];
  if (given.length < 2 || given.length !== placed.length || last === undefined) return undefined;
  const isSlid = placed.every(({ said, parameter }, at) => {
    const next = open[at + 1];
    return next !== undefined && sharesWords(said, next.name) && !sharesWords(said, parameter.name);
  });
  if (!isSlid || last.defaultValue === null) return undefined;
  return `${checked.shown}(): each argument stands in the place before its own: the parameters are ${open.map(({ name }) => `'${name}'`).join(", ")}`;
}

/** Two or more arguments, each named exactly as the parameter after its own: one came in before them, and the last gets nothing. */
function pushed(checked: FittedCall, placed: readonly Placed[]): string | undefined {
  const open = checked.open.filter(({ kind }) => kind === "positional-or-keyword");
  const filled = new Set([...checked.fit.filled.values()].map(({ name }) => name));
  const run: Placed[] = [];
  for (const one of placed) {
    const next = open[open.indexOf(one.parameter) + 1];
    if (!next || one.argument.value.type !== "identifier" || one.said !== next.name) {
      if (run.length > 1) break;
      run.length = 0;
    } else run.push(one);
  }
  const [first] = run;
  const last = run.at(-1)?.said;
  if (!first || run.length < 2 || last === undefined || filled.has(last)) return undefined;
  if (placed.some(({ said }) => fits(said, first.parameter.name))) return undefined;
  return `${checked.shown}(): ${run.map(({ said }) => `'${said}'`).join(", ")} stand one place too early, after '${first.parameter.name}' was left out: '${last}' gets nothing`;
}

/** An argument named exactly as a later parameter that nothing fills, in the place of an optional one. */
function shifted(checked: FittedCall, placed: readonly Placed[]): string | undefined {
  const filled = new Set([...checked.fit.filled.values()].map(({ name }) => name));
  const open = checked.open;
  for (const { said, argument, parameter } of placed) {
    if (!isOwnName(argument.value) || said === parameter.name) continue;
    const meant = open.find(({ name }) => name === said);
    if (!meant || filled.has(meant.name) || open.indexOf(meant) <= open.indexOf(parameter)) continue;
    // in a required parameter's place any value may be meant; two optional ones are confused
    if (!meant.kind.startsWith("positional") || parameter.defaultValue === null) continue;
    if (placed.some((other) => other.argument !== argument && fits(other.said, parameter.name))) continue;
    return `${checked.shown}(): '${said}' is passed in the place of '${parameter.name}'; the parameter '${said}' comes later and gets nothing`;
  }
  return undefined;
}

/**
 * One argument named exactly as a parameter that gets another's value, which tells where it was to go: by a word of the
 * first one's parameter, or as a context that nothing here takes.
 */
function halfSwapped({ shown, open }: FittedCall, placed: readonly Placed[]): string | undefined {
  for (const one of placed) {
    if (!isOwnName(one.argument.value) || GENERAL.test(one.said) || one.said.length < 5) continue;
    const other = placed.find(({ parameter }) => parameter.name === one.said);
    if (!other || other === one || isReversal(one, other)) continue;
    if (isNamedLike(one.said, one.parameter.name) || isAboutIt(other.said, one.said)) continue;
    const isContext = CONTEXT.test(other.said) && !open.some(({ name }) => CONTEXT.test(name));
    if (isContext || isAboutIt(other.said, one.parameter.name) || areIdAndOther(one, other))
      return `${shown}(): '${one.said}' is passed in the place of '${one.parameter.name}', and '${other.said}' in the place of '${one.said}'`;
  }
  return undefined;
}

/** `start(shop_id, since)` of `start(begin, shop_id)`: an id goes where none is asked for, and what is none to its parameter. */
function areIdAndOther(one: Placed, other: Placed): boolean {
  const isPlainValue = other.argument.value.type === "identifier";
  return (
    /_(uu)?id$/.test(one.said) &&
    isPlainValue &&
    !ANY_THING.test(one.parameter.name) &&
    !/(id|uuid|ref|name|key)s?(\d|$)/.test(other.said) &&
    !GENERAL.test(other.said) &&
    other.said.length > 4
  );
}

/** Parameters that may be given an id. */
const ANY_THING =
  /(id|uuid|ref|name|key|value|val|arg|obj|object|item|filters?|data|thing|resource|entity|text|string|param|target|source|url|path)s?\d*$|^.{1,3}$/;

const CONTEXT = /^(ctxt|ctx|context)$/;

/** `x` and `self.x`: a name that whoever wrote the call gave the value. */
function isOwnName(value: SyntaxNode): boolean {
  return value.type === "identifier" || /^self\.\w+$/.test(value.text);
}

/** `f(b, a)` within `f(a, b)` itself, or under names that come in pairs, is meant. */
function isReversal(one: Placed, other: Placed): boolean {
  const short = one.said.length < 3 || other.said.length < 3;
  const paired =
    /(left|right|old|new|src|dst|dest|source|target|from|to|first|second|before|after|expected|actual|local|remote|start|end|x|y|a|b)$/;
  return short || (paired.test(one.said) && paired.test(other.said));
}

const TURNING =
  /revers|revert|flip|\bswap(s|ping)?\b|opposite|other way|fail-?_?back|mirror(?!_count|s\b)|undo|rollback|invert/i;

/** Whether a call passes its arguments turned around on purpose: it undoes or mirrors something, and its name says so. */
export function isTurnedAround(
  module: ModuleFacts,
  call: SyntaxNode,
  callee: FunctionFacts,
  { isPlain, isShifted }: Misplaced,
): boolean {
  const around = module.functionAround(call);
  if (!around) return false;
  // a long function tells of many things
  if (TURNING.test(isPlain ? around.name : around.node.text)) return true;
  return around === callee && isShifted !== true;
}
