import { isInAfter, type Refusal, type RunOutcome, type TreeOutcome } from "./plan/outcome.ts";
import { judgePairing, type PairedTree, type PatchedState, stateOfAll } from "./plan/pairing.ts";
import type { PatchStep } from "./plan/plan.ts";
import {
  askGitAhead,
  contextFor,
  outcomeOf,
  type PlannedFound,
  type PlanningRequest,
  planFound,
} from "./run-plan.ts";
import { asApplySees, lookForward, outOfReach } from "./run-revert.ts";
import { choosePatches, loadSeries, type Planner } from "./run-series.ts";
import { type FoundTree, findTrees, placeLoneFile } from "./run-trees.ts";
import { precautions, recoverAll, writeOutcome } from "./run-write.ts";
import type { Series } from "./smpl/series.ts";
import { UserError } from "./text/user-error.ts";

export { loadSeries, SHIPPED_PATCHES, seriesOf } from "./run-series.ts";

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

/**
 * Judges the trees of all PATHs together and, when asked to, writes all of them or none.
 *
 * @throws UserError for a PATH, series, profile, patch or setting that the user must mend; nothing is written then
 */
export async function run(request: RunRequest): Promise<RunOutcome> {
  const series = loadSeries(request.patches, request.series);
  const choice = choosePatches(series, request);
  const opened = findTrees(request.paths);
  const recovered = request.until === "write" ? recoverAll(opened) : [];
  const gitOf = askGitAhead(opened, series);
  const planner: Planner = { series, choice, context: await contextFor(choice, request.parser) };
  const placed = opened.map((one) => ("lone" in one ? placeLoneFile(one.lone, planner) : one));
  const kept = inRolloutOrder(placed, series);
  const planned = kept.map((found) => planFound(found, planner, planningOf(request)));
  const judged = await Promise.all(
    planned.map(async (one) => outcomeOf(one, await gitOf(one.found), recovered)),
  );
  const forward = request.direction === "revert" ? lookForward(judged, kept, planner) : [];
  const trees = judged.map((tree, at) => asApplySees(tree, forward[at]));
  const { writing, refusals, sideEffects } = await writeOutcome(request, trees, [
    ...judged.flatMap((tree, at) => misfits(tree, planned[at])),
    ...outOfReach(judged, forward),
    ...precautions(request, trees),
  ]);
  const isFixOfBoth = ["os-vif", "nova"].every((project) => series.projects.includes(project));
  const pairing = isFixOfBoth ? judgePairing(trees.map((tree) => pairedTree(tree, writing))) : [];
  const passedOver = placed
    .filter((found) => !kept.includes(found))
    .map(({ opened: { tree }, project }) => ({ label: tree.label, project }));
  return { series, trees, passedOver, pairing, refusals, writing, sideEffects };
}

/**
 * The trees for which the series has patches: os-vif before nova, whatever the order of the PATHs.
 *
 * @throws UserError where it has patches for none
 */
function inRolloutOrder(placed: readonly FoundTree[], series: Series): readonly FoundTree[] {
  const kept = series.projects.flatMap((project) => placed.filter((found) => found.project === project));
  if (kept.length === 0) throw nothingFor(series, placed);
  return kept;
}

function planningOf({ direction, until, keepGoing = false }: RunRequest): PlanningRequest {
  return { direction, checked: until !== "look", keepGoing };
}

/** Why the plan of a tree must not be carried out: patches that do not fit its code, and checks that its result fails. */
function misfits(tree: TreeOutcome, found: PlannedFound | undefined): readonly Refusal[] {
  return [
    ...tree.plan.refusals.map((message): Refusal => ({ kind: "code", tree: tree.label, message })),
    ...(found?.planned.failures ?? []).map(
      (message): Refusal => ({
        kind: "check",
        tree: tree.label,
        message,
      }),
    ),
  ];
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
  const isIn = (step: PatchStep): boolean =>
    carriedOut ? isInAfter(step, tree.plan) : step.report.state === "applied";
  return stateOfAll(tree.plan.steps, isIn);
}
