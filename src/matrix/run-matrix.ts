import { chooseRules } from "../check/choose-rules.ts";
import { seriesRules } from "../check/series-rules.ts";
import type { DatedRevision } from "../detect/revision-order.ts";
import { ResultCache } from "../emit/result-cache.ts";
import { loadParser } from "../parse/parser.ts";
import { groupPatches } from "../plan/patch-groups.ts";
import type { JudgedPatch } from "../report/judged-patch.ts";
import { pairReleases } from "../report/matrix-pairing.ts";
import type {
  MatrixFinding,
  MatrixReport,
  MatrixRepository,
  MatrixRevision,
  MatrixRule,
} from "../report/matrix-report.ts";
import { NO_SETTINGS } from "../report/rule-settings.ts";
import { loadSeries } from "../run.ts";
import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import { patchesFor, type Series } from "../smpl/series.ts";
import { settingLiterals } from "../smpl/settings.ts";
import { type Finder, finderInPatches, finderInTrees } from "./finder.ts";
import { DistinctValues } from "./findings.ts";
import { type JudgedSteps, PatchJudge } from "./judge-revisions.ts";
import {
  type ChosenProfile,
  chooseProfiles,
  engineOf,
  type MatrixRequest,
  type OpenedRepository,
  openRepository,
  shardOf,
} from "./request.ts";

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

async function judgeAll(
  series: Series,
  asked: readonly ChosenProfile[],
  opened: readonly OpenedRepository[],
  request: MatrixRequest,
): Promise<MatrixReport> {
  const parser = await loadParser({ backend: request.parser });
  const cache = new ResultCache(request.cache);
  const engine = engineOf(request.version);
  const judge = new PatchJudge(parser, cache, engine, seriesRules(series));
  const finder = request.check
    ? finderInTrees(chooseRules({ ...request.check, settings: NO_SETTINGS }, series), parser, cache, engine)
    : finderInPatches(series, asked, opened, request);
  const rows = new RevisionRows(finder);
  const repositories: MatrixRepository[] = [];
  for (const repository of opened) {
    const judged = await judgeRepository(series, asked, repository, judge, request);
    const revisions = await rows.of(repository, judged);
    repositories.push({ path: repository.path, project: repository.project, revisions });
  }
  judge.save();
  const patches = patchRows(series, asked, opened);
  const report: MatrixReport = {
    format: 1,
    osfix: request.version,
    series: series.name,
    title: patches.length > 0 ? series.title : "Findings of osfix check",
    profiles: asked.map(({ profile }) => profile.name),
    shard: request.shard ? `${request.shard.part}/${request.shard.of}` : null,
    patches,
    repositories,
    pairing: [],
    verdicts: rows.verdicts.all,
    checked: finder.kind,
    rules: [...finder.rules].sort(byId),
    findings: rows.findings.all,
    cost: { revisions: repositories.reduce((sum, one) => sum + one.revisions.length, 0), ...judge.cost },
  };
  return { ...report, pairing: pairReleases(report) };
}

/** Revisions as a report has them: what many of them share stands there once, and they give its number. */
class RevisionRows {
  readonly verdicts = new DistinctValues<JudgedPatch>();
  readonly findings = new DistinctValues<MatrixFinding>();
  private readonly finder: Finder;

  constructor(finder: Finder) {
    this.finder = finder;
  }

  async of(
    repository: OpenedRepository,
    judged: ReadonlyMap<DatedRevision, JudgedRevision>,
  ): Promise<readonly MatrixRevision[]> {
    const rows: MatrixRevision[] = [];
    for (const [revision, { steps, verdicts }] of judged) {
      const found = await this.finder.find(repository, revision, steps);
      const numbered = verdicts.map(([profile, list]) => [
        profile,
        list.map((one) => this.verdicts.indexOf(one)),
      ]);
      rows.push({
        ...asReported(revision),
        verdicts: Object.fromEntries(numbered),
        findings: found.map((one) => this.findings.indexOf(one)),
      });
    }
    return rows;
  }
}

const byId = (a: MatrixRule, b: MatrixRule): number => (a.id < b.id ? -1 : 1);

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
