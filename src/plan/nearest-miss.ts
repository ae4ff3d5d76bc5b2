import { GAVE_UP } from "../match/effort.ts";
import type { Verdict } from "../match/evaluate.ts";
import type { Miss } from "../match/furthest-miss.ts";
import type { SliceAttempt } from "../match/miss.ts";
import type { HunkReport, SliceMiss } from "../match/state.ts";
import type { SyntaxNode } from "../parse/tree.ts";
import type { Target } from "./target.ts";

/** The first line of some code, shortened. */
function firstLine(text: string): string {
  const line = text.trim().split(/\r?\n/, 1)[0] ?? "";
  return line.length > 72 ? `${line.slice(0, 69)}...` : line;
}

/** Says how far the slices of a conflict got, and what stood where they differed. */
export function describeMisses(
  verdict: Extract<Verdict, { gaveUp: boolean }>,
  target: Target,
): Pick<HunkReport, "reason" | "at" | "nearestMiss"> {
  const nearestMiss = verdict.misses.map((attempt) => describeMiss(attempt, target));
  const first = nearestMiss[0];
  if (verdict.gaveUp)
    return {
      reason: GAVE_UP,
      at: first?.at ?? null,
      nearestMiss,
    };
  if (!first) return { reason: "no code of this shape", at: null, nearestMiss };
  return {
    reason: `expected ${first.expected} where ${foundThere(first)} (line ${first.at.line})`,
    at: first.at,
    nearestMiss,
  };
}

/** What stands where a slice wants something else, as a clause. */
export function foundThere({ found }: SliceMiss): string {
  return found === null ? "the code ends" : `"${found}" stands`;
}

function expectation({ pattern, surplus }: Miss): string {
  if (pattern.kind === "nest") return `code that holds "${firstLine(pattern.children[0]?.node.text ?? "")}"`;
  const code =
    pattern.kind === "code" || pattern.kind === "definition"
      ? firstLine(pattern.node.text)
      : pattern.line.text.trim();
  return surplus ? `nothing more after "${code}"` : `"${code}"`;
}

/** Says how far one slice got. */
export function describeMiss(attempt: SliceAttempt, target: Target): SliceMiss {
  const { pattern, node, within, lastMatched } = attempt.miss;
  const place: SyntaxNode = node ?? within;
  return {
    slice: attempt.slice.slice.name,
    expected: expectation(attempt.miss),
    patternLine: pattern.line.line,
    found: node && firstLine(node.text),
    at: target.index.positionOf(node ? place.start : place.end),
    lastMatched: lastMatched && firstLine(lastMatched.text),
  };
}
