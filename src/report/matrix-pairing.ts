import { isStuck } from "../plan/outcome.ts";
import { judgePairing, type PairedTree, type PatchedState } from "../plan/pairing.ts";
import type { JudgedPatch } from "./judged-patch.ts";
import {
  type MatrixPairing,
  type MatrixReport,
  type MatrixRepository,
  type MatrixRevision,
  releaseLabel,
} from "./matrix-report.ts";

/** Judges the newest revisions of each release together, as `osfix status` judges the trees of one call. */
export function pairReleases(report: MatrixReport): readonly MatrixPairing[] {
  const releases = new Set(
    report.repositories.flatMap(({ revisions }) => revisions.map(({ release }) => releaseLabel(release))),
  );
  return [...releases].flatMap((release) =>
    release === "other" ? [] : report.profiles.flatMap((profile) => pairRelease(report, release, profile)),
  );
}

function pairRelease(report: MatrixReport, release: string, profile: string): readonly MatrixPairing[] {
  const newest = report.repositories.flatMap((repository) => {
    const own = repository.revisions.filter((revision) => releaseLabel(revision.release) === release);
    const revision = own.findLast(({ kind }) => kind === "tag") ?? own.at(-1);
    return revision ? [{ repository, revision }] : [];
  });
  const projects = new Set(newest.map(({ repository }) => repository.project));
  if (projects.size < 2) return [];
  const trees = newest.map(({ repository, revision }) => paired(report, repository, revision, profile));
  return judgePairing(trees).map(({ severity, message }) => ({ release, profile, severity, message }));
}

function paired(
  report: MatrixReport,
  repository: MatrixRepository,
  revision: MatrixRevision,
  profile: string,
): PairedTree {
  const verdicts = (revision.verdicts[profile] ?? []).flatMap((index) => report.verdicts[index] ?? []);
  return {
    label: `${repository.path}@${revision.name}`,
    project: repository.project,
    profile,
    state: patchedState(verdicts),
    obsolete: verdicts.length > 0 && verdicts.every(({ state }) => state === "obsolete"),
    title: `${repository.project} ${revision.name}`,
  };
}

function patchedState(verdicts: readonly JudgedPatch[]): PatchedState {
  const states = new Set(verdicts.map(({ state }) => state));
  const isIn = states.has("applied");
  const isOpen = [...states].some((state) => state === "applicable" || state === "error" || isStuck(state));
  if (!isIn && !isOpen) return "out of place";
  return isIn ? (isOpen ? "partly" : "patched") : "unpatched";
}
