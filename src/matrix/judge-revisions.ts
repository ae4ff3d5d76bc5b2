import { rawFindings } from "../check/raw-findings.ts";
import { StepPlaces } from "../check/series-places.ts";
import type { SeriesRule } from "../check/series-rules.ts";
import type { ObjectReader } from "../checkout/object-reader.ts";
import { knownPathsTree, type PathEntries } from "../checkout/object-trees.ts";
import type { Revision } from "../checkout/revisions.ts";
import type { ResultCache } from "../emit/result-cache.ts";
import { ignoreComments, ignoringWord } from "../facts/module/ignore-comments.ts";
import type { Parser } from "../parse/tree.ts";
import { HunkCompiler } from "../plan/compiled-series.ts";
import type { EvaluationContext } from "../plan/evaluate-patch.ts";
import { PlanMemory } from "../plan/memory.ts";
import type { PatchGroup } from "../plan/patch-groups.ts";
import type { PatchStep } from "../plan/plan.ts";
import { planTree } from "../plan/plan-tree.ts";
import { TreeSource } from "../plan/tree-source.ts";
import { Targets } from "../plan/virtual-tree.ts";
import type { RawFinding } from "../report/check-report.ts";
import { DiffMemory, failedPatch, type JudgedPatch, judgePatch } from "../report/judged-patch.ts";
import { digestOf, ResultStores, type Store } from "./result-stores.ts";
import { keyOfEntries, listPaths, type RevisionSource, readBlobs } from "./revision-files.ts";

/** The verdict on a patch, and the finding that `osfix check` has for it, comments in the file taken into account. */
export interface JudgedStep {
  readonly verdict: JudgedPatch;
  readonly finding: RawFinding | null;
}

/** The verdicts on patches of a project in one revision. */
export type JudgedSteps = readonly JudgedStep[];

/** Groups of patches that are judged with the same settings: those of one profile. */
export interface Course {
  readonly groups: readonly PatchGroup[];
  readonly settings: ReadonlyMap<string, string>;
}

/** A group of patches over all revisions; `listed` and `keys` are in the revisions' order. */
interface GroupJob {
  readonly group: PatchGroup;
  readonly listed: readonly PathEntries[];
  /** What names the combination of files that each revision has. */
  readonly keys: readonly string[];
  readonly store: Store;
  readonly seen: Map<string, JudgedSteps>;
}

interface JudgeContext extends EvaluationContext {
  readonly diffs: DiffMemory;
}

/** Parsed files and remembered plans are let go after so many combinations, which bounds the memory. */
const KEPT_COMBINATIONS = 16;

/** Judges groups of patches on revisions: once for each distinct combination of the files that a group looks at. */
export class PatchJudge {
  private readonly parser: Parser;
  private readonly compiler: HunkCompiler;
  private readonly engine: string;
  private readonly rules: ReadonlyMap<string, SeriesRule>;
  private readonly stores: ResultStores;
  private readonly blobs = new Set<string>();
  private combinations = 0;
  private cached = 0;

  /**
   * @param engine what worked results out; part of every key
   * @param rules the patches that are judged, as rules
   */
  constructor(parser: Parser, cache: ResultCache, engine: string, rules: readonly SeriesRule[]) {
    this.rules = new Map(rules.map((rule) => [rule.patch.id, rule]));
    this.parser = parser;
    this.compiler = new HunkCompiler(parser);
    this.stores = new ResultStores(cache);
    this.engine = engine;
  }

  get cost(): { readonly blobs: number; readonly combinations: number; readonly cached: number } {
    return { blobs: this.blobs.size, combinations: this.combinations, cached: this.cached };
  }

  /** Puts what is new into the cache. */
  save(): void {
    this.stores.save();
  }

  /** For each revision its verdicts on each course, in the order of the course's groups and their patches. */
  async judge<R extends Revision>(
    source: RevisionSource<R>,
    courses: readonly Course[],
  ): Promise<ReadonlyMap<R, readonly JudgedSteps[]>> {
    const jobs = await Promise.all(courses.map((course) => this.jobsOf(source, course)));
    const judged = new Map<R, readonly JudgedSteps[]>();
    let contexts = this.contexts(courses);
    let worked = 0;
    for (const [at, revision] of source.revisions.entries()) {
      const own: JudgedSteps[] = [];
      for (const [course, groups] of jobs.entries()) {
        const verdicts: JudgedStep[] = [];
        for (const job of groups) {
          const known = this.recall(job, at);
          if (known === undefined && worked++ % KEPT_COMBINATIONS === 0) contexts = this.contexts(courses);
          const context = contexts[course];
          if (context === undefined) continue;
          verdicts.push(...(known ?? (await this.workOut(source.reader, job, at, context))));
        }
        own.push(verdicts);
      }
      judged.set(revision, own);
    }
    return judged;
  }

