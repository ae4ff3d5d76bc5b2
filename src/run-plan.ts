import { describeHead, type GitFacts, readGitFacts } from "./checkout/git-facts.ts";
import { detectProject } from "./detect/detect-project.ts";
import { isInterrupted } from "./emit/recovery.ts";
import { loadParser } from "./parse/parser.ts";
import { HunkCompiler } from "./plan/compiled-series.ts";
import type { EvaluationContext } from "./plan/evaluate-patch.ts";
import { PlanMemory } from "./plan/memory.ts";
import type { TreeOutcome } from "./plan/outcome.ts";
import { type PlannedTree, planTree } from "./plan/plan-tree.ts";
import type { TreeSource } from "./plan/tree-source.ts";
import { Targets } from "./plan/virtual-tree.ts";
import { type Choice, chooseInstead, chosenPatches, type Planner } from "./run-series.ts";
import { type FoundOrLone, type FoundTree, sourceOf, targetPaths } from "./run-trees.ts";
import type { Profile, Series } from "./smpl/series.ts";

/** What evaluation needs: a parser, and the settings of the profile. */
export async function contextFor(
  choice: Choice,
  backend: "native" | "wasm" | undefined,
): Promise<EvaluationContext> {
  const parser = await loadParser({ backend });
  return {
    compiler: new HunkCompiler(parser),
    targets: new Targets(parser),
    memory: new PlanMemory(),
    settings: choice.settings,
  };
}

/** What git says of a tree. */
export interface GitAnswer {
  readonly facts: GitFacts;
  readonly described: string | undefined;
}

/**
 * Asks git about all trees at once, since it runs while they are parsed; about a lone file only when it is asked for,
 * as which paths of git matter depends on its project.
 */
export function askGitAhead(
  opened: readonly FoundOrLone[],
  series: Series,
): (found: FoundTree) => Promise<GitAnswer> {
  const asked = new Map<FoundTree, Promise<GitAnswer>>();
  for (const one of opened) if (!("lone" in one)) asked.set(one, askGit(one, series));
  return (found) => asked.get(found) ?? askGit(found, series);
}

async function askGit(found: FoundTree, series: Series): Promise<GitAnswer> {
  const { tree } = found.opened;
  const patches = series.patches.filter((patch) => patch.header.project === found.project);
  const [facts, described] = await Promise.all([
    readGitFacts(tree, targetPaths(patches)),
    describeHead(tree),
  ]);
  return { facts, described };
}

/** How a call goes through a tree. */
export interface PlanningRequest {
  readonly direction: "apply" | "revert";
  /** Make the checks after the rewrite. */
  readonly checked: boolean;
  readonly keepGoing: boolean;
}

/** A tree with its plan, before anything else is known of it. */
export interface PlannedFound {
  readonly found: FoundTree;
  readonly source: TreeSource;
  readonly profile: Profile;
  /** The profile is the one that the tree has, not the one asked for. */
  readonly profileFound: boolean;
  readonly planned: PlannedTree;
}

/**
 * Plans one tree with the profile asked for; where the tree holds that in part only and another profile as a whole,
 * with the other one. A profile that makes more of the same code holds the asked one too, if not as it was written.
 */
export function planFound(found: FoundTree, planner: Planner, request: PlanningRequest): PlannedFound {
  const { series, choice } = planner;
  const asked = planWith(found, planner, request);
  const uniform = isUniform(asked);
  if ((uniform && !standsElsewhere(asked)) || (choice.named && request.direction === "revert")) return asked;
  for (const profile of series.profiles) {
    if (profile === choice.profile) continue;
    const other = planWith(found, { ...planner, choice: chooseInstead(series, choice, profile) }, request);
    if (!isWhollyIn(other)) continue;
    if (standsElsewhere(other) && (uniform || holdsItsOwn(asked, other))) continue;
    return { ...other, profileFound: true };
  }
  return asked;
}

function planWith(
  found: FoundTree,
  { series, choice, context }: Planner,
  request: PlanningRequest,
): PlannedFound {
  const { patches, chosen } = chosenPatches(series, found.project, choice);
  const source = sourceOf(found, patches);
  const job = { ...request, source, patches, chosen };
  const planned = planTree(job, { ...context, memory: new PlanMemory(), settings: choice.settings });
  return { found, source, profile: choice.profile, profileFound: false, planned };
}

/** The states of patches that are in place here. */
function statesOf({ planned }: PlannedFound): ReadonlySet<string> {
  const states = new Set(planned.plan.steps.map((step) => step.report.state));
  states.delete("absent");
  states.delete("obsolete");
  return states;
}

/** All of the profile is in the tree, or none of it: no other profile would say more. */
function isUniform(planned: PlannedFound): boolean {
  const states = statesOf(planned);
  return states.size === 0 || (states.size === 1 && (states.has("applied") || states.has("applicable")));
}

function isWhollyIn(planned: PlannedFound): boolean {
  const states = statesOf(planned);
  return states.size === 1 && states.has("applied");
}

/** Some of its code is in the tree in words of somebody else's. */
function standsElsewhere({ planned }: PlannedFound): boolean {
  return planned.plan.steps.some(({ report }) =>
    report.hunks.some((hunk) => hunk.state === "applied-elsewhere"),
  );
}

/** A planned tree with what git and its own files say of it. */
export function outcomeOf(one: PlannedFound, git: GitAnswer, recovered: readonly string[]): TreeOutcome {
  const { found, source, planned } = one;
  const { tree, lone } = found.opened;
  const hints = {
    project: found.project,
    described: git.described,
    isGit: git.facts.kind === "work-tree" && git.facts.own,
    directory: tree.label,
  };
  const detection = detectProject(tree, hints);
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
    warnings: [
      ...interrupted,
      ...unknown,
      ...leftOutOf(git.facts),
      ...recovered.filter((line) => line.startsWith(tree.root)),
    ],
  };
}

/** Files that git tracks and a sparse checkout leaves out: what is for them is absent here, and not in the project. */
function leftOutOf(facts: GitFacts): readonly string[] {
  if (facts.kind !== "work-tree" || !facts.sparse) return [];
  const out = facts.dirty.filter(({ change }) => change === "deleted").map(({ path }) => path);
  if (out.length === 0) return [];
  return [
    `the checkout is sparse and leaves out ${out.join(", ")}: what patches change there was not looked at`,
  ];
}

/** Some code of a patch that the other profile does not have is in the tree, in the patch's own words. */
function holdsItsOwn({ planned }: PlannedFound, other: PlannedFound): boolean {
  const shared = new Set(other.planned.plan.steps.map(({ report }) => report.id));
  return planned.plan.steps.some(
    ({ report }) => !shared.has(report.id) && report.hunks.some((hunk) => hunk.state === "applied"),
  );
}
