import { evaluateHunk } from "./match/evaluate.ts";
import type { HunkReport } from "./match/state.ts";
import { loadParser } from "./parse/parser.ts";
import { HunkCompiler } from "./plan/compiled-series.ts";
import {
  type DefinitionPlace,
  definitionAt,
  definitionsIn,
  namesBroughtBy,
  namesOf,
} from "./plan/definitions.ts";
import type { TreeOutcome } from "./plan/outcome.ts";
import type { PatchStep } from "./plan/plan.ts";
import type { Target } from "./plan/target.ts";
import { Targets } from "./plan/virtual-tree.ts";
import type { CompiledHunk } from "./smpl/compile.ts";
import { type Hunk, hunkNamed } from "./smpl/semantic-patch.ts";
import { UserError } from "./text/user-error.ts";

/** What a metavariable stands for at a match. */
interface BoundName {
  readonly kind: string;
  readonly name: string;
  /** The code, or the empty text for a run of nothing. */
  readonly code: string;
}

/** One hunk that has something to do with the line. */
interface ExplainedHunk {
  readonly step: PatchStep;
  readonly report: HunkReport;
  readonly bindings: readonly BoundName[];
}

/** Why the hunks of a series do or do not match at a line. */
export interface Explanation {
  readonly tree: TreeOutcome;
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly definition: DefinitionPlace | undefined;
  readonly hunks: readonly ExplainedHunk[];
  /** Hunks that are about this file and not about this place. */
  readonly elsewhere: number;
}

/**
 * Explains the hunks that are about the definition around a line of a tree's one named file.
 *
 * @throws UserError when the file has no such line, or cannot be read
 */
export async function explainLine(
  tree: TreeOutcome,
  line: number,
  backend?: "native" | "wasm",
): Promise<Explanation> {
  const parser = await loadParser({ backend });
  const [targets, compiler] = [new Targets(parser), new HunkCompiler(parser)];
  const path = tree.focus[0] ?? "";
  const text = tree.source.text(path);
  if (text === null) {
    const problem = tree.problems.find((one) => one.path === path);
    throw new UserError(`${path}: ${problem?.reason ?? "no patch of the series is for this file"}`, {
      hint: `osfix locate ${tree.label} shows the places that the series is about`,
    });
  }
  const target = targets.of(path, text);
  if (line < 1 || line > target.index.count)
    throw new UserError(`${path} has ${target.index.count} lines, and no line ${line}`);
  const definition = definitionAt(definitionsIn(target), line);
  const all = tree.plan.steps.flatMap((step) =>
    step.report.hunks
      .filter((report) => report.path === path)
      .map((report) => ({ step, report, hunk: hunkNamed(step.patch, report.name) })),
  );
  const here = all.filter(({ report, hunk }) => isAbout(report, hunk, definition, line));
  const hunks = here.map(({ step, report, hunk }) => {
    const judged = step.on.text(path);
    if (hunk === undefined || judged === null) return { step, report, bindings: [] };
    const compiled = compiler.compile(step.patch, hunk, "apply");
    return { step, report, bindings: bindingsOf(compiled, targets.of(path, judged)) };
  });
  return {
    tree,
    path,
    line,
    text: target.index.lineAt(line - 1),
    definition,
    hunks,
    elsewhere: all.length - here.length,
  };
}

/** What the declared names of a hunk stand for where it matches; none where it does not. */
function bindingsOf(compiled: CompiledHunk, { tree }: Target): readonly BoundName[] {
  const verdict = evaluateHunk(compiled, tree, () => true);
  const match = "match" in verdict ? verdict.match : undefined;
  return compiled.hunk.metavariables.flatMap(({ kind, name }): BoundName[] => {
    const nodes = match?.metavariable(name);
    const [first, last] = [nodes?.[0], nodes?.at(-1)];
    if (nodes === undefined) return [];
    return [{ kind, name, code: first && last ? tree.text.slice(first.start, last.end) : "" }];
  });
}

/** By name, since the lines of a step may have moved; by place where the hunk names nothing. */
function isAbout(
  report: HunkReport,
  hunk: Hunk | undefined,
  definition: DefinitionPlace | undefined,
  line: number,
): boolean {
  const names = hunk === undefined ? [] : namesOf(hunk);
  const brought = hunk === undefined ? [] : namesBroughtBy(hunk);
  if (names.length > 0) return definition !== undefined && [...names, ...brought].includes(definition.name);
  const places = [report.at, ...report.others].flatMap((at) => (at === null ? [] : [at.line]));
  const [first, last] = definition ? [definition.firstLine, definition.lastLine] : [line, line];
  return places.some((place) => first <= place && place <= last);
}
