/** Why a search says nothing. */
export const GAVE_UP = "the search was given up: too many ways to match this file";

/** The search took more steps than any sensible patch needs. */
export class SearchGaveUp extends Error {
  constructor() {
    super(GAVE_UP);
  }
}

/** Thousands of times as many as a hunk of the shipped series takes on any release. */
const STEPS = 1_000_000;

/** What each way to read a hunk may add: as many as one takes on a long file when it does not explode. */
const STEPS_OF_A_WAY = 20_000;

/**
 * What a search may cost: patterns held against nodes, for all slices of all ways to read a hunk on one file together.
 *
 * A hunk with optional lines has a way for each choice among them, so that a limit for each way would be none.
 */
export class Effort {
  private left: number;

  constructor(ways: number) {
    this.left = STEPS + ways * STEPS_OF_A_WAY;
  }

  /** @throws SearchGaveUp */
  step(): void {
    if (--this.left < 0) throw new SearchGaveUp();
  }
}
