import { chooseRules } from "../check/choose-rules.ts";
import { seriesRules } from "../check/series-rules.ts";
import type { Revision } from "../checkout/revisions.ts";
import { ResultCache } from "../emit/result-cache.ts";
import { loadParser } from "../parse/parser.ts";
import { groupPatches } from "../plan/patch-groups.ts";
import type { ReportedFinding } from "../report/check-report.ts";
import type { DriftFinding, DriftOrigin, DriftReport, DriftRow } from "../report/drift.ts";
import type { JudgedPatch } from "../report/judged-patch.ts";
import { stateOfHunk } from "../report/matrix-grid.ts";
import { NO_SETTINGS } from "../report/rule-settings.ts";
import { loadSeries } from "../run.ts";
import { targetPaths } from "../run-trees.ts";
import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import { patchesFor } from "../smpl/series.ts";
import { RevisionChecker } from "./check-revisions.ts";
import { History } from "./history.ts";
import { type Course, PatchJudge } from "./judge-revisions.ts";
import {
  type ChosenProfile,
  chooseProfiles,
  engineOf,
  type MatrixRequest,
  type OpenedRepository,
  openRepository,
} from "./request.ts";

/** What is asked of one call. */
export interface DriftRequest extends Omit<MatrixRequest, "repositories" | "revs" | "releases" | "shard"> {
  readonly repository: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Which hunks changed state between two revisions and which findings came or went, and the first commit where each did.
 *
 * @throws UserError for a repository, revision, profile, patch or setting that the user must mend
 */
export async function runDrift(request: DriftRequest): Promise<DriftReport> {
  const series = loadSeries(request.patches, request.series);
  const profiles = chooseProfiles(series, request);
  const repository = await openRepository(request.repository, series, {
    revs: [],
    releases: undefined,
    check: request.check,
  });
  try {
    const parser = await loadParser({ backend: request.parser });
    const [cache, engine] = [new ResultCache(request.cache), engineOf(request.version)];
    const judge = new PatchJudge(parser, cache, engine, seriesRules(series));
    const rules = request.check && chooseRules({ ...request.check, settings: NO_SETTINGS }, series);
    const named = profiles.map((chosen) => ({
      ...chosen,
      patches: patchesFor(series, repository.project, chosen.profile.name),
    }));
    // What the patches are as rules is what the hunks' states say.
    const checker =
      rules && new RevisionChecker({ ...rules, seriesRules: [], pairing: undefined }, parser, cache, engine);
    const search = new DriftSearch(repository, judge, named, checker);
    const report = await search.run(request.from, request.to);
    judge.save();
    return { format: 1, osfix: request.version, series: series.name, path: request.repository, ...report };
  } finally {
    repository.reader.close();
  }
}

interface NamedProfile extends ChosenProfile {
  readonly patches: readonly SemanticPatch[];
}

/** A hunk's state by `PROFILE\0PATCH\0HUNK`. */
type States = ReadonlyMap<string, DriftRow["from"]>;

type Findings = ReadonlyMap<string, ReportedFinding>;

/** Commits: where two revisions parted, and the two. */
interface Ends {
  readonly base: string;
  readonly from: string;
  readonly to: string;
}

/** Looks for what differs between two revisions, and for the commits where it came to differ. */
class DriftSearch {
  private readonly repository: OpenedRepository;
  private readonly history: History;
  private readonly judge: PatchJudge;
  private readonly profiles: readonly NamedProfile[];
  private readonly courses: readonly Course[];
  private readonly checker: RevisionChecker | undefined;
  private readonly known = new Map<string, States>();
  private readonly found = new Map<string, Findings>();

  constructor(
    repository: OpenedRepository,
    judge: PatchJudge,
    profiles: readonly NamedProfile[],
    checker: RevisionChecker | undefined,
  ) {
    this.checker = checker;
    this.repository = repository;
    this.history = new History(repository);
    this.judge = judge;
    this.profiles = profiles;
    this.courses = profiles.map(({ settings, patches }) => ({ settings, groups: groupPatches(patches) }));
  }

