import { extentOf } from "../../src/match/place.ts";
import type { Parser } from "../../src/parse/tree.ts";
import { HunkCompiler } from "../../src/plan/compiled-series.ts";
import { type EvaluationContext, evaluatePatch } from "../../src/plan/evaluate-patch.ts";
import { PlanMemory } from "../../src/plan/memory.ts";
import type { TreePlan } from "../../src/plan/plan.ts";
import { Targets } from "../../src/plan/virtual-tree.ts";
import type { SemanticPatch } from "../../src/smpl/semantic-patch.ts";
import { LineIndex, type Position } from "../../src/text/lines.ts";
import type { Span } from "../../src/text/span.ts";
import { planOn, theParser, treeOf } from "../helpers/planning.ts";
import { completePatch, readPatch, withoutMemory } from "./judge-patch.ts";

/** Stands between the semantic patch and the module. */
export const MODULE_MARK = "-- a.py --\n";

/**
 * The matcher's judge: what is reported lies in the text, and what would be written parses, stays as it is when applied
 * again, comes out byte for byte, and leaves alone the lines that the match does not reach.
 */
export async function judgeRewriting(): Promise<(text: string) => void> {
  const loaded = await theParser();
  return (text) => {
    const parser = withoutMemory(loaded);
    const at = text.indexOf(MODULE_MARK);
    const [given, module] = at < 0 ? ["", text] : [text.slice(0, at), text.slice(at + MODULE_MARK.length)];
    const patch = readPatch(completePatch(given), new HunkCompiler(parser));
    if (patch) judge(patch, module, parser);
  };
}

function judge(patch: SemanticPatch, module: string, parser: Parser): void {
  const files = new Map([["a.py", module]]);
  for (const direction of ["apply", "revert"] as const) {
    const context = contextWith(parser);
    const { plan, failures } = planOn([patch], files, direction, context);
    checkPlaces(plan, module);
    if (plan.changes.length > 0 && plan.refusals.length === 0 && failures.length === 0)
      checkRewriting(patch, plan, module, parser);
  }
}

function contextWith(parser: Parser): EvaluationContext {
  return {
    compiler: new HunkCompiler(parser),
    targets: new Targets(parser),
    memory: new PlanMemory(),
    settings: new Map(),
  };
}

/** A new file's place is its own; all others are places of the module. */
function checkPlaces(plan: TreePlan, module: string): void {
  for (const step of plan.steps)
    for (const { at, others, nearestMiss, path } of step.report.hunks) {
      const text = path === "a.py" ? (step.on.text("a.py") ?? module) : undefined;
      if (text === undefined) continue;
      const lines = new LineIndex(text);
      for (const place of [at, ...others, ...nearestMiss.map((miss) => miss.at)])
        if (place) checkPosition(place, lines);
    }
}

/** A last line without an ending is judged as if it had one. */
function checkPosition({ line, column }: Position, lines: LineIndex): void {
  const isBehind = line === lines.count + 1 && column === 1;
  const fits = line >= 1 && line <= lines.count && column >= 1;
  if (!isBehind && !(fits && column <= lines.lineAt(line - 1).length + 1))
    throw new Error(`the place ${line}:${column} is not in the text`);
}

/** The plan's own checks have passed; this asks again, without what they remember. */
function checkRewriting(patch: SemanticPatch, plan: TreePlan, module: string, parser: Parser): void {
  const change = plan.changes.find(({ path }) => path === "a.py");
  const after = change?.after;
  if (typeof after !== "string") return;
  const files = new Map([["a.py", after]]);
  const errors = (text: string): number => new Targets(parser).of("a.py", text).tree.errors.length;
  if (errors(after) > errors(module)) throw new Error("the result has a new syntax error");
  if (plan.direction === "apply") {
    if (planOn([patch], files, "apply", contextWith(parser)).plan.changes.some(({ path }) => path === "a.py"))
      throw new Error("a second application changes the result again");
    const wanted = planOn([patch], new Map([["a.py", module]]), "revert", contextWith(parser)).files;
    const back = planOn([patch], files, "revert", contextWith(parser)).files;
    if (back.get("a.py") !== wanted.get("a.py")) throw new Error("taking it out does not give the text back");
  }
  const extents = extentsOf(patch, module, plan.direction, contextWith(parser));
  checkOutside(module, after, extents, commentsOf(patch));
}

function extentsOf(
  patch: SemanticPatch,
  module: string,
  direction: "apply" | "revert",
  context: EvaluationContext,
): readonly Span[] {
  const tree = treeOf(new Map([["a.py", module]]));
  return evaluatePatch(patch, tree, direction, context).hunks.flatMap(({ verdict }) =>
    verdict?.state === "applicable" || verdict?.state === "inconsistent"
      ? verdict.rewritings.map(({ match }) => extentOf(match))
      : [],
  );
}

/** Comments that the patch takes out or puts in stand beside what it matches. */
function commentsOf(patch: SemanticPatch): ReadonlySet<string> {
  const marked = patch.source.split(/\r\n?|\n/).filter((line) => /^[-+]\s*#/.test(line));
  return new Set(marked.map((line) => line.slice(1).trim()));
}

/** Lines that hold something and that no match reaches stand in the result, in their order. */
function checkOutside(
  before: string,
  after: string,
  extents: readonly Span[],
  comments: ReadonlySet<string>,
): void {
  const index = new LineIndex(before);
  const reached = new Set<number>();
  for (const { start, end } of extents)
    for (let row = index.rowOf(start); row <= index.rowOf(end); row++) reached.add(row);
  const result = after.split(/\r\n?|\n/);
  let at = 0;
  for (let row = 0; row < index.count; row++) {
    const line = index.lineAt(row);
    if (reached.has(row) || line.trim() === "" || comments.has(line.trim())) continue;
    at = result.indexOf(line, at) + 1;
    if (at === 0) throw new Error(`line ${row + 1} is not in the result: ${line}`);
  }
}
