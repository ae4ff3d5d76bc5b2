import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import { type Edit, EditConflict } from "../text/edit.ts";
import { type EvaluatedPatch, type EvaluationContext, evaluatePatch } from "./evaluate-patch.ts";
import { refusalOf } from "./reason-in-file.ts";
import { rewriteMatch } from "./rewrite.ts";
import { RewriteRefused } from "./target.ts";
import type { VirtualTree } from "./virtual-tree.ts";

/** One semantic patch on one tree: what it is there, and the tree after it. */
export interface PlannedPatch {
  readonly evaluated: EvaluatedPatch;
  /** The same tree where nothing is to be done or may be done. */
  readonly after: VirtualTree;
  /** Files that it rewrites, makes or removes. */
  readonly paths: readonly string[];
  /** Why nothing is done although something is applicable. */
  readonly refusals: readonly string[];
}

/** Plans a patch in one direction. All its hunks go in, or none. */
export function planPatch(
  patch: SemanticPatch,
  tree: VirtualTree,
  direction: "apply" | "revert",
  context: EvaluationContext,
): PlannedPatch {
  const { evaluated, texts, refusals } = context.memory.recall(patch, tree, direction, context.settings, () =>
    outcomeOf(patch, tree, direction, context),
  );
  const blocked = evaluated.blocked.map((report) => refusalOf(patch.id, report, tree));
  return {
    evaluated,
    after: tree.with(texts),
    paths: [...texts.keys()].sort(),
    refusals: [...blocked, ...refusals],
  };
}

/** What a patch does to the files that it looks at, whatever else is in the tree. */
export interface Outcome {
  readonly evaluated: EvaluatedPatch;
  readonly texts: ReadonlyMap<string, string | null>;
  /** Why it cannot be written although no hunk holds it up. */
  readonly refusals: readonly string[];
}

function outcomeOf(
  patch: SemanticPatch,
  tree: VirtualTree,
  direction: "apply" | "revert",
  context: EvaluationContext,
): Outcome {
  const evaluated = evaluatePatch(patch, tree, direction, context);
  const nothing = (refusals: readonly string[]): Outcome => ({ evaluated, texts: new Map(), refusals });
  if (evaluated.blocked.length > 0) return nothing([]);
  try {
    return { evaluated, texts: newTexts(evaluated, tree, direction, context), refusals: [] };
  } catch (cause) {
    if (cause instanceof RewriteRefused) return nothing([`${patch.id}: ${cause.message}`]);
    if (cause instanceof EditConflict) return nothing([`${patch.id}: two hunks want to edit the same code`]);
    throw cause;
  }
}

function newTexts(
  evaluated: EvaluatedPatch,
  tree: VirtualTree,
  direction: "apply" | "revert",
  context: EvaluationContext,
): Map<string, string | null> {
  const edits = new Map<string, Edit[]>();
  const texts = new Map<string, string | null>();
  for (const hunk of evaluated.hunks) {
    const { state } = hunk.report;
    if (state !== "applicable" && state !== "inconsistent") continue;
    if (hunk.section.target.kind === "new-file") {
      texts.set(hunk.section.target.path, direction === "apply" ? hunk.section.target.text : null);
      continue;
    }
    const { verdict, target, path } = hunk;
    if (!target || path === null || (verdict?.state !== "applicable" && verdict?.state !== "inconsistent"))
      continue;
    if (verdict.rewritings.length === 0)
      throw new RewriteRefused(
        `${hunk.report.name} is inconsistent and has no single place to be completed: ${hunk.report.reason}`,
      );
    const own = edits.get(path) ?? [];
    for (const rewriting of verdict.rewritings)
      own.push(...rewriteMatch(rewriting, target, context.settings));
    edits.set(path, own);
  }
  for (const [path, own] of edits)
    texts.set(path, context.targets.of(path, tree.text(path) ?? "").edited(own));
  return texts;
}