  async run(
    fromName: string,
    toName: string,
  ): Promise<Omit<DriftReport, "format" | "osfix" | "series" | "path">> {
    const [from, to] = [await this.history.find(fromName), await this.history.find(toName)];
    const base = await this.history.commonAncestor(from.commit, to.commit);
    const ends: Ends = { base, from: from.commit, to: to.commit };
    const [before, after] = [await this.statesOf(from), await this.statesOf(to)];
    const keys = [...new Set([...before.keys(), ...after.keys()])];
    const rows: DriftRow[] = [];
    for (const key of keys) {
      const [was, is] = [before.get(key) ?? "absent", after.get(key) ?? "absent"];
      if (was !== is) rows.push(await this.row(key, was, is, ends));
    }
    const name = ({ name, commit }: Revision): { name: string; commit: string } => ({ name, commit });
    return {
      project: this.repository.project,
      from: name(from),
      to: name(to),
      compared: keys.length,
      rows,
      rules: this.checker?.rules.map(({ id }) => id) ?? [],
      findings: this.checker ? await this.findings(ends) : [],
    };
  }

  private async row(key: string, from: DriftRow["from"], to: DriftRow["to"], ends: Ends): Promise<DriftRow> {
    const [profile = "", patch = "", hunk = ""] = key.split("\0");
    const patches = this.profiles.flatMap((one) => one.patches);
    const needed = patches.flatMap(({ header }) => header.needs.map(({ what }) => what));
    const paths = [...new Set([...targetPaths(patches), ...needed])];
    const stateAt = async (commit: string): Promise<string> =>
      (await this.statesAt(commit)).get(key) ?? "absent";
    return { profile, patch, hunk, from, to, ...(await this.origin(to, ends, paths, stateAt)) };
  }

  private async findings(ends: Ends): Promise<readonly DriftFinding[]> {
    const [before, after] = [await this.findingsAt(ends.from), await this.findingsAt(ends.to)];
    const rows: DriftFinding[] = [];
    for (const [key, finding] of [...before, ...after]) {
      if (before.has(key) && after.has(key)) continue;
      const change = after.has(key) ? "came" : "went";
      const stateAt = async (commit: string): Promise<string> =>
        (await this.findingsAt(commit)).has(key) ? "came" : "went";
      const { rule, severity, path, from, message } = finding;
      const origin = await this.origin(change, ends, [], stateAt);
      rows.push({ change, rule, severity, path, line: from.line, message, ...origin });
    }
    return rows;
  }

  /** What a revision's findings are, by what stays of them when lines move. */
  private async findingsAt(commit: string): Promise<Findings> {
    let found = this.found.get(commit);
    if (found === undefined) {
      const checked = await this.checker?.check(this.repository.place, await this.history.find(commit));
      found = new Map((checked ?? []).map((one) => [`${one.path}\0${one.fingerprint}`, one]));
      this.found.set(commit, found);
    }
    return found;
  }

  /** Where something came to the state that it has at the end. */
  private async origin(
    to: string,
    ends: Ends,
    paths: readonly string[],
    stateAt: (commit: string) => Promise<string>,
  ): Promise<DriftOrigin> {
    const atBase = await stateAt(ends.base);
    // On stable branches both ends have commits of their own since they parted.
    const end = atBase === to ? ends.from : ends.to;
    const changed = async (commit: string): Promise<boolean> => (await stateAt(commit)) !== atBase;
    const commit = await this.history.firstChange(changed, ends.base, end, paths);
    return {
      on: end === ends.to ? "to" : "from",
      commit: commit === undefined ? null : await this.history.describe(commit.commit),
      mergedBy: commit?.mergedBy === undefined ? null : await this.history.describe(commit.mergedBy),
      firstTag: commit ? await this.history.firstTag(commit.commit) : null,
    };
  }

  private async statesAt(commit: string): Promise<States> {
    return this.known.get(commit) ?? this.statesOf(await this.history.find(commit));
  }

  private async statesOf(revision: Revision): Promise<States> {
    const known = this.known.get(revision.commit);
    if (known) return known;
    const { reader, trees } = this.repository;
    const judged = await this.judge.judge({ revisions: [revision], reader, trees }, this.courses);
    const states = new Map<string, DriftRow["from"]>();
    for (const [at, { profile, chosen }] of this.profiles.entries())
      for (const { verdict } of judged.get(revision)?.[at] ?? [])
        if ([...chosen].some(({ id }) => id === verdict.patch)) noteStates(states, profile.name, verdict);
    this.known.set(revision.commit, states);
    return states;
  }
}

function noteStates(states: Map<string, DriftRow["from"]>, profile: string, verdict: JudgedPatch): void {
  if (verdict.hunks.length === 0) states.set(`${profile}\0${verdict.patch}\0`, verdict.state);
  for (const { name } of verdict.hunks)
    states.set(`${profile}\0${verdict.patch}\0${name}`, stateOfHunk(verdict, name));
}
