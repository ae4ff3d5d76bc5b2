import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { RevisionChecker } from "./check-revisions.ts";
import { type CheckRequest, type ChosenRules, chooseRules } from "./check-run.ts";
import type { GitPlace } from "./checkout/git.ts";
import { projectOfPackage } from "./checkout/known-packages.ts";
import { ObjectReader } from "./checkout/object-reader.ts";
import { ObjectTrees } from "./checkout/object-trees.ts";
import { findRevision, listRevisions, repositoryAt } from "./checkout/revisions.ts";
import {
  type DatedRevision,
  orderRevisions,
  releasesNamed,
  selectRevisions,
} from "./detect/revision-order.ts";
import { ResultCache } from "./emit/result-cache.ts";
import { type JudgedSteps, PatchJudge } from "./judge-revisions.ts";
import { asMatrixFinding, asMatrixRule, DistinctValues, patchFindings } from "./matrix-findings.ts";
import { loadParser } from "./parse/parser.ts";
import { groupPatches } from "./plan/patch-groups.ts";
import type { JudgedPatch } from "./report/judged-patch.ts";
import { pairReleases } from "./report/matrix-pairing.ts";
import type {
  MatrixFinding,
  MatrixReport,
  MatrixRepository,
  MatrixRevision,
  MatrixRule,
} from "./report/matrix-report.ts";
import { NO_SETTINGS } from "./report/rule-settings.ts";
import { loadSeries } from "./run.ts";
import { type SeriesRule, seriesRules } from "./series-findings.ts";
import { selectPatches } from "./smpl/select.ts";
import type { SemanticPatch } from "./smpl/semantic-patch.ts";
import { type Profile, patchesFor, profileOf, type Series } from "./smpl/series.ts";
import { settingLiterals } from "./smpl/settings.ts";
import { UserError } from "./text/user-error.ts";

/** What is asked of one call. */
export interface MatrixRequest {
  /** Clones or bare repositories. */
  readonly repositories: readonly string[];
  /** Names, globs, ranges; all tags and branches when empty. */
  readonly revs: readonly string[];
  /** `queens..2025.1`; all otherwise. */
  readonly releases?: string | undefined;
  readonly patches?: string | undefined;
  readonly series?: string | undefined;
  /** Names of profiles, or `all`; the series' default otherwise. */
  readonly profiles?: readonly string[];
  readonly only?: readonly string[];
  readonly settings?: ReadonlyMap<string, string>;
  /** The `part`th of `of` parts, counted from 1. */
  readonly shard?: { readonly part: number; readonly of: number } | undefined;
  /** Rules to check every file of every revision with; without, only the patches are looked for. */
  readonly check?: TreeRules | undefined;
  readonly parser?: "native" | "wasm" | undefined;
  /** Where results are kept; undefined keeps none. */
  readonly cache: string | undefined;
  /** osfix's own version: results of another one are not used. */
  readonly version: string;
}

/** Which rules check whole trees, as `osfix check` chooses them. */
export type TreeRules = Pick<CheckRequest, "rules" | "select" | "all">;

/** A repository with the revisions that are meant, open until `reader` is closed. */
export interface OpenedRepository {
  readonly path: string;
  readonly place: GitPlace;
  readonly project: string;
  readonly revisions: readonly DatedRevision[];
  readonly reader: ObjectReader;
  readonly trees: ObjectTrees;
}

/** A profile with its settings as literals, and the patches that are looked at. */
export interface ChosenProfile {
  readonly profile: Profile;
  readonly settings: ReadonlyMap<string, string>;
  readonly chosen: ReadonlySet<SemanticPatch>;
}

/**
 * The state of every patch in every revision, from git's objects alone.
 *
 * @throws UserError for a repository, revision, release, profile, patch or setting that the user must mend
 */
export async function runMatrix(request: MatrixRequest): Promise<MatrixReport> {
  const series = loadSeries(request.patches, request.series);
  const profiles = chooseProfiles(series, request);
  const opened: OpenedRepository[] = [];
  try {
    for (const path of request.repositories) opened.push(await openRepository(path, series, request));
    const kept = opened.map((one) => ({ ...one, revisions: shardOf(one.revisions, request.shard) }));
    return await judgeAll(series, profiles, kept, request);
  } finally {
    for (const { reader } of opened) reader.close();
  }
}

