import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import { splitLines } from "../text/line-script.ts";
import { mapLine } from "../text/map-line.ts";
import type { EvaluationContext } from "./evaluate-patch.ts";
import type { FileChange, PatchStep, TreePlan } from "./plan.ts";
import { planPatch } from "./plan-patch.ts";
import { planSeries } from "./plan-series.ts";
import type { VirtualTree } from "./virtual-tree.ts";

/**
 * The four checks after a rewrite: no new error node, every hunk applied, a second application changes nothing, taking
 * it out again gives the original text.
 *
 * @returns one sentence for each check that failed; nothing may be written then
 */
export function checkPlan(
  plan: TreePlan,
  patches: readonly SemanticPatch[],
  tree: VirtualTree,
  context: EvaluationContext,
): readonly string[] {
  if (plan.changes.length === 0) return [];
  const after = tree.with(new Map(plan.changes.map((change) => [change.path, change.after])));
  const parse = parseFailures(plan, context);
  if (parse.length > 0 || plan.direction === "revert") return parse;
  const done = new Set(plan.steps.filter((step) => step.changes.length > 0).map((step) => step.patch));
  return [
    ...stateFailures(plan, patches, done, after, context),
    ...revertFailures(plan, patches, done, { before: tree, after }, context),
  ];
}

function parseFailures(plan: TreePlan, context: EvaluationContext): readonly string[] {
  return plan.changes.flatMap(({ path, before, after }) => {
    // A series may bring release notes and the like.
    if (after === null || !path.endsWith(".py")) return [];
    const errors = context.targets.of(path, after).tree.errors;
    const old = before === null ? 0 : context.targets.of(path, before).tree.errors.length;
    const first = errors[0];
    if (errors.length <= old || !first) return [];
    const { line } = context.targets.of(path, after).index.positionOf(first.start);
    return [`check "parses" failed: ${path} would have a syntax error at line ${line}`];
  });
}

function stateFailures(
  plan: TreePlan,
  patches: readonly SemanticPatch[],
  done: ReadonlySet<SemanticPatch>,
  after: VirtualTree,
  context: EvaluationContext,
): readonly string[] {
  const again = planSeries(patches, new Set(plan.steps.map((step) => step.patch)), after, "apply", context);
  const failures = again.steps
    .filter((step) => done.has(step.patch) && step.report.state !== "applied")
    .flatMap((step) =>
      step.report.hunks
        .filter(
          (hunk) => hunk.state !== "applied" && hunk.state !== "applied-elsewhere" && hunk.state !== "absent",
        )
        .map(
          (hunk) =>
            `check "applied" failed: ${step.patch.id}, ${hunk.name} would be ${hunk.state}: ${hunk.reason}`,
        ),
    );
  const changed = again.steps.filter((step) => done.has(step.patch) && step.changes.length > 0);
  return [
    ...failures,
    ...changed.map(
      (step) =>
        `check "twice is once" failed: a second application of ${step.patch.id} would change the tree again`,
    ),
  ];
}

/**
 * Taking the patches out gives what taking them out of the old tree gives: a fork's own half of a change is not ours to
 * restore.
 */
function revertFailures(
  plan: TreePlan,
  patches: readonly SemanticPatch[],
  done: ReadonlySet<SemanticPatch>,
  trees: { readonly before: VirtualTree; readonly after: VirtualTree },
  context: EvaluationContext,
): readonly string[] {
  const wanted = planSeries(patches, done, trees.before, "revert", context).changes;
  const back = planSeries(patches, done, trees.after, "revert", context).changes;
  const textAfter = (changes: readonly FileChange[], tree: VirtualTree, path: string): string => {
    const change = changes.find((one) => one.path === path);
    return (change ? change.after : tree.text(path)) ?? "";
  };
  return plan.changes.flatMap(({ path, before }) => {
    const [text, want] = [textAfter(back, trees.after, path), textAfter(wanted, trees.before, path)];
    if (text === want) return [];
    const line = mapLine(want, before ?? "", firstDifference(want, text));
    const patch = plan.steps.find((step) => !comesOut(step, path, context))?.report.id ?? "the patches";
    return [
      `check "revert" failed: taking ${patch} out again would not give back ${path}:${line} byte for byte`,
    ];
  });
}

/** The first line, from 1, that two texts do not share. */
function firstDifference(one: string, other: string): number {
  const [lines, others] = [splitLines(one), splitLines(other)];
  return lines.findIndex((line, at) => line !== others[at]) + 1 || lines.length;
}

/** Whether a step, taken back by itself, gives the file that it was given. */
function comesOut({ patch, on, changes }: PatchStep, path: string, context: EvaluationContext): boolean {
  const change = changes.find((one) => one.path === path);
  if (!change) return true;
  const after = on.with(new Map(changes.map((one) => [one.path, one.after])));
  return planPatch(patch, after, "revert", context).after.text(path) === change.before;
}
