import type { HunkReport, SliceMiss } from "../match/state.ts";
import { type RunOutcome, stateOf, type TreeOutcome } from "../plan/outcome.ts";
import type { FileChange, PatchStep } from "../plan/plan.ts";
import { reasonInFile } from "../plan/reason-in-file.ts";
import { exitStatusOf } from "./exit-status.ts";
import { countLines } from "./line-counts.ts";
import { onDisk } from "./places.ts";
import { formatTreeDiff } from "./run-diff.ts";
import type { RunWords } from "./run-words.ts";

/** The report of a call over trees as JSON, as schema/run.schema.json describes it. Deterministic; ends with LF. */
export function formatRunJson(outcome: RunOutcome, words: RunWords): string {
  const report = {
    format: 1,
    command: words.command,
    series: outcome.series.name,
    writing: outcome.writing,
    exitStatus: exitStatusOf(outcome, words.command, words.check),
    trees: outcome.trees.map((tree) => treeJson(tree, words)),
    passedOver: outcome.passedOver.map(({ label, project }) => ({ path: label, project })),
    warnings: outcome.pairing.map(({ kind, severity, message, trees }) => ({
      kind,
      severity,
      message,
      trees,
    })),
    refusals: outcome.refusals.map(({ kind, tree, message, hint }) => ({
      kind,
      tree,
      message,
      hint: hint ?? null,
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function treeJson(tree: TreeOutcome, words: RunWords): object {
  const { detection } = tree;
  return {
    path: tree.label,
    project: tree.project,
    version: detection.version?.text ?? null,
    release: detection.release && { name: detection.release.name, series: detection.release.series },
    packaging: detection.packaging,
    evidence: detection.evidence.map(({ source, says }) => ({ source, says })),
    git: gitJson(tree),
    only: tree.focus,
    profile: tree.profile.name,
    profileFound: tree.profileFound,
    state: stateOf(tree),
    warnings: [...detection.warnings, ...tree.warnings],
    unreadable: tree.problems.map(({ path, problem, reason }) => ({ path, problem, reason })),
    patches: tree.plan.steps.map((step) => patchJson(tree, step)),
    files: tree.plan.changes.map(fileJson),
    ...(words.command === "diff"
      ? { diff: Buffer.from(formatTreeDiff(tree), "latin1").toString("utf8") }
      : {}),
  };
}

function gitJson({ git }: TreeOutcome): object | null {
  if (git.kind !== "work-tree") return null;
  return {
    // HEAD of a repository around the tree says nothing about the tree.
    head: git.own ? git.head : null,
    branch: git.own ? git.branch : null,
    uncommitted: git.dirty.map(({ path, change }) => ({ path, change })),
  };
}

function patchJson(tree: TreeOutcome, step: PatchStep): object {
  const { patch, report } = step;
  return {
    id: patch.id,
    subject: patch.header.subject,
    state: report.state,
    leftOut: tree.leftOut.includes(patch.id),
    notes: report.notes,
    files: step.changes.map(fileJson),
    hunks: report.hunks.map((hunk) => hunkJson(tree, step, hunk)),
  };
}

function fileJson(change: FileChange): object {
  const kind = change.before === null ? "created" : change.after === null ? "removed" : "changed";
  return { path: change.path, change: kind, ...countLines(change.before ?? "", change.after ?? "") };
}

/** Lines are those of the file as it was before the call. */
function hunkJson(tree: TreeOutcome, step: PatchStep, hunk: HunkReport): object {
  const { path } = hunk;
  const place = (at: HunkReport["at"]): object | null =>
    at && (path === null ? at : onDisk(tree, step, path, at));
  return {
    name: hunk.name,
    group: hunk.group ?? null,
    state: hunk.state,
    path,
    at: place(hunk.at),
    reason: reasonInFile(hunk, step.on),
    others: hunk.others.map(place),
    nearestMiss: hunk.nearestMiss.map((miss) => missJson(miss, place(miss.at))),
  };
}

function missJson(miss: SliceMiss, at: object | null): object {
  const { slice, expected, patternLine, found, lastMatched } = miss;
  return { slice, expected, patternLine, found, at, lastMatched };
}
