import { isStuck, type RunOutcome, stateOf } from "../plan/outcome.ts";
import type { RunCommand } from "./run-words.ts";

/** The exit statuses of every command. */
export const EXIT = { fine: 0, left: 1, mend: 2, stuck: 3, bug: 70 } as const;

/**
 * The exit status of a call over trees.
 *
 * 3 where code and patches do not fit, and where a tree is half patched and stays so; 2 where the user must mend
 * something first (uncommitted changes, another profile, permissions); 1 when something is left to apply and `check`
 * was asked for; else 0. What is absent or obsolete is no fault.
 */
export function exitStatusOf(outcome: RunOutcome, command: RunCommand, check: boolean): number {
  const refused = refusedStatus(outcome);
  if (refused !== undefined) return refused;
  if (command === "status" && outcome.trees.some((tree) => isStuck(stateOf(tree)))) return EXIT.stuck;
  if (outcome.trees.some((tree) => tree.leftOut.length > 0)) return EXIT.stuck;
  if (!check) return EXIT.fine;
  const left = outcome.trees.some((tree) =>
    command === "status" ? stateOf(tree) === "applicable" : tree.plan.changes.length > 0,
  );
  return left ? EXIT.left : EXIT.fine;
}

/** The exit status of a call that a tree refuses; undefined where none does. */
export function refusedStatus({ refusals }: RunOutcome): number | undefined {
  const kinds = new Set(refusals.map(({ kind }) => kind));
  if (kinds.has("code") || kinds.has("check")) return EXIT.stuck;
  return kinds.size > 0 ? EXIT.mend : undefined;
}
