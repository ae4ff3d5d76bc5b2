import { isTestPath } from "../facts/module/module-names.ts";
import { evaluateHunk } from "../match/evaluate.ts";
import { firstNodeOf } from "../match/place.ts";
import type { HunkReport } from "../match/state.ts";
import type { SyntaxNode } from "../parse/tree.ts";
import type { HunkCompiler } from "../plan/compiled-series.ts";
import type { PatchStep } from "../plan/plan.ts";
import type { Targets, TextSource } from "../plan/virtual-tree.ts";
import type { RelatedPlace, Rule } from "../rule.ts";
import { type Change, codeOf } from "../smpl/difference.ts";
import type { Pattern } from "../smpl/pattern.ts";
import { hunkNamed } from "../smpl/semantic-patch.ts";
import { LineIndex } from "../text/lines.ts";
import { mapLine } from "../text/map-line.ts";
import type { Span } from "../text/span.ts";
import type { PlacedFinding } from "./check-module.ts";

type Placed = Pick<PlacedFinding, "path" | "span" | "from" | "to">;

/** Finds the code that makes a patch of a series a finding. */
export class StepPlaces {
  private readonly compiler: HunkCompiler;
  private readonly targets: Targets;

  constructor(compiler: HunkCompiler, targets: Targets) {
    this.compiler = compiler;
    this.targets = targets;
  }

  /**
   * The finding that a patch is which is not in the tree, or in part only; undefined where none of its code is.
   *
   * @param prefix path of the project's root in the tree: "" or `some/folder/`
   */
  findingOf(rule: Rule, step: PatchStep, source: TextSource, prefix: string): PlacedFinding | undefined {
    const places = step.report.hunks.flatMap((hunk) => this.placeOf(step, hunk, source, prefix));
    const [first, ...others] = places;
    if (first === undefined) return undefined;
    const number = /(\d+)-[^/]*$/.exec(step.patch.id)?.[1] ?? step.patch.id;
    const half =
      step.report.state === "inconsistent" ? "is in this tree in part only" : "is not in this tree";
    return {
      rule,
      path: first.path,
      span: first.span,
      from: first.from,
      to: first.to,
      message: `the fix "${rule.title}" ${half} (osfix apply --only ${number})`,
      related: others.map(({ path, span }): RelatedPlace => ({ path, span, message: "and here" })),
    };
  }

  /** Where the code stands that a hunk takes out, or beside which it puts something, in the file as it is. */
  private placeOf(
    step: PatchStep,
    report: HunkReport,
    source: TextSource,
    prefix: string,
  ): readonly Placed[] {
    const { path } = report;
    if (path === null || isTestPath(path)) return [];
    if (report.state !== "applicable" && report.state !== "inconsistent") return [];
    const [judged, disk] = [step.on.text(path), source.text(path)];
    const hunk = hunkNamed(step.patch, report.name);
    if (judged === null || disk === null || hunk === undefined) return [];
    const compiled = this.compiler.compile(step.patch, hunk, "apply");
    const verdict = evaluateHunk(compiled, this.targets.of(path, judged).tree, () => true);
    if (verdict.state !== "applicable" && verdict.state !== "inconsistent") return [];
    const { match, rewritings } = verdict;
    const changes = rewritings.flatMap(({ variant }) => variant.forward.changes);
    const nodes = [...match.scopes()].flatMap((scope) =>
      changes.flatMap((change) => markOf(change).flatMap((pattern) => scope.nodeOf(pattern) ?? [])),
    );
    const [node = firstNodeOf(match)] = nodes.sort((one, other) => one.start - other.start);
    return node ? [placeOn(prefix + path, node, judged, disk)] : [];
  }
}

/** What a change takes out; where it only brings something in, the code that it comes beside. */
function markOf(change: Change): readonly Pattern[] {
  const out = codeOf(change, "minus");
  if (out.length > 0 || change.kind === "replace") return out;
  if (change.kind === "elements") return [change.list];
  if (change.kind === "decorators") return [change.definition.name];
  return [change.next, change.previous].filter((one) => one !== null && one.kind !== "dots").slice(0, 1);
}

/** A patch is judged with those before it in the tree; their lines are taken off again. */
function placeOn(path: string, node: SyntaxNode, judged: string, disk: string): Placed {
  const [there, here] = [new LineIndex(judged), new LineIndex(disk)];
  const [from, to] = [there.positionOf(node.start), there.positionOf(node.end)];
  const line = judged === disk ? from.line : mapLine(judged, disk, from.line);
  const start = here.startOf(line - 1) + from.column - 1;
  const end = to.line === from.line ? start + node.end - node.start : here.endOf(line - 1);
  const span: Span = { start, end: Math.min(end, Math.max(start, here.endOf(line - 1))) };
  return { path, span, from: here.positionOf(span.start), to: here.positionOf(span.end) };
}
