/** The commands that go over trees and report on them alike. */
export type RunCommand = "status" | "apply" | "revert" | "diff";

/** What was asked for, as far as it changes the words. */
export interface RunWords {
  readonly command: RunCommand;
  /** As the user gave them. */
  readonly paths: readonly string[];
  readonly dryRun: boolean;
  readonly check: boolean;
}
