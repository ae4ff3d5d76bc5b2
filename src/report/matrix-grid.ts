import type { JudgedPatch } from "./judged-patch.ts";
import {
  type CellState,
  type MatrixReport,
  type MatrixRevision,
  type MatrixRule,
  patchesOf,
  releaseLabel,
} from "./matrix-report.ts";

/** A row: a patch in a profile, or one hunk of it. */
export interface GridRow {
  readonly profile: string;
  readonly project: string;
  readonly patch: string;
  readonly subject: string;
  /** Null for the patch as a whole. */
  readonly hunk: string | null;
  /** One for each of the grid's columns; null where the project has no revision of that release. */
  readonly cells: readonly (GridCell | null)[];
}

/** Revisions of one release, folded. */
interface GridCell {
  /** Each state once, in the order in which the revisions have them. */
  readonly states: readonly CellState[];
  readonly revisions: number;
}

/** States by patch and release. */
export interface Grid {
  /** Labels of releases, oldest first. */
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
}

/** A row of findings: a rule in a project's revisions. */
export interface RuleRow {
  readonly project: string;
  readonly rule: MatrixRule;
  /** How often it was found in each revision of a release; null where the project has no revision of that release. */
  readonly cells: readonly (readonly number[] | null)[];
}

/** Rules by releases; without those that found nothing anywhere. */
export function ruleGridOf(report: MatrixReport): {
  readonly columns: readonly string[];
  readonly rows: readonly RuleRow[];
} {
  const columns = columnsOf(report);
  const rows = [...new Set(report.repositories.map(({ project }) => project))].flatMap((project) => {
    const counted = report.repositories
      .filter((repository) => repository.project === project)
      .flatMap(({ revisions }) =>
        revisions.map((revision) => ({
          label: releaseLabel(revision.release),
          counts: countByRule(report, revision),
        })),
      );
    const cell = (column: string, rule: string): RuleRow["cells"][number] => {
      const own = counted.filter(({ label }) => label === column);
      return own.length === 0 ? null : own.map(({ counts }) => counts.get(rule) ?? 0);
    };
    return report.rules
      .filter(({ id }) => counted.some(({ counts }) => counts.has(id)))
      .map((rule) => ({ project, rule, cells: columns.map((column) => cell(column, rule.id)) }));
  });
  return { columns, rows };
}

function countByRule(report: MatrixReport, { findings }: MatrixRevision): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const index of findings) {
    const rule = report.findings[index]?.rule;
    if (rule !== undefined) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

/** `2`, `0-2` where the revisions of a release differ, a dot for nothing found. */
export function countText(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (most === 0) return ".";
  return least === most ? String(most) : `${least}-${most}`;
}

/** Folds the revisions of each release into a column. */
export function gridOf(report: MatrixReport, rowsAre: "patches" | "hunks"): Grid {
  const columns = columnsOf(report);
  const projects = [...new Set(report.patches.map(({ project }) => project))];
  const rowsOf = (profile: string, project: string): readonly GridRow[] =>
    patchesOf(report, project, profile).flatMap((patch, at): readonly GridRow[] => {
      const judged = judgedRevisions(report, project, profile, at);
      const base = { profile, project, patch: patch.id, subject: patch.subject };
      const cells = (stateIn: (verdict: JudgedPatch) => CellState) => foldCells(columns, judged, stateIn);
      if (rowsAre === "patches") return [{ ...base, hunk: null, cells: cells(({ state }) => state) }];
      const names = [...new Set(judged.flatMap(({ verdict }) => verdict.hunks.map(({ name }) => name)))];
      return names.map((hunk) => ({ ...base, hunk, cells: cells((verdict) => stateOfHunk(verdict, hunk)) }));
    });
  const rows = report.profiles.flatMap((profile) => projects.flatMap((project) => rowsOf(profile, project)));
  return { columns, rows };
}

/** The state of one hunk; the patch's own where it has no such hunk, as after a failure. */
export function stateOfHunk(verdict: JudgedPatch, hunk: string): CellState {
  return verdict.hunks.find(({ name }) => name === hunk)?.state ?? verdict.state;
}

interface JudgedRevision {
  readonly revision: MatrixRevision;
  readonly verdict: JudgedPatch;
}

function judgedRevisions(
  report: MatrixReport,
  project: string,
  profile: string,
  at: number,
): readonly JudgedRevision[] {
  return report.repositories
    .filter((repository) => repository.project === project)
    .flatMap(({ revisions }) =>
      revisions.flatMap((revision) => {
        const verdict = report.verdicts[revision.verdicts[profile]?.[at] ?? -1];
        return verdict ? [{ revision, verdict }] : [];
      }),
    );
}

/** Repositories order their own revisions; together they are put in order by the first that has a release. */
export function columnsOf(report: MatrixReport): readonly string[] {
  const order: string[] = [];
  for (const { revisions } of report.repositories) {
    let place = 0;
    for (const label of new Set(revisions.map(({ release }) => releaseLabel(release)))) {
      const known = order.indexOf(label);
      if (known >= 0) place = known + 1;
      else order.splice(place++, 0, label);
    }
  }
  return order.includes("other") ? [...order.filter((label) => label !== "other"), "other"] : order;
}

function foldCells(
  columns: readonly string[],
  judged: readonly JudgedRevision[],
  stateIn: (verdict: JudgedPatch) => CellState,
): readonly (GridCell | null)[] {
  return columns.map((column) => {
    const own = judged.filter(({ revision }) => releaseLabel(revision.release) === column);
    if (own.length === 0) return null;
    return { states: [...new Set(own.map(({ verdict }) => stateIn(verdict)))], revisions: own.length };
  });
}
