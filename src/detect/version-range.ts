import { compareVersions, isOfSameRelease, parseVersion, type Version } from "./version.ts";

type Operator = ">=" | ">" | "<=" | "<" | "==" | "!=";

/** Versions that a patch says it is for: all comparisons hold. */
export interface VersionRange {
  readonly text: string;
  readonly comparisons: readonly { readonly operator: Operator; readonly version: Version }[];
}

/** Reads `>=1.0.0 <5.0.0` (blanks or commas between, `==` may be left out); undefined when a part is no comparison. */
export function parseVersionRange(text: string): VersionRange | undefined {
  const comparisons = [];
  for (const part of text.split(/[\s,]+(?![\d=])|,\s*/).filter(Boolean)) {
    const found = /^(>=|<=|==|!=|>|<|=)?\s*(.+)$/.exec(part.trim());
    const version = parseVersion(found?.[2] ?? "");
    if (!found || !version) return undefined;
    const operator = found[1] === undefined || found[1] === "=" ? "==" : (found[1] as Operator);
    comparisons.push({ operator, version });
  }
  return comparisons.length === 0 ? undefined : { text, comparisons };
}

/** Whether the version lies in the range. `<5.0.0` leaves out the candidates of 5.0.0, as people mean it. */
export function isInRange(version: Version, range: VersionRange): boolean {
  return range.comparisons.every((comparison) => holds(version, comparison.operator, comparison.version));
}

function holds(version: Version, operator: Operator, bound: Version): boolean {
  const order = compareVersions(version, bound);
  switch (operator) {
    case ">=":
      return order >= 0 || isCandidateOf(version, bound);
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    case "<":
      return order < 0 && !isCandidateOf(version, bound);
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
  }
}

/** 5.0.0.0rc1 holds the code of 5.0.0: of a bound that is a release it counts as on the release's side. */
function isCandidateOf(version: Version, bound: Version): boolean {
  return version.pre !== null && bound.pre === null && isOfSameRelease(version, bound);
}
