import type { Match } from "../match/binding.ts";
import type { Verdict } from "../match/evaluate.ts";
import { firstNodeOf } from "../match/place.ts";
import type { HunkReport } from "../match/state.ts";
import type { Position } from "../text/lines.ts";
import { describeMiss, describeMisses } from "./nearest-miss.ts";
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
  const at = "match" in verdict ? positionOf(verdict.match, target) : undefined;
  return { state: verdict.state, ...(at === undefined ? {} : { at }), ...saidOf(verdict, target, direction) };
}

function saidOf(verdict: Verdict, target: Target, direction: "apply" | "revert"): Omit<Description, "state"> {
  switch (verdict.state) {
    case "applied": {
      const code = direction === "apply" ? "patched" : "original";
      return { reason: verdict.neutral ? "the code is right as it is" : `the ${code} code stands here` };
    }
    case "applicable": {
      const count = verdict.rewritings.length;
      return { reason: `the code to patch stands ${count > 1 ? `at ${count} places` : "here once"}` };
    }
    case "inconsistent":
      return { reason: verdict.why };
    case "ambiguous":
      return atSeveral(verdict.matches, verdict.why, target);
    case "conflict":
      if ("unset" in verdict) return { reason: withoutValue(verdict.unset) };
      return "taken" in verdict ? besideTaken(verdict, target) : describeMisses(verdict, target);
    case "absent":
      return { reason: `no ${verdict.missing ?? "such code"} in the file` };
  }
}

function atSeveral(matches: readonly Match[], why: string, target: Target): Omit<Description, "state"> {
  const places = matches.flatMap((match) => positionOf(match, target) ?? []);
  const [at = null, ...others] = places;
  return { at, others, reason: `${why}: lines ${places.map(({ line }) => line).join(", ")}` };
}

/** What the patch brings in by a name that is there, and how far the two are alike. */
function besideTaken(
  { taken, misses }: Extract<Verdict, { taken: unknown }>,
  target: Target,
): Omit<Description, "state"> {
  const at = target.index.positionOf(taken.start);
  const reason = `"${taken.text}" stands here already, with other code (line ${at.line})`;
  return { reason, at, nearestMiss: misses.map((attempt) => describeMiss(attempt, target)) };
}

function withoutValue(settings: readonly string[]): string {
  return `the setting "${settings.join('", "')}" has no value, and this cannot be written without it`;
}

function positionOf(match: Match, target: Target): Position | null {
  const node = firstNodeOf(match);
  return node ? target.index.positionOf(node.start) : null;
}
