import type { Match } from "../match/binding.ts";
import type { Verdict } from "../match/evaluate.ts";
import { firstNodeOf } from "../match/place.ts";
import type { HunkReport } from "../match/state.ts";
import type { Position } from "../text/lines.ts";
import { describeMisses } from "./nearest-miss.ts";
import type { Target } from "./target.ts";

/** The parts of a report that a verdict decides. */
export type Description = Partial<HunkReport> & Pick<HunkReport, "state" | "reason">;

/** A state that needs no verdict: what decides it is not the code. */
export type StateWithReason = Pick<Description, "state" | "reason">;

/** What a verdict means to a reader: where, and why. */
export function describeVerdict(
  verdict: Verdict,
  target: Target,
  direction: "apply" | "revert",
): Description {
  const positionOf = (match: Match): Position | null => {
    const node = firstNodeOf(match);
    return node ? target.index.positionOf(node.start) : null;
  };
  const { state } = verdict;
  switch (verdict.state) {
    case "applied":
      return {
        state,
        at: positionOf(verdict.match),
        reason: verdict.neutral
          ? "the code is right as it is"
          : `the ${direction === "apply" ? "patched" : "original"} code stands here`,
      };
    case "applicable":
      return {
        state,
        at: positionOf(verdict.match),
        reason:
          verdict.rewritings.length > 1
            ? `the code to patch stands at ${verdict.rewritings.length} places`
            : "the code to patch stands here once",
      };
    case "inconsistent":
      return { state, at: positionOf(verdict.match), reason: verdict.why };
    case "ambiguous": {
      const places = verdict.matches.flatMap((match) => positionOf(match) ?? []);
      return {
        state,
        at: places[0] ?? null,
        others: places.slice(1),
        reason: `${verdict.why}: lines ${places.map((place) => place.line).join(", ")}`,
      };
    }
    case "conflict":
      if ("misses" in verdict) return { state, ...describeMisses(verdict, target) };
      return {
        state,
        at: positionOf(verdict.match),
        reason: `the setting "${verdict.unset.join('", "')}" has no value, and this cannot be written without it`,
      };
    case "absent":
      return {
        state,
        reason:
          verdict.missing === undefined ? "no such code in the file" : `no ${verdict.missing} in the file`,
      };
  }
}
