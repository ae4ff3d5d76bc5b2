import { loadParser } from "../../src/parse/parser.ts";
import type { Parser } from "../../src/parse/tree.ts";
import { checkPlan } from "../../src/plan/checks.ts";
import { HunkCompiler } from "../../src/plan/compiled-series.ts";
import type { EvaluationContext } from "../../src/plan/evaluate-patch.ts";
import { PlanMemory } from "../../src/plan/memory.ts";
import type { TreePlan } from "../../src/plan/plan.ts";
import { planSeries } from "../../src/plan/plan-series.ts";
import { Targets, VirtualTree } from "../../src/plan/virtual-tree.ts";
import { parseSemanticPatch } from "../../src/smpl/parse.ts";
import type { SemanticPatch } from "../../src/smpl/semantic-patch.ts";

const HEADER = `Subject: a test
Project: sample
Author: A Tester <tester@example.org>
Date: Wed, 02 Dec 2020 00:00:00 +0000

`;

let parser: Promise<Parser> | undefined;

/** The parser, loaded once a test file. */
export function theParser(): Promise<Parser> {
  parser ??= loadParser();
  return parser;
}

/** A semantic patch; a body that begins with a section gets a header. */
export function patchOf(source: string, id = "sample/0001-test"): SemanticPatch {
  return parseSemanticPatch(id, `${id}.spatch`, source.startsWith("--- ") ? HEADER + source : source);
}

/** A patch on `a.py` made of hunks only. */
export function hunksOf(source: string): SemanticPatch {
  return patchOf(`--- a.py\n${source}`);
}

export async function contextOf(settings: Record<string, string> = {}): Promise<EvaluationContext> {
  const loaded = await theParser();
  const literals = new Map(Object.entries(settings).map(([name, value]) => [name, `'${value}'`]));
  return {
    compiler: new HunkCompiler(loaded),
    targets: new Targets(loaded),
    memory: new PlanMemory(),
    settings: literals,
  };
}

export function treeOf(files: ReadonlyMap<string, string>): VirtualTree {
  return new VirtualTree({
    text: (path) => files.get(path) ?? null,
    hasFolder: (path) => [...files.keys()].some((file) => file.startsWith(`${path}/`)),
    whyUnseen: () => undefined,
  });
}

export interface Planned {
  readonly plan: TreePlan;
  readonly failures: readonly string[];
  /** The tree's files after the plan. */
  readonly files: ReadonlyMap<string, string>;
}

/** Plans and checks patches on some files, in memory. */
export function planOn(
  patches: readonly SemanticPatch[],
  files: ReadonlyMap<string, string>,
  direction: "apply" | "revert",
  context: EvaluationContext,
): Planned {
  const tree = treeOf(files);
  const plan = planSeries(patches, new Set(patches), tree, direction, context);
  const after = new Map(files);
  for (const change of plan.changes) {
    if (change.after === null) after.delete(change.path);
    else after.set(change.path, change.after);
  }
  return { plan, failures: checkPlan(plan, patches, tree, context), files: after };
}
