import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
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
import { type JudgedPatches, PatchJudge } from "./judge-revisions.ts";
import { loadParser } from "./parse/parser.ts";
import { groupPatches } from "./plan/patch-groups.ts";
import type { JudgedPatch } from "./report/judged-patch.ts";
import { pairReleases } from "./report/matrix-pairing.ts";
import type { MatrixReport, MatrixRepository, MatrixRevision } from "./report/matrix-report.ts";
import { loadSeries } from "./run.ts";
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
  readonly parser?: "native" | "wasm" | undefined;
  /** Where results are kept; undefined keeps none. */
  readonly cache: string | undefined;
  /** osfix's own version: results of another one are not used. */
  readonly version: string;
}

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
  profiles: readonly ChosenProfile[],
  opened: readonly OpenedRepository[],
  request: MatrixRequest,
): Promise<MatrixReport> {
  const parser = await loadParser({ backend: request.parser });
  const judge = new PatchJudge(parser, new ResultCache(request.cache), engineOf(request.version));
  const verdicts = new Verdicts();
  const repositories: MatrixRepository[] = [];
  for (const repository of opened)
    repositories.push(await judgeRepository(series, profiles, repository, judge, verdicts));
  judge.save();
  const patches = series.patches
    .filter((patch) => profiles.some(({ chosen }) => chosen.has(patch)))
    .filter((patch) => opened.some(({ project }) => project === patch.header.project))
    .map((patch) => ({
      id: patch.id,
      project: patch.header.project,
      subject: patch.header.subject,
      profiles: profiles.filter(({ chosen }) => chosen.has(patch)).map(({ profile }) => profile.name),
    }));
  const report: MatrixReport = {
    format: 1,
    osfix: request.version,
    series: series.name,
    title: series.title,
    profiles: profiles.map(({ profile }) => profile.name),
    shard: request.shard ? `${request.shard.part}/${request.shard.of}` : null,
    patches,
    repositories,
    pairing: [],
    verdicts: verdicts.all,
    cost: { revisions: repositories.reduce((sum, one) => sum + one.revisions.length, 0), ...judge.cost },
  };
  return { ...report, pairing: pairReleases(report) };
}

/** Each distinct verdict once. */
class Verdicts {
  readonly all: JudgedPatch[] = [];
  private readonly known = new Map<string, number>();
  private readonly seen = new Map<JudgedPatch, number>();

  indexOf(verdict: JudgedPatch): number {
    let index = this.seen.get(verdict);
    if (index !== undefined) return index;
    const key = JSON.stringify(verdict);
    index = this.known.get(key);
    if (index === undefined) {
      index = this.all.push(verdict) - 1;
      this.known.set(key, index);
    }
    this.seen.set(verdict, index);
    return index;
  }
}

async function judgeRepository(
  series: Series,
  profiles: readonly ChosenProfile[],
  repository: OpenedRepository,
  judge: PatchJudge,
  verdicts: Verdicts,
): Promise<MatrixRepository> {
  const { path, project, revisions } = repository;
  const found = new Map<DatedRevision, Record<string, readonly number[]>>(revisions.map((one) => [one, {}]));
  const courses = profiles.map(({ profile, settings, chosen }) => {
    const patches = patchesFor(series, project, profile.name);
    return { profile, settings, chosen, patches, groups: groupPatches(patches) };
  });
  const judged = await judge.judge(repository, courses);
  for (const [revision, own] of judged)
    for (const [at, { profile, patches, chosen }] of courses.entries()) {
      const held = found.get(revision);
      const indexes = patches
        .filter((patch) => chosen.has(patch))
        .map((patch) => verdicts.indexOf(verdictFor(own[at] ?? [], patch)));
      if (held) held[profile.name] = indexes;
    }
  return {
    path,
    project,
    revisions: [...found].map(([revision, held]) => asReported(revision, held)),
  };
}

function verdictFor(judged: JudgedPatches, patch: SemanticPatch): JudgedPatch {
  const verdict = judged.find((one) => one.patch === patch.id);
  if (!verdict) throw new Error(`no verdict for ${patch.id}`);
  return verdict;
}

function asReported(revision: DatedRevision, verdicts: MatrixRevision["verdicts"]): MatrixRevision {
  const { name, kind, commit, version, release } = revision;
  return { name, kind, commit, version: version?.text ?? null, release, verdicts };
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
