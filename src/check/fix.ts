import { recoverTree } from "../emit/recovery.ts";
import { writeChanges } from "../emit/write-changes.ts";
import { loadParser } from "../parse/parser.ts";
import type { Parser } from "../parse/tree.ts";
import type { FileChange } from "../plan/plan.ts";
import type { CheckReport, ReportedFinding } from "../report/check-report.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import { UserError } from "../text/user-error.ts";
import { type CheckRequest, checkOnce } from "./run-check.ts";
import type { CheckedTree } from "./trees.ts";

/** A fix may uncover another one; more rounds than this would be a fix that fixes nothing. */
const MOST_ROUNDS = 8;

/**
 * Mends what can be mended, in all trees or in none, and reports what is left.
 *
 * Fixes of one file that want the same characters are made in different rounds. A file whose new text would have a
 * syntax error stays as it is.
 *
 * @param kind `unsafe` makes the safe ones too
 * @throws UserError when a file cannot be written; nothing is written then
 */
export async function runFix(request: CheckRequest, kind: "safe" | "unsafe"): Promise<CheckReport> {
  const parser = await loadParser({ backend: request.parser });
  const files = new Set<string>();
  let fixed = 0;
  for (let round = 0; ; round++) {
    const { report, trees } = await checkOnce(request);
    const done = { ...report, fixed: { findings: fixed, files: [...files].sort() } };
    if (round === MOST_ROUNDS) return done;
    const plans = trees.map((tree) => planFixes(tree, findingsOf(report, tree, kind), parser));
    const changes = plans.flatMap((plan) => plan.changes);
    if (changes.length === 0) return done;
    await writeAll(plans);
    fixed += plans.reduce((sum, plan) => sum + plan.findings, 0);
    for (const { tree, changes: own } of plans) for (const { path } of own) files.add(tree.show(path));
  }
}

/** What the first round of `runFix` would change; nothing is written. */
export async function planFix(
  request: CheckRequest,
  kind: "safe" | "unsafe",
): Promise<{ readonly report: CheckReport; readonly plans: readonly FixPlan[] }> {
  const parser = await loadParser({ backend: request.parser });
  const { report, trees } = await checkOnce(request);
  return { report, plans: trees.map((tree) => planFixes(tree, findingsOf(report, tree, kind), parser)) };
}

function findingsOf(
  report: CheckReport,
  tree: CheckedTree,
  kind: "safe" | "unsafe",
): readonly ReportedFinding[] {
  return report.findings.filter(
    (finding) =>
      finding.tree === tree.label && finding.fix && (kind === "unsafe" || finding.fix.kind === "safe"),
  );
}

/** The changes of one tree, and how many findings they mend. */
interface FixPlan {
  readonly tree: CheckedTree;
  readonly changes: readonly FileChange[];
  readonly findings: number;
}

/** Plans the fixes of findings; changes nothing. */
export function planFixes(tree: CheckedTree, findings: readonly ReportedFinding[], parser: Parser): FixPlan {
  const changes: FileChange[] = [];
  let count = 0;
  for (const path of new Set(findings.map((finding) => finding.path))) {
    const before = tree.sources.read(path);
    if (before === undefined) continue;
    const chosen = apartFrom(findings.filter((finding) => finding.path === path));
    const after = applyEdits(
      before,
      chosen.flatMap(({ edits }) => edits),
    );
    if (after === before || parser.parse(after).errors.length > parser.parse(before).errors.length) continue;
    changes.push({ path, before, after });
    count += chosen.length;
  }
  return { tree, changes, findings: count };
}

/** Fixes in their order, without those that touch what an earlier one edits. */
function apartFrom(findings: readonly ReportedFinding[]): readonly { readonly edits: readonly Edit[] }[] {
  const chosen: { readonly edits: readonly Edit[] }[] = [];
  for (const { fix } of findings) {
    const edits = (fix?.edits ?? []).map(({ start, end, text }): Edit => ({ span: { start, end }, text }));
    const taken = chosen.flatMap((one) => one.edits);
    const touches = edits.some(({ span }) =>
      taken.some((other) => span.start <= other.span.end && other.span.start <= span.end),
    );
    if (edits.length > 0 && !touches) chosen.push({ edits });
  }
  return chosen;
}

/** What a killed run left is cleared first; the findings were those of the tree before that. */
function mustBeWhole({ root, label }: CheckedTree): void {
  const recovery = recoverTree(root);
  if (recovery.kind === "clean") return;
  if (recovery.kind === "stuck")
    throw new UserError(
      `${label}: an interrupted run must be cleared up first: ${recovery.reasons.join("; ")}`,
    );
  throw new UserError(`${label}: an interrupted run was ${recovery.kind} (${recovery.files.length} files)`, {
    hint: "Run it again: the findings were those of the tree before.",
  });
}

async function writeAll(plans: readonly FixPlan[]): Promise<void> {
  for (const { tree } of plans) mustBeWhole(tree);
  const outcome = await writeChanges(plans.map(({ tree: { tree }, changes }) => ({ tree, changes })));
  if (outcome.kind === "written") return;
  const [first] = outcome.problems;
  throw new UserError(`${first?.path ?? "."}: ${first?.reason ?? "it cannot be written"}`, {
    hint: "Nothing was written.",
  });
}
