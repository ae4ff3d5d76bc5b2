import type { HunkState } from "../match/state.ts";
import type { Severity } from "../rule.ts";
import type { RawFinding, RuleInfo } from "./check-report.ts";
import type { JudgedPatch } from "./judged-patch.ts";

/** One revision of a matrix. */
export interface MatrixRevision {
  readonly name: string;
  readonly kind: "tag" | "branch" | "commit";
  readonly commit: string;
  readonly version: string | null;
  readonly release: { readonly name: string; readonly series: string | null } | null;
  /** By profile: for each of the profile's patches of this project, in order, an index into `verdicts`. */
  readonly verdicts: Readonly<Record<string, readonly number[]>>;
  /** Indexes into `findings`, in the order of files and places. */
  readonly findings: readonly number[];
}

/** A repository of a matrix, with its revisions in order. */
export interface MatrixRepository {
  /** As the user called it. */
  readonly path: string;
  readonly project: string;
  /** In the order of releases, tags by version, branches behind the tags. */
  readonly revisions: readonly MatrixRevision[];
}

/** A rule as a row. */
export type MatrixRule = Pick<RuleInfo, "id" | "title" | "severity" | "confidence" | "source">;

/** What a rule says of a place, in one revision or in many. */
export interface MatrixFinding
  extends Pick<RawFinding, "rule" | "path" | "from" | "to" | "message" | "related" | "lines"> {
  readonly severity: Severity;
}

/** A patch as a row. */
export interface MatrixPatch {
  readonly id: string;
  readonly project: string;
  readonly subject: string;
  readonly profiles: readonly string[];
}

/** A sentence about the newest revisions of two projects in one release. */
export interface MatrixPairing {
  readonly release: string;
  readonly profile: string;
  readonly severity: "warning" | "note";
  readonly message: string;
}

/** How much was looked at, and how much of it was new. */
interface MatrixCost {
  readonly revisions: number;
  readonly blobs: number;
  /** Distinct combinations of files, over all groups of patches and profiles. */
  readonly combinations: number;
  readonly cached: number;
}

/** The state of every patch in every revision: all that any output of `osfix matrix` says. */
export interface MatrixReport {
  readonly format: 1;
  readonly osfix: string;
  readonly series: string;
  readonly title: string;
  readonly profiles: readonly string[];
  /** `3/20`; null for a whole matrix. */
  readonly shard: string | null;
  readonly patches: readonly MatrixPatch[];
  readonly repositories: readonly MatrixRepository[];
  readonly pairing: readonly MatrixPairing[];
  /** Each distinct verdict once. */
  readonly verdicts: readonly JudgedPatch[];
  /** `patches`: the rules are the series' patches; `trees`: all files of each revision were checked. */
  readonly checked: "patches" | "trees";
  /** The rules that ran, also those that found nothing, ordered by id. */
  readonly rules: readonly MatrixRule[];
  /** Each distinct finding once. */
  readonly findings: readonly MatrixFinding[];
  readonly cost: MatrixCost;
}

/** The state of a cell. */
export type CellState = HunkState | "error";

/** The patches of a project that a profile has, in the order of a revision's verdicts. */
export function patchesOf(report: MatrixReport, project: string, profile: string): readonly MatrixPatch[] {
  return report.patches.filter((patch) => patch.project === project && patch.profiles.includes(profile));
}

/** The column of revisions that belong to no release of OpenStack that is known. */
export const NO_RELEASE = "other";

/** How a column of a release is called in little room: `2024.1`, `rocky`, `other`. */
export function releaseLabel(release: MatrixRevision["release"]): string {
  return release === null ? NO_RELEASE : (release.series ?? release.name);
}
