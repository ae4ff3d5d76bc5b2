import { describeHead, type GitFacts, readGitFacts } from "./checkout/git-facts.ts";
import { readSeriesFolder, type SeriesFolder } from "./checkout/series-files.ts";
import { type Detection, detectProject } from "./detect/detect-project.ts";
import { encodeChanges, type TreeWrite } from "./emit/byte-change.ts";
import { isInterrupted, recoverTree } from "./emit/recovery.ts";
import { writeTrees } from "./emit/work-tree.ts";
import { loadParser } from "./parse/parser.ts";
import { HunkCompiler } from "./plan/compiled-series.ts";
import type { EvaluationContext } from "./plan/evaluate-patch.ts";
import { PlanMemory } from "./plan/memory.ts";
import { isInAfter, type Refusal, type RunOutcome, type TreeOutcome } from "./plan/outcome.ts";
import { judgePairing, type PairedTree, type PatchedState } from "./plan/pairing.ts";
import { type PlannedTree, planTree } from "./plan/plan-tree.ts";
import type { TreeSource } from "./plan/tree-source.ts";
import { Targets } from "./plan/virtual-tree.ts";
import { type FoundTree, findTrees, placeLoneFile, sourceOf, targetPaths } from "./run-trees.ts";
import { selectPatches } from "./smpl/select.ts";
import { type Profile, parseSeries, patchesFor, profileOf, type Series } from "./smpl/series.ts";
import { settingLiterals } from "./smpl/settings.ts";
import { UserError } from "./text/user-error.ts";

/** What is asked of one call. */
export interface RunRequest {
  readonly direction: "apply" | "revert";
  /** `write`: the trees get the changes; `plan`: they are planned and checked; `look`: states only. */
  readonly until: "look" | "plan" | "write";
  /** Checkouts, unpacked source packages, installed packages or files. */
  readonly paths: readonly string[];
  /** A folder of a series, or of several; the one that osfix ships otherwise. */
  readonly patches?: string | undefined;
  readonly series?: string | undefined;
  /** The series' default otherwise, or the one that a tree has. */
  readonly profile?: string | undefined;
  /** Ids, names, numbers or globs of patches; all otherwise. */
  readonly only?: readonly string[];
  readonly settings?: ReadonlyMap<string, string>;
  readonly allowDirty?: boolean;
  readonly keepGoing?: boolean;
  readonly parser?: "native" | "wasm" | undefined;
}

/** The folder with the series that osfix ships. */
export const SHIPPED_PATCHES: string = new URL("../patches/", import.meta.url).pathname;

/**
 * Judges the trees of all PATHs together and, when asked to, writes all of them or none.
 *
 * @throws UserError for a PATH, series, profile, patch or setting that the user must mend; nothing is written then
 */
export async function run(request: RunRequest): Promise<RunOutcome> {
  const series = loadSeries(request.patches, request.series);
  const choice = chooseProfile(series, request);
  const found = findTrees(request.paths);
  const recovered = request.until === "write" ? recoverAll(found) : [];
  const asked = found.map((one) => ("lone" in one ? undefined : askGit(one, series)));
  const context = await contextFor(choice, request.parser);
  const placed = found.map((one) =>
    "lone" in one ? placeLoneFile(one.lone, series, choice.profile.name, context) : one,
  );
  const kept = inRolloutOrder(series, placed);
  if (kept.length === 0) throw nothingFor(series, placed);
  const planned = kept.map((one) => planFound(one, series, choice, request, context));
  const trees = await Promise.all(
    planned.map(async (one) => {
      const git = await (asked[placed.indexOf(one.found)] ?? askGit(one.found, series));
      return outcomeOf(one, git, recovered);
    }),
  );
  const refusals = [...trees.flatMap(refusalsOf(planned)), ...precautions(request, trees)];
  const written = await writeOutcome(request, trees, refusals);
  return {
    series,
    trees,
    passedOver: placed
      .filter((one) => !kept.includes(one))
      .map((one) => ({ label: one.opened.tree.label, project: one.project })),
    pairing: judgePairing(trees.map((tree) => pairedTree(tree, written.writing))),
    ...written,
  };
}

/** The trees that the series is for; the project that goes first comes first. */
function inRolloutOrder(series: Series, placed: readonly FoundTree[]): readonly FoundTree[] {
  return series.projects.flatMap((project) => placed.filter((one) => one.project === project));
}

/** Reads and parses a series; without a folder the one that osfix ships. */
export function loadSeries(directory: string = SHIPPED_PATCHES, name?: string): Series {
  return seriesOf(readSeriesFolder(directory, name));
}

/** Parses what was read of a series' folder. */
export function seriesOf(folder: SeriesFolder): Series {
  return parseSeries(folder.name, folder.manifest, folder.patches);
}

interface Choice {
  readonly profile: Profile;
  /** The user named it. */
  readonly named: boolean;
  readonly settings: ReadonlyMap<string, string>;
}

