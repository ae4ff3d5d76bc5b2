import { knownPathsTree, type PathEntries } from "../checkout/object-trees.ts";
import type { Tree } from "../checkout/tree.ts";
import type { DatedRevision } from "../detect/revision-order.ts";
import { distinctSeries } from "../emit/dedupe.ts";
import { type OutputFile, textFile } from "../emit/output-files.ts";
import { type PlannedPatches, plannedPatches } from "../emit/planned-patches.ts";
import { layOutSeries, type SeriesChoices, type SeriesFormat } from "../emit/series-formats.ts";
import { loadParser } from "../parse/parser.ts";
import type { Parser } from "../parse/tree.ts";
import { HunkCompiler } from "../plan/compiled-series.ts";
import { PlanMemory } from "../plan/memory.ts";
import type { TreeOutcome } from "../plan/outcome.ts";
import { groupPatches } from "../plan/patch-groups.ts";
import type { TreePlan } from "../plan/plan.ts";
import { planTree } from "../plan/plan-tree.ts";
import { TreeSource } from "../plan/tree-source.ts";
import { Targets } from "../plan/virtual-tree.ts";
import { loadSeries } from "../run.ts";
import { patchesFor, type Series } from "../smpl/series.ts";
import {
  type ChosenProfile,
  chooseProfiles,
  type MatrixRequest,
  type OpenedRepository,
  openRepository,
  shardOf,
} from "./request.ts";
import { keyOfEntries, readBlobs } from "./revision-files.ts";

/** Files to be written, and what is to be said of them. */
export interface EmittedMatrix {
  /** `PROJECT/PROFILE/NUMBER/…` for each distinct series, and `revisions.tsv`: which revision has which. */
  readonly files: readonly OutputFile[];
  /** Sentences: how many series there are, and which revisions have none since code and patches do not fit. */
  readonly notes: readonly string[];
  readonly stuck: boolean;
}

/** How the patches are to be written. */
export interface EmitStyle {
  readonly format: SeriesFormat;
  readonly choices: Omit<SeriesChoices, "series">;
}

/**
 * The concrete series of every selected revision, each distinct one once; each plan is checked as `osfix emit` does.
 *
 * @throws UserError for what the user must mend in the call
 */
export async function emitMatrix(request: MatrixRequest, style: EmitStyle): Promise<EmittedMatrix> {
  const series = loadSeries(request.patches, request.series);
  const profiles = chooseProfiles(series, request);
  const parser = await loadParser({ backend: request.parser });
  const parts: EmittedMatrix[] = [];
  for (const path of request.repositories) {
    const opened = await openRepository(path, series, request);
    const repository = { ...opened, revisions: shardOf(opened.revisions, request.shard) };
    try {
      for (const chosen of profiles)
        parts.push(await emitProfile({ series, repository, chosen, request, parser }, style));
    } finally {
      opened.reader.close();
    }
  }
  const files = parts.flatMap((part) => part.files);
  const lists = files
    .filter(({ path }) => path === LIST)
    .map(({ bytes }) => Buffer.from(bytes).toString("utf8"));
  const list = textFile(LIST, `# osfix: which revision has which series\n${lists.join("")}`);
  return {
    files: files.length === 0 ? [] : [...files.filter(({ path }) => path !== LIST), list],
    notes: parts.flatMap((part) => part.notes),
    stuck: parts.some((part) => part.stuck),
  };
}

const LIST = "revisions.tsv";

interface Job {
  readonly series: Series;
  readonly repository: OpenedRepository;
  readonly chosen: ChosenProfile;
  readonly request: MatrixRequest;
  readonly parser: Parser;
}

/** Revisions with the same target files, and their patches, or why there are none. */
interface Planned {
  readonly revisions: readonly string[];
  readonly made: PlannedPatches | undefined;
  readonly refusals: readonly string[];
}

