import { isTestPath } from "../facts/module/module-names.ts";
import { type EvaluatedHunk, isIn, withState } from "./evaluated-hunk.ts";

/**
 * Hunks whose company has no place in a file that is there (a fork renamed the function) have none either: a patch that
 * put only its tests and its release note in would be called applied and repair nothing. What of them is in already is
 * half of a patch.
 *
 * The company of tests, notes and other new files is all of the patch's code, that of a hunk in a group its group.
 */
export function settleCompanions(hunks: readonly EvaluatedHunk[]): readonly EvaluatedHunk[] {
  const code = hunks.filter(isCode);
  const misplaced = code.every(({ report }) => report.state === "absent")
    ? code.find(isMisplaced)
    : undefined;
  return hunks.map((one) => {
    if (!code.includes(one)) return misplaced ? without(misplaced, one) : one;
    const group = one.hunk?.group;
    const partner = hunks.find((other) => other.hunk?.group === group && isMisplaced(other));
    return group !== undefined && partner && isIn(one) ? without(partner, one) : one;
  });
}

function without({ report: { name, reason } }: EvaluatedHunk, one: EvaluatedHunk): EvaluatedHunk {
  const why = `${name}, which has no place here: ${reason}`;
  if (isIn(one)) return withState(one, "inconsistent", `is in, and goes with ${why}`);
  return one.report.state === "applicable" ? withState(one, "absent", `goes with ${why}`) : one;
}

function isCode({ hunk, section: { target } }: EvaluatedHunk): boolean {
  return hunk !== null && target.kind === "candidates" && !target.paths.some(isTestPath);
}

/** Its file is there, and what it is about is not. */
function isMisplaced({ report }: EvaluatedHunk): boolean {
  return report.state === "absent" && report.path !== null;
}
