import type { Match } from "../match/binding.ts";
import { GAVE_UP } from "../match/effort.ts";
import { evaluateHunk, findReport, type Verdict } from "../match/evaluate.ts";
import { firstNodeOf } from "../match/place.ts";
import type { HunkReport, HunkState } from "../match/state.ts";
import type { CompiledVariant } from "../smpl/compile.ts";
import type { Hunk, Section, SemanticPatch } from "../smpl/semantic-patch.ts";
import { settleCompanions } from "./companions.ts";
import type { HunkCompiler } from "./compiled-series.ts";
import { type Description, describeVerdict, type StateWithReason } from "./describe-verdict.ts";
import { type EvaluatedHunk, isStuckHunk } from "./evaluated-hunk.ts";
import { settleGroups } from "./groups.ts";
import type { PlanMemory } from "./memory.ts";
import type { PatchReport } from "./plan.ts";
import type { SettingLiterals } from "./render.ts";
import { findFile, stateOfMissing, stateOfNewFile } from "./section-files.ts";
import type { Target } from "./target.ts";
import type { Targets, VirtualTree } from "./virtual-tree.ts";
import { worstOf } from "./worst-state.ts";

/** A patch on a tree: the state of each hunk, and whether the patch may be applied. */
export interface EvaluatedPatch {
  readonly patch: SemanticPatch;
  readonly hunks: readonly EvaluatedHunk[];
  readonly report: PatchReport;
  /** The hunks for which the patch may not be applied although something in it is applicable; empty when it may. */
  readonly blocked: readonly HunkReport[];
}

/** What evaluation needs beside the patch and the tree. */
export interface EvaluationContext {
  readonly memory: PlanMemory;
  readonly compiler: HunkCompiler;
  readonly targets: Targets;
  readonly settings: SettingLiterals;
}

/**
 * Decides the state of every hunk of a patch on a tree, in one direction.
 *
 * First each hunk by itself, unless something decides for the whole patch (`Needs`, `obsolete`). Then groups, whose hunks go in
 * together or not at all; then what goes with code, which needs that code to have a place once all groups are settled.
 */
export function evaluatePatch(
  patch: SemanticPatch,
  tree: VirtualTree,
  direction: "apply" | "revert",
  context: EvaluationContext,
): EvaluatedPatch {
  const evaluator = new PatchEvaluator(patch, tree, direction, context);
  const reason = evaluator.wholeReason();
  const hunks = reason ? evaluator.allAs(reason.state, reason.reason) : evaluator.hunks();
  const grouped = settleGroups(hunks);
  // What was put in is taken out wherever it is.
  const settled = direction === "apply" ? settleCompanions(grouped) : grouped;
  const states = settled.map((hunk) => hunk.report.state);
  const state = worstOf(states);
  const blocked = settled.filter(isStuckHunk).map(({ report }) => report);
  const notes = reason ? [reason.reason] : [];
  return {
    patch,
    hunks: settled,
    report: { id: patch.id, state, hunks: settled.map((hunk) => hunk.report), notes },
    blocked,
  };
}

class PatchEvaluator {
  private readonly patch: SemanticPatch;
  private readonly tree: VirtualTree;
  private readonly direction: "apply" | "revert";
  private readonly context: EvaluationContext;

  constructor(
    patch: SemanticPatch,
    tree: VirtualTree,
    direction: "apply" | "revert",
    context: EvaluationContext,
  ) {
    this.patch = patch;
    this.tree = tree;
    this.direction = direction;
    this.context = context;
  }

  /** Why the whole patch is out of place here; `undefined` where its hunks decide. */
  wholeReason(): StateWithReason | undefined {
    return this.missingNeed() ?? this.obsolescence() ?? this.missingTargets();
  }

  private missingNeed(): StateWithReason | undefined {
    const need = this.patch.header.needs.find(({ what }) => this.tree.text(what) === null);
    return need && { state: "absent", reason: `${need.what} is not there: ${need.reason}` };
  }

  /** What shows that the project took the patch's subject away. */
  private obsolescence(): StateWithReason | undefined {
    for (const section of this.patch.sections) {
      const found = this.locate(section);
      if (!found) continue;
      for (const hunk of section.hunks) {
        if (hunk.role.kind !== "obsolete") continue;
        const { match, gaveUp } = this.report(hunk, found.target);
        if (gaveUp) return { state: "conflict", reason: `${found.path}: ${GAVE_UP}` };
        if (match)
          return {
            state: "obsolete",
            reason: `${found.path}:${this.lineOf(match, found.target)}: ${hunk.role.reason}`,
          };
      }
    }
    return undefined;
  }