  private async jobsOf<R extends Revision>(
    source: RevisionSource<R>,
    { groups, settings }: Course,
  ): Promise<readonly GroupJob[]> {
    return Promise.all(
      groups.map(async (group) => {
        const listed = await listPaths(source, group.paths, this.stores);
        const name = digestOf([this.engine, "steps", ...digestsOf(group, settings)]);
        return {
          group,
          listed,
          keys: listed.map(keyOfEntries),
          store: this.stores.open(name),
          seen: new Map(),
        };
      }),
    );
  }

  /** The verdicts on a combination that was met before, in this call or an earlier one. */
  private recall(job: GroupJob, at: number): JudgedSteps | undefined {
    const key = job.keys[at] ?? "";
    const seen = job.seen.get(key);
    if (seen !== undefined) return seen;
    this.combinations++;
    for (const entry of job.listed[at]?.values() ?? [])
      if (entry?.mode.startsWith("100")) this.blobs.add(entry.name);
    const kept = job.store.entries.get(key);
    if (!isJudged(kept, job.group)) return undefined;
    this.cached++;
    job.seen.set(key, kept);
    return kept;
  }

  private async workOut(
    reader: ObjectReader,
    job: GroupJob,
    at: number,
    context: JudgeContext,
  ): Promise<JudgedSteps> {
    const verdicts = await this.judgeCombination(reader, job.group, job.listed[at] ?? new Map(), context);
    const key = job.keys[at] ?? "";
    job.seen.set(key, verdicts);
    job.store.entries.set(key, verdicts);
    job.store.grown = true;
    return verdicts;
  }

  private async judgeCombination(
    reader: ObjectReader,
    group: PatchGroup,
    entries: PathEntries,
    context: JudgeContext,
  ): Promise<JudgedSteps> {
    const bytes = await readBlobs(reader, entries);
    const tree = knownPathsTree("revision", entries, (name) => bytes.get(name));
    const source = new TreeSource(tree);
    try {
      const { plan } = planTree(
        {
          source,
          patches: group.patches,
          chosen: new Set(group.patches),
          direction: "apply",
          keepGoing: false,
          checked: false,
        },
        context,
      );
      return plan.steps.map((step) => ({
        verdict: judgePatch(step, source, plan.refusals, context.diffs),
        finding: this.findingOf(step, source, context),
      }));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return group.patches.map((patch) => ({ verdict: failedPatch(patch.id, message), finding: null }));
    }
  }

  private findingOf(step: PatchStep, source: TreeSource, context: JudgeContext): RawFinding | null {
    const rule = this.rules.get(step.patch.id);
    const places = new StepPlaces(this.compiler, context.targets);
    const placed = rule && places.findingOf(rule, step, source, "");
    if (rule === undefined || placed === undefined) return null;
    const textOf = (path: string): string | undefined => source.text(path) ?? undefined;
    const text = textOf(placed.path) ?? "";
    const [finding] = rawFindings({ text: textOf }, text, [placed]);
    const lines = { from: placed.from.line, to: placed.to.line };
    const isIgnored = ignoreComments(text, this.parser).some(
      (comment) => ignoringWord(comment, rule.id, lines) !== undefined,
    );
    return finding === undefined || isIgnored ? null : finding;
  }

  /** One for each course; what they parse they share. */
  private contexts(courses: readonly Course[]): readonly JudgeContext[] {
    const targets = new Targets(this.parser);
    const diffs = new DiffMemory();
    return courses.map(({ settings }) => ({
      compiler: this.compiler,
      targets,
      memory: new PlanMemory(),
      settings,
      diffs,
    }));
  }
}

function digestsOf(group: PatchGroup, settings: ReadonlyMap<string, string>): readonly string[] {
  const patches = group.patches.map((patch) => `${patch.id} ${patch.digest}`);
  return [...patches, ...[...settings].map(([name, literal]) => `${name}=${literal}`).sort()];
}

/** Whether a cached value is what was put there: the file may have been cut or changed. */
function isJudged(value: unknown, group: PatchGroup): value is JudgedSteps {
  return (
    Array.isArray(value) &&
    value.length === group.patches.length &&
    value.every(
      (one, at) =>
        one?.verdict?.patch === group.patches[at]?.id &&
        Array.isArray(one.verdict.hunks) &&
        one.finding !== undefined,
    )
  );
}
