import { createHash } from "node:crypto";
import type { ObjectReader } from "./checkout/object-reader.ts";
import {
  knownPathsTree,
  type ObjectTrees,
  type PathEntries,
  type TreeEntry,
} from "./checkout/object-trees.ts";
import type { Revision } from "./checkout/revisions.ts";
import type { ResultCache } from "./emit/result-cache.ts";
import type { Parser } from "./parse/tree.ts";
import { HunkCompiler } from "./plan/compiled-series.ts";
import type { EvaluationContext } from "./plan/evaluate-patch.ts";
import { PlanMemory } from "./plan/memory.ts";
import type { PatchGroup } from "./plan/patch-groups.ts";
import { planTree } from "./plan/plan-tree.ts";
import { TreeSource } from "./plan/tree-source.ts";
import { Targets } from "./plan/virtual-tree.ts";
import { failedPatch, type JudgedPatch, judgePatch } from "./report/judged-patch.ts";

/** The verdicts on all patches of a project in one revision. */
export type JudgedPatches = readonly JudgedPatch[];

/** Revisions of one repository, and how their objects are read. */
export interface RevisionSource<R extends Revision> {
  readonly revisions: readonly R[];
  readonly reader: ObjectReader;
  readonly trees: ObjectTrees;
}

/** Parsed files and remembered plans are let go after so many combinations, which bounds the memory. */
const KEPT_COMBINATIONS = 24;

/** Judges groups of patches on revisions: once for each distinct combination of the files that a group looks at. */
export class PatchJudge {
  private readonly parser: Parser;
  private readonly compiler: HunkCompiler;
  private readonly cache: ResultCache;
  private readonly engine: string;
  private readonly opened = new Map<string, { entries: Map<string, unknown>; grown: boolean }>();
  private readonly blobs = new Set<string>();
  private combinations = 0;
  private cached = 0;

  /** @param engine what worked results out; part of every key */
  constructor(parser: Parser, cache: ResultCache, engine: string) {
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

  /** The verdicts of each revision, in the order of the groups' patches. */
  async judge<R extends Revision>(
    source: RevisionSource<R>,
    groups: readonly PatchGroup[],
    settings: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<R, JudgedPatches>> {
    const judged = new Map<R, JudgedPatch[]>(source.revisions.map((revision) => [revision, []]));
    for (const group of groups) {
      const own = await this.judgeGroup(source, group, settings);
      for (const [revision, verdicts] of own) judged.get(revision)?.push(...verdicts);
    }
    return judged;
  }

  private async judgeGroup<R extends Revision>(
    source: RevisionSource<R>,
    group: PatchGroup,
    settings: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<R, JudgedPatches>> {
    const store = this.store(digestOf([this.engine, "verdicts", ...digestsOf(group, settings)]));
    const listed = await this.entries(source, group.paths);
    const judged = new Map<R, JudgedPatches>();
    const known = new Map<string, JudgedPatches>();
    let context = this.context(settings);
    let worked = 0;
    for (const [revision, entries] of listed) {
      const key = digestOf([...entries].map(([path, entry]) => `${path} ${whatIs(entry)}`));
      let verdicts = known.get(key);
      if (verdicts === undefined) {
        this.combinations++;
        for (const entry of entries.values()) if (entry?.mode.startsWith("100")) this.blobs.add(entry.name);
        const kept = store.entries.get(key);
        if (isJudged(kept, group)) {
          this.cached++;
          verdicts = kept;
        } else {
          if (++worked % KEPT_COMBINATIONS === 0) context = this.context(settings);
          verdicts = await this.judgeCombination(source.reader, group, entries, context);
          store.entries.set(key, verdicts);
          store.grown = true;
        }
        known.set(key, verdicts);
      }
      judged.set(revision, verdicts);
    }
    return judged;
  }

  private async judgeCombination(
    reader: ObjectReader,
    group: PatchGroup,
    entries: PathEntries,
    context: EvaluationContext,
  ): Promise<JudgedPatches> {
    const names = [...entries.values()].flatMap((entry) =>
      entry?.mode.startsWith("100") ? [entry.name] : [],
    );
    const objects = await Promise.all(names.map((name) => reader.read(name)));
    const bytes = new Map(objects.flatMap((object) => (object ? [[object.name, object.bytes]] : [])));
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
          focus: [],
        },
        context,
      );
      return plan.steps.map((step) => judgePatch(step, source, plan.refusals));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return group.patches.map((patch) => failedPatch(patch.id, message));
    }
  }

  private context(settings: ReadonlyMap<string, string>): EvaluationContext {
    return { compiler: this.compiler, targets: new Targets(this.parser), memory: new PlanMemory(), settings };
  }

  /** What a group's paths are in each revision; trees that were looked at before are not read again. */
  private async entries<R extends Revision>(
    source: RevisionSource<R>,
    paths: readonly string[],
  ): Promise<readonly (readonly [R, PathEntries])[]> {
    const store = this.store(digestOf(["paths", ...paths]));
    return Promise.all(
      source.revisions.map(async (revision) => {
        const kept = store.entries.get(revision.tree);
        if (isListing(kept, paths))
          return [revision, new Map(paths.map((path, at) => [path, kept[at] ?? null]))];
        const found = await source.trees.findAll(revision.tree, paths);
        store.entries.set(
          revision.tree,
          paths.map((path) => found.get(path) ?? null),
        );
        store.grown = true;
        return [revision, found] as const;
      }),
    );
  }

  private store(name: string): { entries: Map<string, unknown>; grown: boolean } {
    let store = this.opened.get(name);
    if (store === undefined) {
      store = { entries: new Map(this.cache.load(name)), grown: false };
      this.opened.set(name, store);
    }
    return store;
  }
}

/** Of a folder it only matters that it is one: new files go there. */
function whatIs(entry: TreeEntry | null): string {
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
function isJudged(value: unknown, group: PatchGroup): value is JudgedPatches {
  return (
    Array.isArray(value) &&
    value.length === group.patches.length &&
    value.every((one, at) => one?.patch === group.patches[at]?.id && Array.isArray(one?.hunks))
  );
}

function isListing(
  value: unknown,
  paths: readonly string[],
): value is readonly ({ readonly mode: string; readonly name: string } | null)[] {
  return (
    Array.isArray(value) &&
    value.length === paths.length &&
    value.every((one) => one === null || (typeof one?.mode === "string" && typeof one?.name === "string"))
  );
}