/** The profiles that are asked for, the default one first. @throws UserError for unknown names and bad settings */
export function chooseProfiles(
  series: Series,
  request: Pick<MatrixRequest, "profiles" | "settings" | "only">,
): readonly ChosenProfile[] {
  const asked = request.profiles ?? [];
  const others = series.profiles.map(({ name }) => name).filter((name) => name !== series.defaultProfile);
  const names = asked.includes("all")
    ? [series.defaultProfile, ...others]
    : asked.length > 0
      ? asked
      : [series.defaultProfile];
  return names.map((name) => {
    const profile = profileOf(series, name);
    const settings = settingLiterals(series, name, request.settings ?? new Map());
    return { profile, settings, chosen: selectPatches(series, name, request.only ?? []) };
  });
}

/**
 * Opens a repository and selects its revisions.
 *
 * @throws UserError where there is no repository, no project of the series, or no such revision
 */
export async function openRepository(
  path: string,
  series: Series,
  request: Pick<MatrixRequest, "revs" | "releases">,
): Promise<OpenedRepository> {
  const place = repositoryAt(path);
  const listed = await listRevisions(place);
  const reader = new ObjectReader(place);
  try {
    const trees = new ObjectTrees(reader);
    const project = await projectIn(path, listed.at(-1)?.tree ?? "HEAD^{tree}", trees, series);
    const ordered = orderRevisions(project, listed);
    const { selected, missing } = selectRevisions(ordered, request.revs);
    const named = await Promise.all(missing.map((word) => findRevision(reader, word)));
    const unknown = missing.filter((_, at) => named[at] === undefined);
    const releases = request.releases === undefined ? undefined : releasesNamed(request.releases);
    const extra = orderRevisions(
      project,
      named.flatMap((revision) => revision ?? []),
    );
    const all = request.revs.length === 0 ? ordered : [...selected, ...extra];
    const revisions = all.filter(
      ({ release }) => releases === undefined || releases.some(({ name }) => name === release?.name),
    );
    // Of several repositories one may well have a revision that the others have not.
    if (revisions.length === 0 && unknown.length > 0)
      throw new UserError(`${path}: no revision "${unknown[0]}"`, {
        hint: "name tags or branches, globs over them (20.*), or a range (19.0.0..25.0.0)",
      });
    return { path, place, project, revisions, reader, trees };
  } catch (error) {
    reader.close();
    throw error;
  }
}

async function projectIn(path: string, tree: string, trees: ObjectTrees, series: Series): Promise<string> {
  const names = [...(await trees.entriesOf(tree)).keys()];
  const projects = new Set(names.flatMap((name) => projectOfPackage(name) ?? []));
  const project = series.projects.find((one) => projects.has(one));
  if (project !== undefined) return project;
  throw new UserError(`${path}: series ${series.name} has no patches for what is in this repository`, {
    hint: `It is for ${series.projects.join(", ")}; found ${[...projects].join(", ") || "no project known to osfix"}.`,
  });
}

/** Neighbours share most of their files, so a shard is a run of revisions and not every twentieth. */
export function shardOf<T>(all: readonly T[], shard: MatrixRequest["shard"]): readonly T[] {
  if (shard === undefined) return all;
  const cut = (part: number): number => Math.floor((all.length * part) / shard.of);
  return all.slice(cut(shard.part - 1), cut(shard.part));
}

async function judgeAll(
  series: Series,
  asked: readonly ChosenProfile[],
  opened: readonly OpenedRepository[],
  request: MatrixRequest,
): Promise<MatrixReport> {
  const parser = await loadParser({ backend: request.parser });
  const cache = new ResultCache(request.cache);
  const engine = engineOf(request.version);
  const rules = rulesOf(series, asked, opened, request);
  const judge = new PatchJudge(parser, cache, engine, seriesRules(series));
  const checker =
    rules.kind === "trees" ? new RevisionChecker(rules.chosen, parser, cache, engine) : undefined;
  const verdicts = new DistinctValues<JudgedPatch>();
  const findings = new DistinctValues<MatrixFinding>();
  const repositories: MatrixRepository[] = [];
  for (const repository of opened) {
    const judged = await judgeRepository(series, asked, repository, judge, request);
    const revisions: MatrixRevision[] = [];
    for (const [revision, { steps, verdicts: own }] of judged) {
      const found = checker
        ? (await checker.check(repository.place, revision)).map((one) => asMatrixFinding(one, one.severity))
        : patchFindings(steps, series.patches, rules.kind === "patches" ? rules.rules : []);
      revisions.push({
        ...asReported(revision),
        verdicts: Object.fromEntries(
          own.map(([profile, list]) => [profile, list.map((verdict) => verdicts.indexOf(verdict))]),
        ),
        findings: found.map((one) => findings.indexOf(one)),
      });
    }
    repositories.push({ path: repository.path, project: repository.project, revisions });
  }
  judge.save();
  const report: MatrixReport = {
    format: 1,
    osfix: request.version,
    series: series.name,
    title: series.title,
    profiles: asked.map(({ profile }) => profile.name),
    shard: request.shard ? `${request.shard.part}/${request.shard.of}` : null,
    patches: patchRows(series, asked, opened),
    repositories,
    pairing: [],
    verdicts: verdicts.all,
    checked: rules.kind,
    rules: (checker?.rules ?? (rules.kind === "patches" ? rules.rules : [])).map(asMatrixRule).sort(byId),
    findings: findings.all,
    cost: { revisions: repositories.reduce((sum, one) => sum + one.revisions.length, 0), ...judge.cost },
  };
  return { ...report, pairing: pairReleases(report) };
}