  /** New files alone are no fix: where nothing of what they go with is there, they have no place either. */
  private missingTargets(): StateWithReason | undefined {
    const targets = this.patch.sections.filter((section) => section.target.kind === "candidates");
    const [first] = targets;
    if (!first || targets.some((section) => findFile(this.tree, section))) return undefined;
    return stateOfMissing(this.tree, this.patch, first);
  }

  allAs(state: HunkState, reason: string): readonly EvaluatedHunk[] {
    return this.patch.sections.flatMap((section) => {
      const hunks = section.hunks.filter((hunk) => hunk.role.kind === "change");
      const made = hunks.map((hunk) => this.evaluated(section, hunk, null, { state, reason }));
      return section.target.kind === "new-file"
        ? [this.evaluated(section, null, null, { state, reason })]
        : made;
    });
  }

  hunks(): readonly EvaluatedHunk[] {
    return this.patch.sections.flatMap((section) => {
      if (section.target.kind === "new-file") return [this.newFile(section, section.target)];
      return section.hunks
        .filter((hunk) => hunk.role.kind === "change")
        .map((hunk) => this.change(section, hunk));
    });
  }

  private locate(section: Section): { path: string; target: Target } | undefined {
    const found = findFile(this.tree, section);
    return found && { path: found.path, target: this.context.targets.of(found.path, found.text) };
  }

  private change(section: Section, hunk: Hunk): EvaluatedHunk {
    const found = this.locate(section);
    if (!found) return this.evaluated(section, hunk, null, stateOfMissing(this.tree, this.patch, section));
    const compiled = this.context.compiler.compile(this.patch, hunk, this.direction);
    const verdict = evaluateHunk(compiled, found.target.tree, (variant) => this.canWrite(variant));
    if (this.leavesRoomForElsewhere(verdict)) {
      const elsewhere = this.elsewhere(hunk);
      if (elsewhere) return this.evaluated(section, hunk, found, elsewhere);
    }
    return {
      ...this.evaluated(section, hunk, found, describeVerdict(verdict, found.target, this.direction)),
      verdict,
    };
  }

  /** An equivalent elsewhere makes a hunk superfluous, and is not its own to take out. */
  private leavesRoomForElsewhere({ state }: Verdict): boolean {
    return this.direction === "apply"
      ? state !== "applied"
      : state !== "applicable" && state !== "inconsistent";
  }

  private canWrite(variant: CompiledVariant): boolean {
    return variant.settings.every((name) => this.context.settings.has(name));
  }

  /** Where an equivalent of the hunk stands, as its `elsewhere` hunks tell. */
  private elsewhere(hunk: Hunk): Description | undefined {
    for (const { target, hunks } of this.patch.sections) {
      if (target.kind !== "candidates") continue;
      for (const other of hunks) {
        if (other.role.kind !== "elsewhere" || other.role.hunk !== hunk.name) continue;
        for (const path of target.paths) {
          const found = this.equivalentIn(path, other);
          if (found) return found;
        }
      }
    }
    return undefined;
  }

  private equivalentIn(path: string, hunk: Hunk): Description | undefined {
    const text = this.tree.text(path);
    if (text === null) return undefined;
    const target = this.context.targets.of(path, text);
    const { match, gaveUp } = this.report(hunk, target);
    if (gaveUp) return { state: "conflict", reason: `${path}: ${GAVE_UP}` };
    const node = match && firstNodeOf(match);
    if (!node) return undefined;
    const at = target.index.positionOf(node.start);
    const reason = `an equivalent stands at ${path}:${target.rowOf(node.start) + 1}`;
    return { state: "applied-elsewhere", reason, at, path };
  }

  /** The first place of a match-only hunk. */
  private report(hunk: Hunk, { tree }: Target): { match: Match | undefined; gaveUp: boolean } {
    const { matches, gaveUp } = findReport(this.context.compiler.compile(this.patch, hunk, "apply"), tree);
    return { match: matches[0], gaveUp };
  }

  private newFile(section: Section, target: { readonly path: string; readonly text: string }): EvaluatedHunk {
    const why = stateOfNewFile(this.tree, section, target, this.direction);
    return this.evaluated(section, null, null, { ...why, path: target.path, at: null });
  }

  private evaluated(
    section: Section,
    hunk: Hunk | null,
    found: { path: string; target: Target } | null,
    more: Description,
  ): EvaluatedHunk {
    const name =
      hunk?.name ?? (section.target.kind === "new-file" ? `new file ${section.target.path}` : "new file");
    const report: HunkReport = {
      name,
      group: hunk?.group,
      path: found?.path ?? null,
      at: null,
      nearestMiss: [],
      others: [],
      ...more,
    };
    return { hunk, section, path: report.path, target: found?.target ?? null, verdict: null, report };
  }

  private lineOf(match: Match, target: Target): number {
    const node = firstNodeOf(match);
    return node ? target.rowOf(node.start) + 1 : 1;
  }
}
