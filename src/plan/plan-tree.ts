import type { ReadProblem } from "../checkout/source-file.ts";
import type { HunkReport } from "../match/state.ts";
import type { Section, SemanticPatch } from "../smpl/semantic-patch.ts";
import { checkPlan } from "./checks.ts";
import type { EvaluationContext } from "./evaluate-patch.ts";
import type { PatchReport, PatchStep, TreePlan } from "./plan.ts";
import { planSeries } from "./plan-series.ts";
import { reasonInFile, refusalOf } from "./reason-in-file.ts";
import type { TreeSource } from "./tree-source.ts";
import { VirtualTree } from "./virtual-tree.ts";
import { worstOf } from "./worst-state.ts";

/** What is to be planned on one tree. */
export interface TreeJob {
  readonly source: TreeSource;
  /** The project's patches of a profile, in order. */
  readonly patches: readonly SemanticPatch[];
  readonly chosen: ReadonlySet<SemanticPatch>;
  readonly direction: "apply" | "revert";
  /** Leave out the patches that do not fit, instead of refusing all. */
  readonly keepGoing: boolean;
  /** Make the four checks, which cost as much as the plan itself. */
  readonly checked: boolean;
}

/** A plan of the chosen patches, with what stands against it. */
export interface PlannedTree {
  /** Steps of chosen patches only; `refusals` are those of patches that do not fit the code. */
  readonly plan: TreePlan;
  /** Ids of patches left out because they do not fit. */
  readonly leftOut: readonly string[];
  /** Checks that failed after the rewrite, one sentence each. */
  readonly failures: readonly string[];
}

/** Plans the chosen patches on a tree: files that cannot be read or parsed are conflicts, never "absent". */
export function planTree(job: TreeJob, context: EvaluationContext): PlannedTree {
  const tree = new VirtualTree(job.source);
  let chosen = job.chosen;
  const leftOut: PatchStep[] = [];
  for (;;) {
    const plan = planSeries(job.patches, chosen, tree, job.direction, context);
    const steps = plan.steps.map((step) => amendStep(step, job, tree, context));
    const own = steps.filter((step) => chosen.has(step.patch));
    const refusals = refusalsOf(plan, own);
    const misfits = own.filter((step) => isMisfit(step, plan));
    if (job.keepGoing && misfits.length > 0) {
      leftOut.push(...misfits);
      chosen = new Set([...chosen].filter((patch) => !misfits.some((step) => step.patch === patch)));
      continue;
    }
    const failures =
      job.checked && refusals.length === 0 ? checkPlan({ ...plan, steps }, job.patches, tree, context) : [];
    const shown = job.patches.flatMap(
      (patch) => [...own, ...leftOut].find((step) => step.patch === patch) ?? [],
    );
    return {
      plan: { ...plan, steps: shown, refusals },
      leftOut: leftOut.map((step) => step.patch.id),
      failures,
    };
  }
}

/** Whether a chosen patch can be neither carried out nor left as it is. */
function isMisfit(step: PatchStep, plan: TreePlan): boolean {
  if (plan.direction === "revert") return false;
  const { id, state } = step.report;
  return (
    state === "conflict" ||
    state === "ambiguous" ||
    plan.refusals.some((refusal) => refusal.startsWith(`${id}`))
  );
}

function refusalsOf(plan: TreePlan, steps: readonly PatchStep[]): readonly string[] {
  const said = new Set(plan.refusals);
  const unreadable = steps
    .filter((step) => step.report.state === "conflict")
    .flatMap(({ report, on }) =>
      report.hunks.filter((hunk) => hunk.state === "conflict").map((hunk) => refusalOf(report.id, hunk, on)),
    );
  // What is left of a patch that cannot be taken out is not in the way of the others.
  if (plan.direction === "revert") return [...said, ...stuckReverts(steps)];
  return [...new Set([...said, ...unreadable])];
}

/** Patches that stand in the tree in part, and cannot be taken out. */
function stuckReverts(steps: readonly PatchStep[]): readonly string[] {
  return steps.flatMap(({ report, changes, on }) => {
    const held = report.hunks.filter((hunk) => hunk.state === "applied" || hunk.state === "inconsistent");
    const stuck = report.hunks.find((hunk) => hunk.state === "conflict" || hunk.state === "ambiguous");
    if (changes.length > 0 || held.length === 0 || !stuck) return [];
    const reason = reasonInFile(stuck, on);
    return [`${report.id}: it stands here in part and cannot be taken out: ${stuck.name}: ${reason}`];
  });
}

function amendStep(step: PatchStep, job: TreeJob, tree: VirtualTree, context: EvaluationContext): PatchStep {
  const hunks = step.report.hunks.map((hunk) => amendHunk(hunk, step.patch, job, tree, context));
  if (hunks.every((hunk, at) => hunk === step.report.hunks[at])) return step;
  const state = worstOf(hunks.map((hunk) => hunk.state));
  const report: PatchReport = { ...step.report, hunks, state };
  return { ...step, report };
}

function amendHunk(
  hunk: HunkReport,
  patch: SemanticPatch,
  job: TreeJob,
  tree: VirtualTree,
  context: EvaluationContext,
): HunkReport {
  if (hunk.state !== "absent" && hunk.state !== "obsolete") return hunk;
  const candidates = candidatesOf(patch, hunk.name);
  const problem = problemAt(
    [...candidates, ...patch.header.needs.map((need) => need.what)],
    job.source.problems,
  );
  if (problem && hunk.path === null)
    return { ...hunk, state: "conflict", path: problem.path, reason: `${problem.path}: ${problem.reason}` };
  const broken = hunk.state === "absent" && hunk.path !== null && brokenAt(hunk.path, tree, context);
  return broken ? { ...hunk, state: "conflict", reason: `${hunk.path}:${broken(hunk.reason)}` } : hunk;
}

function candidatesOf(patch: SemanticPatch, hunk: string): readonly string[] {
  const holds = (section: Section): boolean =>
    section.target.kind === "new-file"
      ? hunk === `new file ${section.target.path}`
      : section.hunks.some((own) => own.name === hunk);
  return patch.sections
    .filter(holds)
    .flatMap(({ target }) => (target.kind === "new-file" ? [target.path] : target.paths));
}

function problemAt(paths: readonly string[], problems: readonly ReadProblem[]): ReadProblem | undefined {
  return problems.find((problem) => paths.includes(problem.path));
}

/** What a file that does not parse adds to a reason, from the line on; undefined for a file that parses. */
function brokenAt(
  path: string,
  tree: VirtualTree,
  context: EvaluationContext,
): ((reason: string) => string) | undefined {
  const text = tree.text(path);
  if (text === null) return undefined;
  const { tree: parsed, index } = context.targets.of(path, text);
  const lineOf = (offset: number): number => index.positionOf(offset).line;
  const { refusal, errors } = parsed;
  if (refusal) return () => `${lineOf(refusal.at)}: ${refusal.reason}`;
  const first = errors[0];
  return first && ((reason) => `${lineOf(first.start)} is not valid Python, and ${reason}`);
}
