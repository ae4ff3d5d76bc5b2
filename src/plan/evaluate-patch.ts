import type { Match } from "../match/binding.ts";
import { GAVE_UP } from "../match/effort.ts";
import { evaluateHunk, findReport, type Verdict } from "../match/evaluate.ts";
import { firstNodeOf } from "../match/place.ts";
import type { HunkReport, HunkState } from "../match/state.ts";
import type { CompiledVariant } from "../smpl/compile.ts";
import type { Hunk, Section, SemanticPatch } from "../smpl/semantic-patch.ts";
import { settleCompanions } from "./companions.ts";
import type { HunkCompiler } from "./compiled-series.ts";
import { type Description, describeVerdict } from "./describe-verdict.ts";
import { type EvaluatedHunk, isStuckHunk } from "./evaluated-hunk.ts";
import { settleGroups } from "./groups.ts";
import type { PlanMemory } from "./memory.ts";
import type { PatchReport } from "./plan.ts";
import type { SettingLiterals } from "./render.ts";
import type { Target } from "./target.ts";
import type { Targets, VirtualTree } from "./virtual-tree.ts";

/** A patch on a tree: the state of each hunk, and whether the patch may be applied. */
export interface EvaluatedPatch {
  readonly patch: SemanticPatch;
  readonly hunks: readonly EvaluatedHunk[];
  readonly report: PatchReport;
  /** Why the patch may not be applied although something in it is applicable; empty when it may. */
  readonly blocked: readonly string[];
}

/** What evaluation needs beside the patch and the tree. */
export interface EvaluationContext {
  readonly memory: PlanMemory;
  readonly compiler: HunkCompiler;
  readonly targets: Targets;
  readonly settings: SettingLiterals;
}

/** From worst to best; absent and obsolete stand apart. */
const WORST_FIRST: readonly HunkState[] = [
  "conflict",
  "ambiguous",
  "inconsistent",
  "applicable",
  "applied",
  "applied-elsewhere",
];

/** The worst of some states; absent or obsolete only when there is nothing else. */
export function worstOf(states: readonly HunkState[]): HunkState {
  for (const state of WORST_FIRST)
    if (states.includes(state)) return state === "applied-elsewhere" ? "applied" : state;
  return states.includes("absent") ? "absent" : "obsolete";
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
  const blocked = settled
    .filter(isStuckHunk)
    .map(({ report }) => `${patch.id}: ${report.name} is ${report.state}: ${report.reason}`);
  const notes = reason ? [reason.reason] : [];
  return {
    patch,
    hunks: settled,
    report: { id: patch.id, state, hunks: settled.map((hunk) => hunk.report), notes },
    blocked,
  };
}

type StateWithReason = Pick<Description, "state" | "reason">;

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

  /** Why the whole patch is out of place here: something it needs is missing, or the project took its subject away. */
  wholeReason(): StateWithReason | undefined {
    for (const need of this.patch.header.needs)
      if (this.tree.text(need.what) === null)
        return { state: "absent", reason: `${need.what} is not there: ${need.reason}` };
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
    const targets = this.patch.sections.filter((section) => section.target.kind === "candidates");
    // New files alone are no fix: where nothing of what they go with is there, they have no place either.
    if (targets[0] && !targets.some((section) => this.locate(section))) return this.missingFile(targets[0]);
    return undefined;
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
      if (section.target.kind === "new-file")
        return [this.newFile(section, section.target.path, section.target.text)];
      return section.hunks
        .filter((hunk) => hunk.role.kind === "change")
        .map((hunk) => this.change(section, hunk));
    });
  }

  private locate(section: Section): { path: string; target: Target } | undefined {
    if (section.target.kind !== "candidates") return undefined;
    for (const path of section.target.paths) {
      const text = this.tree.text(path);
      if (text !== null) return { path, target: this.context.targets.of(path, text) };
    }
    return undefined;
  }

  private change(section: Section, hunk: Hunk): EvaluatedHunk {
    const found = this.locate(section);
    if (!found) return this.evaluated(section, hunk, null, this.missingFile(section));
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

  /** Why none of a section's files was looked at; undefined where one was. */
  private whyUnseen({ target }: Section): string | undefined {
    const paths = target.kind === "candidates" ? target.paths : [target.path];
    const reasons = paths.map((path) => this.tree.whyUnseen(path));
    return reasons.includes(undefined) ? undefined : reasons[0];
  }

  private missingFile(section: Section): StateWithReason {
    const names =
      section.target.kind === "candidates" ? section.target.paths.join(", ") : section.target.path;
    const unseen = this.whyUnseen(section);
    // A file that was not looked at is no sign that the project removed it.
    if (unseen !== undefined) return { state: "absent", reason: unseen };
    const removed = this.patch.header.removedIn;
    // One file that is not there says little: tests may be packaged apart. All of them gone is the removal.
    if (removed && !this.patch.sections.some((other) => this.locate(other)))
      return {
        state: "obsolete",
        reason: `${names} is not there; gone since ${removed.what}: ${removed.reason}`,
      };
    return { state: "absent", reason: `no such file: ${names}` };
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

  private newFile(section: Section, path: string, wanted: string): EvaluatedHunk {
    const why = this.stateOfNewFile(section, path, wanted);
    return this.evaluated(section, null, null, { ...why, path, at: null });
  }

  private stateOfNewFile(section: Section, path: string, wanted: string): StateWithReason {
    const unseen = this.whyUnseen(section);
    if (unseen !== undefined) return { state: "absent", reason: unseen };
    const text = this.tree.text(path);
    // In both directions: where it had no place it is not missed when the patch is taken off again.
    if (text === null && !this.tree.hasFolderOf(path))
      return { state: "absent", reason: `no such folder: ${path.slice(0, path.lastIndexOf("/"))}` };
    if (text !== null && !sameLines(text, wanted))
      return { state: "conflict", reason: "a file of that name with other content is there" };
    const isThere = text !== null;
    if (this.direction === "apply")
      return isThere
        ? { state: "applied", reason: "the file is there" }
        : { state: "applicable", reason: "the file is not there yet" };
    return isThere
      ? { state: "applicable", reason: "the file is there" }
      : { state: "applied", reason: "the file is gone" };
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

const sameLines = (a: string, b: string): boolean => a.replace(/\r\n/g, "\n") === b.replace(/\r\n/g, "\n");