function chooseProfile(series: Series, request: RunRequest): Choice {
  const name = request.profile ?? series.defaultProfile;
  const profile = profileOf(series, name);
  selectPatches(series, name, request.only ?? []);
  const settings = settingLiterals(series, name, request.settings ?? new Map());
  return { profile, named: request.profile !== undefined, settings };
}

/** What evaluation needs: a parser, and the settings of the profile. */
async function contextFor(choice: Choice, backend: RunRequest["parser"]): Promise<EvaluationContext> {
  const parser = await loadParser({ backend });
  return {
    compiler: new HunkCompiler(parser),
    targets: new Targets(parser),
    memory: new PlanMemory(),
    settings: choice.settings,
  };
}

interface GitAnswer {
  readonly facts: GitFacts;
  readonly described: string | undefined;
}

/** git runs while the trees are parsed. */
async function askGit(found: FoundTree, series: Series): Promise<GitAnswer> {
  const { tree } = found.opened;
  const patches = series.patches.filter((patch) => patch.header.project === found.project);
  const [facts, described] = await Promise.all([
    readGitFacts(tree, targetPaths(patches)),
    describeHead(tree),
  ]);
  return { facts, described };
}

interface PlannedFound {
  readonly found: FoundTree;
  readonly source: TreeSource;
  readonly profile: Profile;
  readonly profileFound: boolean;
  readonly planned: PlannedTree;
}

function planFound(
  found: FoundTree,
  series: Series,
  choice: Choice,
  request: RunRequest,
  context: EvaluationContext,
): PlannedFound {
  const planWith = (profile: Profile, settings: ReadonlyMap<string, string>): PlannedFound => {
    const patches = patchesFor(series, found.project, profile.name);
    const source = sourceOf(found, patches);
    const chosen = selectFor(series, profile.name, request.only ?? []);
    const job = {
      source,
      patches,
      chosen: new Set(patches.filter((patch) => chosen(patch.id))),
      direction: request.direction,
      keepGoing: request.keepGoing ?? false,
      checked: request.until !== "look",
      focus: found.focus,
    };
    const planned = planTree(job, { ...context, settings });
    return { found, source, profile, profileFound: false, planned };
  };
  const asked = planWith(choice.profile, choice.settings);
  if (isUniform(asked) || (choice.named && request.direction === "revert")) return asked;
  for (const profile of series.profiles) {
    if (profile === choice.profile) continue;
    const other = planWith(profile, settingLiterals(series, profile.name, request.settings ?? new Map()));
    if (isWhollyIn(other)) return { ...other, profileFound: true };
  }
  return asked;
}

/** A patch that is not in the profile is not chosen there, and no error: the user named it for another one. */
function selectFor(series: Series, profile: string, only: readonly string[]): (id: string) => boolean {
  const ids = new Set(
    only.length === 0
      ? selectPatches(series, profile, [])
      : only.flatMap((word) => [...tryWord(series, profile, word)]),
  );
  const names = new Set([...ids].map((patch) => patch.id));
  return (id) => names.has(id);
}

function tryWord(series: Series, profile: string, word: string): ReturnType<typeof selectPatches> {
  try {
    return selectPatches(series, profile, [word]);
  } catch (error) {
    if (error instanceof UserError) return new Set();
    throw error;
  }
}

/** All of the profile is in the tree, or none of it: no other profile would say more. */
function isUniform({ planned }: PlannedFound): boolean {
  const states = new Set(planned.plan.steps.map((step) => step.report.state));
  states.delete("absent");
  states.delete("obsolete");
  return (
    states.size <= 1 && !states.has("conflict") && !states.has("inconsistent") && !states.has("ambiguous")
  );
}

function isWhollyIn({ planned }: PlannedFound): boolean {
  const states = new Set(planned.plan.steps.map((step) => step.report.state));
  states.delete("absent");
  states.delete("obsolete");
  return states.size === 1 && states.has("applied");
}

function outcomeOf(one: PlannedFound, git: GitAnswer, recovered: readonly string[]): TreeOutcome {
  const { found, source, planned } = one;
  const { tree, lone } = found.opened;
  const hints = {
    project: found.project,
    described: git.described,
    isGit: git.facts.kind === "work-tree" && git.facts.own,
    directory: tree.label,
  };
  const detection: Detection = detectProject(tree, hints);
  const interrupted = isInterrupted(tree.root)
    ? ["an interrupted osfix left its files here; the next `osfix apply` or `osfix revert` clears them"]
    : [];
  const unknown = git.facts.kind === "unavailable" ? [`git was not asked: ${git.facts.reason}`] : [];
  return {
    label: tree.label,
    tree,
    source,
    project: found.project,
    detection: lone ? { ...detection, warnings: [] } : detection,
    git: git.facts,
    focus: found.focus,
    profile: one.profile,
    profileFound: one.profileFound,
    plan: planned.plan,
    leftOut: planned.leftOut,
    problems: source.problems,
    warnings: [...interrupted, ...unknown, ...recovered.filter((line) => line.startsWith(tree.root))],
  };
}

