import { isInAfter, type Refusal, type RunOutcome, type TreeOutcome } from "./plan/outcome.ts";
import { judgePairing, type PairedTree, type PatchedState } from "./plan/pairing.ts";
import type { PlannedTree } from "./plan/plan-tree.ts";
import { askGit, contextFor, outcomeOf, planFound } from "./run-plan.ts";
import { choosePatches, loadSeries } from "./run-series.ts";
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
  const asked = new Map(opened.map((one) => [one, "lone" in one ? undefined : askGit(one, series)]));
  const context = await contextFor(choice, request.parser);
  const placed = opened.map((one) => ({
    given: one,
    found: "lone" in one ? placeLoneFile(one.lone, series, choice.profile.name, context) : one,
  }));
  const kept = series.projects.flatMap((project) => placed.filter(({ found }) => found.project === project));
  if (kept.length === 0)
    throw nothingFor(
      series,
      placed.map(({ found }) => found),
    );
  const how = {
    direction: request.direction,
    checked: request.until !== "look",
    keepGoing: request.keepGoing ?? false,
  };
  const planned = kept.map(({ found }) => planFound(found, series, choice, how, context));
  const judged = await Promise.all(
    planned.map(async (one, at) => {
      const git = await (asked.get(kept[at]?.given ?? one.found) ?? askGit(one.found, series));
      return outcomeOf(one, git, recovered);
    }),
  );
  const misfits = judged.flatMap((tree, at) => refusalsOf(tree, planned[at]?.planned));
  const applying = { ...how, direction: "apply", checked: false } as const;
  const forward = judged.map((tree, at) => {
    const found = request.direction === "revert" && tree.plan.changes.length === 0 && kept[at]?.found;
    return found ? planFound(found, series, choice, applying, context).planned : undefined;
  });
  if (forward.every((one) => one !== undefined))
    misfits.push(...forward.flatMap((one, at) => outOfReach(judged[at]?.label ?? "", one)));
  const trees = judged.map((tree, at) => asApplySees(tree, forward[at]));
  const { writing, refusals, sideEffects } = await writeOutcome(request, trees, [
    ...misfits,
    ...precautions(request, trees),
  ]);
  const pairing = judgePairing(trees.map((tree) => pairedTree(tree, writing)));
  const passedOver = placed
    .filter((one) => !kept.includes(one))
    .map(({ found }) => ({ label: found.opened.tree.label, project: found.project }));
  return { series, trees, passedOver, pairing, refusals, writing, sideEffects };
}

function refusalsOf(tree: TreeOutcome, planned: PlannedTree | undefined): readonly Refusal[] {
  return [
    ...tree.plan.refusals.map((message): Refusal => ({ kind: "code", tree: tree.label, message })),
    ...(planned?.failures ?? []).map((message): Refusal => ({ kind: "check", tree: tree.label, message })),
  ];
}

/** Where there is nothing to take out, it must be the code that the patches are for: else it was changed since. */
function outOfReach(label: string, { plan }: PlannedTree): readonly Refusal[] {
  if (plan.refusals.length === 0) return [];
  const message =
    "nothing to take out, but this is not the code that the patches are for either; osfix status shows where it differs";
  return [{ kind: "code", tree: label, message }];
}

/**
 * A tree that there is nothing to take out of, with the states that `status` gives it: in reverse each patch was judged
 * without those before it, and one that builds on them looks like a conflict.
 */
function asApplySees(tree: TreeOutcome, forward: PlannedTree | undefined): TreeOutcome {
  if (!forward || tree.plan.refusals.length > 0) return tree;
  const steps = tree.plan.steps.map((step) => {
    const seen = forward.plan.steps.find(({ patch }) => patch === step.patch);
    return seen ? { ...step, report: seen.report, on: seen.on } : step;
  });
  return { ...tree, plan: { ...tree.plan, steps } };
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
