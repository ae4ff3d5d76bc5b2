import {
  type FittedCall,
  isOwnName,
  type Misplaced,
  type PlacedArgument,
  quoted,
} from "./placed-arguments.ts";
import { ANY_THING, fits, GENERAL, isAboutIt, isNamedLike, resembles, wordsOf } from "./spoken-names.ts";

/** Two arguments, each named as the other's parameter. */
export function swapped({ shown }: FittedCall, placed: readonly PlacedArgument[]): Misplaced | undefined {
  for (const [at, one] of placed.entries()) {
    for (const other of placed.slice(at + 1)) {
      if (!fits(one.said, other.parameter.name) || !fits(other.said, one.parameter.name)) continue;
      if (fits(one.said, one.parameter.name) || fits(other.said, other.parameter.name)) continue;
      if (isReversal(one, other)) continue;
      return {
        message: `${shown}(): '${one.said}' and '${other.said}' are swapped: the parameters there are '${one.parameter.name}' and '${other.parameter.name}'`,
        isPlain: !wordsOf(one.said).some((word) => wordsOf(other.said).includes(word)),
        exchanged: [one.argument.value, other.argument.value],
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
export function cycled({ shown }: FittedCall, placed: readonly PlacedArgument[]): Misplaced | undefined {
  const nearly = displaced(placed, (said, name) => fits(said, name) || resembles(said, name));
  if (nearly.wrong.length < 3) return undefined;
  const longer = displaced(placed, isNamedLike);
  const isWhole =
    longer.elsewhere.length === longer.wrong.length &&
    longer.elsewhere.some(({ said }) => placed.some(({ parameter }) => fits(said, parameter.name)));
  const found = nearly.elsewhere.length >= 2 ? nearly : longer;
  if (found === longer && (longer.wrong.length < 3 || !isWhole)) return undefined;
  const names = quoted(found.elsewhere.map(({ said }) => said));
  const parameters = quoted(placed.map(({ parameter }) => parameter.name));
  return {
    message: `${shown}(): ${names} stand in other parameters' places: the parameters are ${parameters}`,
  };
}

/**
 * The arguments that are not about their own parameter, and those of them that are about another one, which is not
 * filled by its own.
 */
function displaced(
  placed: readonly PlacedArgument[],
  isAbout: (said: string, parameter: string) => boolean,
): { readonly wrong: readonly PlacedArgument[]; readonly elsewhere: readonly PlacedArgument[] } {
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

/**
 * One argument named exactly as a parameter that gets another's value, which tells where it was to go: by a word of the
 * first one's parameter, or as a context that nothing here takes.
 */
export function halfSwapped(
  { shown, open }: FittedCall,
  placed: readonly PlacedArgument[],
): Misplaced | undefined {
  for (const one of placed) {
    if (!isOwnName(one.argument.value) || GENERAL.test(one.said) || one.said.length < 5) continue;
    const other = placed.find(({ parameter }) => parameter.name === one.said);
    if (!other || other === one || isReversal(one, other)) continue;
    if (isNamedLike(one.said, one.parameter.name) || isAboutIt(other.said, one.said)) continue;
    const isContext = CONTEXT.test(other.said) && !open.some(({ name }) => CONTEXT.test(name));
    if (isContext || isAboutIt(other.said, one.parameter.name) || areIdAndOther(one, other))
      return {
        message: `${shown}(): '${one.said}' is passed in the place of '${one.parameter.name}', and '${other.said}' in the place of '${one.said}'`,
      };
  }
  return undefined;
}

/** `start(shop_id, since)` of `start(begin, shop_id)`: an id goes where none is asked for, and what is none to its parameter. */
function areIdAndOther(one: PlacedArgument, other: PlacedArgument): boolean {
  const isPlainValue = other.argument.value.type === "identifier";
  return (
    /_(uu)?id$/.test(one.said) &&
    isPlainValue &&
    !ANY_THING.test(one.parameter.name) &&
    !/(id|uuid|ref|name|key)s?(\d|$)/.test(other.said) &&
    !GENERAL.test(other.said)
  );
}

const CONTEXT = /^(ctxt|ctx|context)$/;

/** `f(b, a)` within `f(a, b)` itself, or under names that come in pairs, is meant. */
function isReversal(one: PlacedArgument, other: PlacedArgument): boolean {
  const short = one.said.length < 3 || other.said.length < 3;
  const paired =
    /(left|right|old|new|src|dst|dest|source|target|from|to|first|second|before|after|expected|actual|local|remote|start|end|x|y|a|b)$/;
  return short || (paired.test(one.said) && paired.test(other.said));
}