function refusalsOf(planned: readonly PlannedFound[]): (tree: TreeOutcome, at: number) => readonly Refusal[] {
  return (tree, at) => [
    ...tree.plan.refusals.map((message): Refusal => ({ kind: "code", tree: tree.label, message })),
    ...(planned[at]?.planned.failures ?? []).map(
      (message): Refusal => ({ kind: "check", tree: tree.label, message }),
    ),
  ];
}

/** Reasons not to touch trees that could be changed. */
function precautions(request: RunRequest, trees: readonly TreeOutcome[]): readonly Refusal[] {
  const profiles = trees
    .filter((tree) => tree.profileFound && request.direction === "apply" && request.until !== "look")
    .map(
      (tree): Refusal => ({
        kind: "profile",
        tree: tree.label,
        message: `${tree.label} is patched with profile "${tree.profile.name}"`,
        hint: `Take it out first (osfix revert --profile ${tree.profile.name} ${tree.label}), or name it with --profile.`,
      }),
    );
  if (request.until !== "write" || request.direction === "revert" || request.allowDirty) return profiles;
  return [...profiles, ...trees.flatMap(uncommitted)];
}

function uncommitted(tree: TreeOutcome): readonly Refusal[] {
  if (tree.git.kind !== "work-tree") return [];
  const touched = new Set(tree.plan.changes.map((change) => change.path));
  return tree.git.dirty
    .filter((file) => touched.has(file.path))
    .map((file) => ({
      kind: "uncommitted",
      tree: tree.label,
      message: `${file.path} has uncommitted changes (${file.change})`,
      hint: "Commit or stash them, or give --allow-dirty.",
    }));
}

async function writeOutcome(
  request: RunRequest,
  trees: readonly TreeOutcome[],
  refusals: readonly Refusal[],
): Promise<Pick<RunOutcome, "writing" | "refusals">> {
  const nothing = trees.every((tree) => tree.plan.changes.length === 0);
  if (request.until === "look") return { writing: "planned", refusals: [] };
  if (refusals.length > 0) return { writing: "refused", refusals };
  if (nothing) return { writing: "nothing to do", refusals };
  if (request.until === "plan") return { writing: "planned", refusals };
  const writes: TreeWrite[] = [];
  const problems = trees.flatMap((tree) => {
    const encoded = encodeChanges(tree.tree, tree.plan.changes);
    writes.push(encoded.write);
    return encoded.problems;
  });
  const outcome = problems.length > 0 ? undefined : await writeTrees(writes);
  if (outcome?.kind === "written") return { writing: "written", refusals };
  const all = outcome === undefined ? problems : outcome.problems;
  const refused = all.map(({ root, path, reason }): Refusal => {
    const label = trees.find((tree) => tree.tree.root === root)?.label ?? root;
    return { kind: "write", tree: label, message: `${path}: ${reason}` };
  });
  return { writing: "refused", refusals: refused };
}

/** Finishes or undoes what a killed run left, before the trees are read. */
function recoverAll(found: ReturnType<typeof findTrees>): readonly string[] {
  return found.flatMap((one) => {
    const { tree } = "lone" in one ? one.lone : one.opened;
    const recovery = recoverTree(tree.root);
    if (recovery.kind === "clean") return [];
    if (recovery.kind === "stuck")
      throw new UserError(
        `${tree.label}: an interrupted run must be cleared up first: ${recovery.reasons.join("; ")}`,
      );
    return [`${tree.root}: an interrupted run was ${recovery.kind} (${recovery.files.length} files)`];
  });
}

function nothingFor(series: Series, placed: readonly FoundTree[]): UserError {
  const held = placed.map((one) => `${one.opened.tree.label} is ${one.project}`).join(", ");
  return new UserError(`${held}: series ${series.name} has no patches for it`, {
    hint: `It has patches for ${series.projects.join(" and ")}.`,
  });
}

function pairedTree(tree: TreeOutcome, writing: RunOutcome["writing"]): PairedTree {
  const version = tree.detection.version?.text;
  return {
    label: tree.label,
    project: tree.project,
    profile: tree.profile.name,
    state: patchedState(tree, writing === "written"),
    obsolete: tree.plan.steps.length > 0 && tree.plan.steps.every((step) => step.report.state === "obsolete"),
    title: version === undefined ? tree.project : `${tree.project} ${version}`,
  };
}

function patchedState(tree: TreeOutcome, carriedOut: boolean): PatchedState {
  const steps = tree.plan.steps.filter(
    (step) => step.report.state !== "absent" && step.report.state !== "obsolete",
  );
  const isIn = steps.filter((step) =>
    carriedOut ? isInAfter(step, tree.plan) : step.report.state === "applied",
  );
  if (steps.length === 0) return "out of place";
  return isIn.length === 0 ? "unpatched" : isIn.length === steps.length ? "patched" : "partly";
}
