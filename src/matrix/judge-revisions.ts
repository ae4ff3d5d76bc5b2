import { createHash } from "node:crypto";
import { rawFindings } from "../check/raw-findings.ts";
import { StepPlaces } from "../check/series-places.ts";
import type { SeriesRule } from "../check/series-rules.ts";
import type { GitEntry } from "../checkout/git-entry.ts";
import type { ObjectReader } from "../checkout/object-reader.ts";
import { knownPathsTree, type ObjectTrees, type PathEntries } from "../checkout/object-trees.ts";
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

/** The verdict on a patch, and the finding that `osfix check` has for it, comments in the file taken into account. */
export interface JudgedStep {
  readonly verdict: JudgedPatch;
  readonly finding: RawFinding | null;
}

/** The verdicts on patches of a project in one revision. */
export type JudgedSteps = readonly JudgedStep[];

/** Revisions of one repository, and how their objects are read. */
export interface RevisionSource<R extends Revision> {
  readonly revisions: readonly R[];
  readonly reader: ObjectReader;
  readonly trees: ObjectTrees;
}

/** Groups of patches that are judged with the same settings: those of one profile. */
export interface Course {
  readonly groups: readonly PatchGroup[];
  readonly settings: ReadonlyMap<string, string>;
}

interface Store {
  readonly entries: Map<string, unknown>;
  grown: boolean;
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

/** Revisions whose trees are looked up together. */
const LISTED_AT_ONCE = 24;

/** Parsed files and remembered plans are let go after so many combinations, which bounds the memory. */
const KEPT_COMBINATIONS = 16;

/** Judges groups of patches on revisions: once for each distinct combination of the files that a group looks at. */
export class PatchJudge {
  private readonly parser: Parser;
  private readonly compiler: HunkCompiler;
  private readonly cache: ResultCache;
  private readonly engine: string;
  private readonly rules: ReadonlyMap<string, SeriesRule>;
  private readonly opened = new Map<string, Store>();
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
    this.cache = cache;
    this.engine = engine;
  }

  get cost(): { readonly blobs: number; readonly combinations: number; readonly cached: number } {
    return { blobs: this.blobs.size, combinations: this.combinations, cached: this.cached };
  }

  /** Puts what is new into the cache. */
  save(): void {
    for (const [name, { entries, grown }] of this.opened) if (grown) this.cache.save(name, entries);
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
        const listed = await this.entries(source, group.paths);
        const name = digestOf([this.engine, "steps", ...digestsOf(group, settings)]);
        return { group, listed, keys: listed.map(keyOfEntries), store: this.store(name), seen: new Map() };
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

  /** What a group's paths are in each revision; trees that were looked at before are not read again. */
  private async entries<R extends Revision>(
    source: RevisionSource<R>,
    paths: readonly string[],
  ): Promise<readonly PathEntries[]> {
    const store = this.store(digestOf(["paths", ...paths]));
    const listed: PathEntries[] = [];
    for (let at = 0; at < source.revisions.length; at += LISTED_AT_ONCE) {
      const part = source.revisions.slice(at, at + LISTED_AT_ONCE);
      listed.push(
        ...(await Promise.all(part.map((revision) => this.entriesIn(source, revision, paths, store)))),
      );
      source.trees.forget();
    }
    return listed;
  }

  private async entriesIn<R extends Revision>(
    source: RevisionSource<R>,
    revision: R,
    paths: readonly string[],
    store: Store,
  ): Promise<PathEntries> {
    const kept = store.entries.get(revision.tree);
    if (isListing(kept, paths)) return new Map(paths.map((path, at) => [path, kept[at] ?? null]));
    const found = await source.trees.findAll(revision.tree, paths);
    store.entries.set(
      revision.tree,
      paths.map((path) => found.get(path) ?? null),
    );
    store.grown = true;
    return found;
  }

  private store(name: string): Store {
    let store = this.opened.get(name);
    if (store === undefined) {
      store = { entries: new Map(this.cache.load(name)), grown: false };
      this.opened.set(name, store);
    }
    return store;
  }
}

/** Names a combination of files: two revisions with the same name look alike to the patches. */
export function keyOfEntries(entries: PathEntries): string {
  return digestOf([...entries].map(([path, entry]) => `${path} ${whatIs(entry)}`));
}

/** The bytes of all files among the entries, by blob; one that git has not is left out. */
export async function readBlobs(
  reader: ObjectReader,
  entries: PathEntries,
): Promise<ReadonlyMap<string, Buffer>> {
  const names = [...entries.values()].flatMap((entry) => (entry?.mode.startsWith("100") ? [entry.name] : []));
  const objects = await Promise.all(names.map((name) => reader.read(name)));
  return new Map(objects.flatMap((object) => (object ? [[object.name, object.bytes]] : [])));
}

/** Of a folder it only matters that it is one: new files go there. */
function whatIs(entry: GitEntry | null): string {
  if (entry === null) return "nothing";
  return entry.mode === "40000" ? "folder" : `${entry.mode} ${entry.name}`;
}

function digestsOf(group: PatchGroup, settings: ReadonlyMap<string, string>): readonly string[] {
  const patches = group.patches.map((patch) => `${patch.id} ${patch.digest}`);
  return [...patches, ...[...settings].map(([name, literal]) => `${name}=${literal}`).sort()];
}

function digestOf(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 40);
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

function isListing(value: unknown, paths: readonly string[]): value is readonly (GitEntry | null)[] {
  return (
    Array.isArray(value) &&
    value.length === paths.length &&
    value.every((one) => one === null || (typeof one?.mode === "string" && typeof one?.name === "string"))
  );
}
