import type { Parser } from "../parse/tree.ts";
import { literally } from "../text/literally.ts";
import { buildPatterns } from "./build-pattern.ts";
import { codeOf, type Difference, differenceOf, mirror } from "./difference.ts";
import { isRun, type Pattern, type SlicePattern, walkPattern } from "./pattern.ts";
import { RuleText } from "./rule-error.ts";
import type { Hunk, Metavariable, SemanticPatch } from "./semantic-patch.ts";
import { parseSlices } from "./slice.ts";
import { expandVariants } from "./variants.ts";

/** One way to read a hunk, ready to be matched. */
export interface CompiledVariant {
  readonly minus: SlicePattern;
  readonly plus: SlicePattern;
  readonly forward: Difference;
  /** The same, read from plus to minus. */
  readonly backward: Difference;
  /** Settings that the plus slice writes. */
  readonly settings: readonly string[];
}

/** A hunk, ready to be matched: every way to read it, in the order in which they are tried. */
export interface CompiledHunk {
  readonly hunk: Hunk;
  readonly variants: readonly CompiledVariant[];
}

/**
 * Turns a hunk's text into patterns.
 *
 * @throws UserError with file, line and caret: a slice that is no Python, a metavariable that is unused or appears on
 *   the plus side only, an insertion that has no place
 */
export function compileHunk(patch: SemanticPatch, hunk: Hunk, parser: Parser): CompiledHunk {
  const text = new RuleText(patch.file, patch.source);
  const variants = expandVariants(text, hunk).map((variant) => {
    const { minus, plus } = parseSlices(text, variant, parser);
    if (!minus)
      throw text.error(
        { line: hunk.line },
        "the minus slice of this hunk has no code to match",
        "Give at least one context line that is code.",
      );
    if (!plus)
      throw text.error(
        { line: hunk.line },
        "the plus slice of this hunk has no code",
        "Keep one context line, so that the patch can be found when it is applied.",
      );
    const patterns = buildPatterns(minus, plus, hunk);
    checkNests(text, patterns.minus);
    checkNests(text, patterns.plus);
    return compileVariant(text, patterns.minus, patterns.plus);
  });
  checkChanges(text, hunk, variants);
  checkMetavariables(text, hunk, variants);
  return { hunk, variants };
}

/** The hunk that takes this one out again: its slices swapped. */
export function swapHunk(compiled: CompiledHunk): CompiledHunk {
  return {
    hunk: compiled.hunk,
    variants: compiled.variants.map((variant) => ({
      minus: variant.plus,
      plus: variant.minus,
      forward: variant.backward,
      backward: variant.forward,
      settings: [],
    })),
  };
}

/** A nest around nothing would stand everywhere, any number of times. */
function checkNests(text: RuleText, { root, slice }: SlicePattern): void {
  for (const part of walkPattern(root)) {
    if (part.kind !== "nest") continue;
    const [inner, other] = part.children;
    const isEmpty = !inner || (part.scope === "statements" && inner.children.length === 0);
    if (isEmpty || other)
      throw text.error(
        { line: part.line.line },
        isEmpty
          ? `this nest holds no code in the ${slice.name} slice`
          : "this nest holds several expressions, expected one",
        isEmpty ? "Give at least one line that is code in both slices." : undefined,
      );
  }
}

function compileVariant(text: RuleText, minus: SlicePattern, plus: SlicePattern): CompiledVariant {
  const forward = differenceOf(minus, plus);
  const backward = mirror(forward);
  for (const change of [...forward.changes, ...backward.changes]) {
    const { previous, next } = change.kind === "replace" ? { previous: null, next: null } : change;
    const floats =
      change.kind !== "replace" &&
      codeOf(change, "minus").length === 0 &&
      previous &&
      next &&
      isRun(previous) &&
      isRun(next);
    const first = codeOf(change, "plus")[0];
    if (floats && first)
      throw text.error(
        { line: first.line.line, column: 1 },
        "this code stands between two dots, so it has no certain place",
        "Put a context line before or after it.",
      );
  }
  const settings = forward.inserted.flatMap((pattern) =>
    [...metavariablesIn(pattern)]
      .filter((variable) => variable.kind === "setting")
      .map((variable) => variable.name),
  );
  return { minus, plus, forward, backward, settings };
}

/** A variant may leave everything as it is ("this release is right already"); a hunk may not. */
function checkChanges(text: RuleText, hunk: Hunk, variants: readonly CompiledVariant[]): void {
  if (hunk.role.kind !== "change" || variants.some((variant) => !isNeutral(variant))) return;
  throw text.error(
    { line: hunk.line },
    "the slices of this hunk are equal code",
    "A hunk that changes comments only cannot be told applied from applicable.",
  );
}

/** Whether the variant changes no code: where it matches, there is nothing to do. */
export function isNeutral(variant: CompiledVariant): boolean {
  return variant.forward.deleted.length === 0 && variant.forward.inserted.length === 0;
}

function* metavariablesIn(pattern: Pattern): Generator<Metavariable> {
  for (const part of walkPattern(pattern)) if (part.kind === "meta") yield part.variable;
}

function checkMetavariables(text: RuleText, hunk: Hunk, variants: readonly CompiledVariant[]): void {
  const names = (side: "minus" | "plus"): Set<string> =>
    new Set(
      variants.flatMap((variant) =>
        [...metavariablesIn(variant[side].root)].map((variable) => variable.name),
      ),
    );
  const minus = names("minus");
  const plus = names("plus");
  for (const { name, kind, line } of hunk.metavariables) {
    const declaration = text.lines[line - 1] ?? "";
    const place = {
      line,
      column: declaration.search(new RegExp(`\\b${literally(name)}\\b`)) + 1,
      width: name.length,
    };
    if (!minus.has(name) && !plus.has(name))
      throw text.error(
        place,
        `metavariable "${name}" is declared and never used`,
        "Remove the declaration, or is a name in the body misspelt?",
      );
    if (!minus.has(name) && kind !== "setting")
      throw text.error(
        place,
        `metavariable "${name}" appears on the plus side only`,
        "Nothing binds it. Declare it as a setting, or use it in a context or minus line.",
      );
  }
}
