import { isTestPath } from "../facts/module/module-names.ts";
import type { EvaluatedHunk } from "./evaluate-patch.ts";

/**
 * Tests, notes and other new files go with the code that a patch changes. Where the code's files are there and none of
 * their hunks has a place (a fork renamed the function), these have none either: a patch that put only its tests and its
 * release note in would be called applied and repair nothing.
 */
export function settleCompanions(hunks: readonly EvaluatedHunk[]): readonly EvaluatedHunk[] {
  const code = hunks.filter(isCode);
  const missed = code.find(({ report }) => report.path !== null);
  if (!missed || code.some(({ report }) => report.state !== "absent")) return hunks;
  const reason = `goes with ${missed.report.name}, which has no place here: ${missed.report.reason}`;
  return hunks.map((one) =>
    code.includes(one) || one.report.state !== "applicable"
      ? one
      : { ...one, report: { ...one.report, state: "absent", reason } },
  );
}

function isCode({ hunk, section: { target } }: EvaluatedHunk): boolean {
  return hunk !== null && target.kind === "candidates" && !target.paths.some(isTestPath);
}