const byId = (a: MatrixRule, b: MatrixRule): number => (a.id < b.id ? -1 : 1);

/** Which rules run: those that are asked for, on whole trees, or the chosen patches of the opened projects. */
function rulesOf(
  series: Series,
  asked: readonly ChosenProfile[],
  opened: readonly OpenedRepository[],
  request: MatrixRequest,
):
  | { readonly kind: "trees"; readonly chosen: ChosenRules }
  | { readonly kind: "patches"; readonly rules: readonly SeriesRule[] } {
  if (request.check)
    return { kind: "trees", chosen: chooseRules({ ...request.check, settings: NO_SETTINGS }, series) };
  const isAsked = (patch: SemanticPatch): boolean =>
    (request.only ?? []).length === 0 || asked.some(({ chosen }) => chosen.has(patch));
  const rules = seriesRules(series).filter(
    ({ onByDefault, patch }) =>
      onByDefault && isAsked(patch) && opened.some(({ project }) => project === patch.header.project),
  );
  return { kind: "patches", rules };
}

function patchRows(
  series: Series,
  asked: readonly ChosenProfile[],
  opened: readonly OpenedRepository[],
): MatrixReport["patches"] {
  return series.patches
    .filter((patch) => asked.some(({ chosen }) => chosen.has(patch)))
    .filter((patch) => opened.some(({ project }) => project === patch.header.project))
    .map((patch) => ({
      id: patch.id,
      project: patch.header.project,
      subject: patch.header.subject,
      profiles: asked.filter(({ chosen }) => chosen.has(patch)).map(({ profile }) => profile.name),
    }));
}

/** What was judged of a revision. */
interface JudgedRevision {
  /** Of every profile of the series, in its order. */
  readonly steps: readonly JudgedSteps[];
  /** Of the profiles that were asked for, the verdicts on the chosen patches. */
  readonly verdicts: readonly (readonly [profile: string, readonly JudgedPatch[]])[];
}

/** Judges all profiles, as which findings a tree has depends on which of them it is nearest to. */
async function judgeRepository(
  series: Series,
  asked: readonly ChosenProfile[],
  repository: OpenedRepository,
  judge: PatchJudge,
  request: MatrixRequest,
): Promise<ReadonlyMap<DatedRevision, JudgedRevision>> {
  const courses = series.profiles.map((profile) => {
    const own = asked.find((one) => one.profile === profile);
    const patches = patchesFor(series, repository.project, profile.name);
    const settings = own?.settings ?? settingLiterals(series, profile.name, new Map());
    return { profile, own, settings, patches, groups: groupPatches(patches) };
  });
  const needed = request.check ? courses.filter(({ own }) => own !== undefined) : courses;
  const judged = await judge.judge(repository, needed);
  return new Map(
    [...judged].map(([revision, steps]) => {
      const verdicts = asked.map(({ profile, chosen }) => {
        const at = needed.findIndex((one) => one.profile === profile);
        const patches = (needed[at]?.patches ?? []).filter((patch) => chosen.has(patch));
        return [profile.name, patches.map((patch) => verdictFor(steps[at] ?? [], patch))] as const;
      });
      return [revision, { steps, verdicts }];
    }),
  );
}

function verdictFor(judged: JudgedSteps, patch: SemanticPatch): JudgedPatch {
  const step = judged.find(({ verdict }) => verdict.patch === patch.id);
  if (!step) throw new Error(`no verdict for ${patch.id}`);
  return step.verdict;
}

function asReported(revision: DatedRevision): Omit<MatrixRevision, "verdicts" | "findings"> {
  const { name, kind, commit, version, release } = revision;
  return { name, kind, commit, version: version?.text ?? null, release };
}

/** Names what worked a result out: the version, and in a build also its code, whose files are named by content. */
export function engineOf(version: string): string {
  try {
    const chunks = readdirSync(new URL("../dist/chunks/", import.meta.url)).sort();
    return `${version} ${createHash("sha256").update(chunks.join("\n")).digest("hex").slice(0, 16)}`;
  } catch {
    return version;
  }
}
