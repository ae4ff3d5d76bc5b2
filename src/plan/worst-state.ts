import type { HunkState } from "../match/state.ts";

/** From worst to best; absent and obsolete stand apart. */
const WORST_FIRST: readonly HunkState[] = [
  "conflict",
  "ambiguous",
  "inconsistent",
  "applicable",
  "applied",
  "applied-elsewhere",
];

/** The worst of some states; absent or obsolete only when there is nothing else. */
export function worstOf(states: readonly HunkState[]): HunkState {
  for (const state of WORST_FIRST)
    if (states.includes(state)) return state === "applied-elsewhere" ? "applied" : state;
  return states.includes("absent") ? "absent" : "obsolete";
}
