import { judgedProfiles } from "../check/series-findings.ts";
import type { SeriesRule } from "../check/series-rules.ts";
import type { RawFinding, ReportedFinding } from "../report/check-report.ts";
import type { MatrixFinding, MatrixRule } from "../report/matrix-report.ts";
import type { Rule } from "../rule.ts";
import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import type { JudgedSteps } from "./judge-revisions.ts";

/** Gives each distinct value a number; values that are the same object are told fast. */
export class DistinctValues<T extends object> {
  readonly all: T[] = [];
  private readonly known = new Map<string, number>();
  private readonly seen = new Map<T, number>();

  indexOf(value: T): number {
    let index = this.seen.get(value);
    if (index !== undefined) return index;
    const key = JSON.stringify(value);
    index = this.known.get(key);
    if (index === undefined) {
      index = this.all.push(value) - 1;
      this.known.set(key, index);
    }
    this.seen.set(value, index);
    return index;
  }
}

/**
 * What `osfix check` finds of a series' patches in a revision, from the verdicts on them.
 *
 * @param profiles the verdicts of every profile of the series, in its order
 * @param patches all of the series
 * @param rules those that are on
 */
export function patchFindings(
  profiles: readonly JudgedSteps[],
  patches: readonly SemanticPatch[],
  rules: readonly SeriesRule[],
): readonly MatrixFinding[] {
  const named = new Map(patches.map((patch) => [patch.id, patch]));
  const judged = judgedProfiles(
    profiles.map((steps) =>
      steps.flatMap(({ verdict }) => {
        const patch = named.get(verdict.patch);
        return patch ? [{ state: verdict.state, patch }] : [];
      }),
    ),
  );
  const byPatch = new Map(rules.map((rule) => [rule.patch.id, rule]));
  const found = new Map<string, MatrixFinding | null>();
  for (const at of judged)
    for (const { verdict, finding } of profiles[at] ?? []) {
      const rule = byPatch.get(verdict.patch);
      if (rule === undefined || found.has(verdict.patch)) continue;
      found.set(verdict.patch, finding && asMatrixFinding(finding, rule.severity));
    }
  return [...found.values()].flatMap((one) => one ?? []).sort(byPlace);
}

/** The parts of a finding that a matrix shows. */
export function asMatrixFinding(finding: RawFinding, severity: ReportedFinding["severity"]): MatrixFinding {
  const { rule, path, from, to, message, lines } = finding;
  const related = finding.related.map((one) => {
    return { path: one.path, from: one.from, to: one.to, message: one.message };
  });
  return { rule, severity, path, from, to, message, related, lines };
}

/** A rule as a row. */
export function asMatrixRule({ id, title, severity, confidence, source }: MatrixRule | Rule): MatrixRule {
  return { id, title, severity, confidence, source };
}

function byPlace(a: MatrixFinding, b: MatrixFinding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.from.line - b.from.line || a.from.column - b.from.column || (a.rule < b.rule ? -1 : 1);
}
