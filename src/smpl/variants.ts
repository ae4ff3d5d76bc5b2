import type { RuleText } from "./rule-error.ts";
import type { BodyItem, BodyLine, Hunk } from "./semantic-patch.ts";

/** More combinations than this are a mistake in the patch, not a need. */
const MOST_VARIANTS = 256;

/** Each combination is parsed and compared: so many characters of all of them take a second or two, if they are deeply nested. */
const MOST_TEXT = 100_000;

/** One way to read a hunk: every disjunction decided, every optional line in or out. */
export type Variant = readonly BodyLine[];

/**
 * All ways to read a hunk, in the order in which they are tried: earlier alternatives first, optional lines present
 * before absent. Deciding disjunctions on text lets them stand wherever lines do: around statements, arguments,
 * decorators or parts of a string.
 */
export function expandVariants(text: RuleText, hunk: Hunk): readonly Variant[] {
  const refuse = (reason: string): never => {
    throw text.error({ line: hunk.line, column: 1 }, reason, "Split it into several hunks.");
  };
  const variants = expand(hunk.body, (count) => {
    if (count > MOST_VARIANTS)
      refuse(`this hunk has more than ${MOST_VARIANTS} combinations of alternatives and optional lines`);
  });
  const length = variants.flat().reduce((sum, line) => sum + line.text.length, 0);
  if (variants.length > 1 && length > MOST_TEXT)
    refuse(`this hunk's ${variants.length} combinations have more than ${MOST_TEXT} characters together`);
  return variants;
}

function expand(items: readonly BodyItem[], check: (count: number) => void): readonly Variant[] {
  let variants: readonly Variant[] = [[]];
  for (const choices of choicesOf(items, check)) {
    check(variants.length * choices.length);
    variants = variants.flatMap((variant) => choices.map((choice) => [...variant, ...choice]));
  }
  return variants;
}

/** For each item or optional unit in turn, the line lists it may stand for. */
function choicesOf(items: readonly BodyItem[], check: (count: number) => void): (readonly Variant[])[] {
  const choices: (readonly Variant[])[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    if (!item) break;
    if (item.kind === "disjunction") {
      choices.push(item.alternatives.flatMap((alternative) => expand(alternative, check)));
      at++;
    } else if (item.line.mark === "optional") {
      const unit = optionalUnit(items, at);
      choices.push([unit, []]);
      at += unit.length;
    } else {
      choices.push([[item.line]]);
      at++;
    }
  }
  return choices;
}

/** A `?` line with the deeper indented `?` lines after it, which make no sense without it. */
function optionalUnit(items: readonly BodyItem[], from: number): Variant {
  const unit: BodyLine[] = [];
  const indentOf = (line: BodyLine): number => line.text.length - line.text.trimStart().length;
  for (const item of items.slice(from)) {
    if (item.kind !== "line" || item.line.mark !== "optional") break;
    const first = unit[0];
    if (first && indentOf(item.line) <= indentOf(first) && item.line.text.trim() !== "") break;
    unit.push(item.line);
  }
  return unit;
}