async function emitProfile(job: Job, style: EmitStyle): Promise<EmittedMatrix> {
  const { series, repository, chosen } = job;
  const where = `${repository.project}/${chosen.profile.name}`;
  const planned = await planRevisions(job);
  const groups = distinctSeries(planned.flatMap(({ made }) => made ?? []));
  const choices = { ...style.choices, series: series.name };
  const files = groups.flatMap(({ trees }, at) =>
    layOutSeries(style.format, trees.slice(0, 1), choices).map((file) => ({
      ...file,
      path: `${where}/${at + 1}/${file.path}`,
    })),
  );
  const served = groups.flatMap(({ trees }, at) =>
    planned
      .filter(({ made }) => made !== undefined && trees.includes(made))
      .flatMap(({ revisions }) => revisions.map((revision) => `${where}/${at + 1}\t${revision}\n`)),
  );
  const refused = planned.filter(({ refusals }) => refusals.length > 0);
  return {
    files: served.length === 0 ? [] : [...files, textFile(LIST, served.join(""))],
    notes: [
      ...refused.map(
        ({ revisions, refusals }) => `${where}: ${revisions.join(", ")}: ${refusals.join("; ")}`,
      ),
      `${where}: ${groups.length} distinct series for ${served.length} of ${repository.revisions.length} revisions`,
    ],
    stuck: refused.length > 0,
  };
}

/** One plan for each distinct combination of the files that the profile's patches look at. */
async function planRevisions(job: Job): Promise<readonly Planned[]> {
  const { series, repository, chosen } = job;
  const patches = patchesFor(series, repository.project, chosen.profile.name);
  const paths = [...new Set(groupPatches(patches).flatMap((group) => group.paths))].sort();
  const combinations = new Map<string, { entries: PathEntries; revisions: DatedRevision[] }>();
  for (const revision of repository.revisions) {
    const entries = await repository.trees.findAll(revision.tree, paths);
    const key = keyOfEntries(entries);
    const known = combinations.get(key);
    if (known) known.revisions.push(revision);
    else combinations.set(key, { entries, revisions: [revision] });
  }
  repository.trees.forget();
  const compiler = new HunkCompiler(job.parser);
  const planned: Planned[] = [];
  for (const { entries, revisions } of combinations.values())
    planned.push(await planCombination(job, entries, revisions, compiler));
  return planned;
}

async function planCombination(
  job: Job,
  entries: PathEntries,
  revisions: readonly DatedRevision[],
  compiler: HunkCompiler,
): Promise<Planned> {
  const { series, repository, chosen, request, parser } = job;
  const patches = patchesFor(series, repository.project, chosen.profile.name);
  const blobs = await readBlobs(repository.reader, entries);
  const [first] = revisions;
  const tree = knownPathsTree(`${repository.path}@${first?.name}`, entries, (name) => blobs.get(name));
  const source = new TreeSource(tree);
  const context = {
    compiler,
    targets: new Targets(parser),
    memory: new PlanMemory(),
    settings: chosen.settings,
  };
  const asked = { source, patches, chosen: chosen.chosen } as const;
  const { plan, failures } = planTree(
    { ...asked, direction: "apply", keepGoing: false, checked: true },
    context,
  );
  const names = revisions.map(({ name }) => name);
  const refusals = [...plan.refusals, ...failures];
  if (refusals.length > 0 || plan.changes.length === 0)
    return { revisions: names, made: undefined, refusals };
  const outcome = outcomeOf(job, tree, source, plan, first);
  return { revisions: names, made: plannedPatches(outcome, request.settings ?? new Map()), refusals };
}

/** A revision's tree as one that was found on disk: its project is known, and no file around it says more. */
function outcomeOf(
  { repository: { project }, chosen: { profile } }: Job,
  tree: Tree,
  source: TreeSource,
  plan: TreePlan,
  revision: DatedRevision | undefined,
): TreeOutcome {
  return {
    label: tree.label,
    tree,
    source,
    project,
    detection: {
      project,
      packages: [],
      version: revision?.version ?? null,
      release: revision?.release ?? null,
      packaging: "git",
      evidence: [],
      warnings: [],
    },
    git: { kind: "none" },
    focus: [],
    profile,
    profileFound: false,
    plan,
    leftOut: [],
    problems: source.problems,
    warnings: [],
  };
}
