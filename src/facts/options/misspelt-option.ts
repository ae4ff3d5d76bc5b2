import { isSlip, wordWith } from "../module/slip.ts";
import type { OptionRegistry } from "./option-registry.ts";

/** Whether an option that nobody has is one of the group's but for a slip, a plural or an underscore. */
export function isMisspeltOption(registry: OptionRegistry, group: string, option: string): boolean {
  return registry.optionsOf(group).some((known) => isNear(option, known) || bare(option) === bare(known));
}

/** Whether an option that nobody has is one of the tree's, in whatever group, but for a letter or an underscore: a driver's part has its own. */
export function isMisspeltOfAny(registry: OptionRegistry, option: string): boolean {
  return (
    option.length >= LONG &&
    registry.options().some((known) => isNear(option, known) || letters(option) === letters(known))
  );
}

function bare(option: string): string {
  return letters(option).replace(/s$/, "");
}

function letters(option: string): string {
  return option.replaceAll("_", "");
}

/** A long name is another one's even where the letter stands at the edge of a word. */
function isNear(option: string, known: string): boolean {
  return isSlip(option, known) || (option.length >= LONG && isLetterOfWord(option, known));
}

const LONG = 9;

/** One letter of a word that is missing, too much or another one; a plural is no slip, and short words are near each other. */
function isLetterOfWord(option: string, known: string): boolean {
  const [shorter, longer] = option.length < known.length ? [option, known] : [known, option];
  if (longer.length - shorter.length > 1) return false;
  const from = [...longer].findIndex((letter, at) => letter !== shorter[at]);
  const rest = longer.slice(from + 1);
  if (rest !== shorter.slice(longer.length === shorter.length ? from + 1 : from)) return false;
  const isPlural = /^s(?:_|$)/.test(longer.slice(from));
  return !isPlural && /^[a-z]/.test(longer.slice(from)) && wordWith(shorter, longer).length > 3;
}
