import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { RuleRequest } from "../check/choose-rules.ts";
import type { GitPlace } from "../checkout/git.ts";
import { projectOfPackage } from "../checkout/known-packages.ts";
import { ObjectReader } from "../checkout/object-reader.ts";
import { ObjectTrees } from "../checkout/object-trees.ts";
import { findRevision, listRevisions, repositoryAt } from "../checkout/revisions.ts";
import {
  type DatedRevision,
  orderRevisions,
  releasesNamed,
  selectRevisions,
} from "../detect/revision-order.ts";
import { selectPatches } from "../smpl/select.ts";
import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import { type Profile, profileOf, type Series } from "../smpl/series.ts";
import { settingLiterals } from "../smpl/settings.ts";
import { UserError } from "../text/user-error.ts";

/** What is asked of one call. */
export interface MatrixRequest {
  /** Clones or bare repositories. */
  readonly repositories: readonly string[];
  /** Names, globs, ranges; all tags and branches when empty. */
  readonly revs: readonly string[];
  /** `queens..2025.1`; all otherwise. */
  readonly releases?: string | undefined;
  readonly patches?: string | undefined;
  readonly series?: string | undefined;
  /** Names of profiles, or `all`; the series' default otherwise. */
  readonly profiles?: readonly string[];
  readonly only?: readonly string[];
  readonly settings?: ReadonlyMap<string, string>;
  /** The `part`th of `of` parts, counted from 1. */
  readonly shard?: { readonly part: number; readonly of: number } | undefined;
  /** Rules to check every file of every revision with; without, only the patches are looked for. */
  readonly check?: TreeRules | undefined;
  readonly parser?: "native" | "wasm" | undefined;
  /** Where results are kept; undefined keeps none. */
  readonly cache: string | undefined;
  /** osfix's own version: results of another one are not used. */
  readonly version: string;
}

/** Which rules check whole trees, as `osfix check` chooses them. */
export type TreeRules = Pick<RuleRequest, "rules" | "select" | "all">;

/** A repository with the revisions that are meant, open until `reader` is closed. */
export interface OpenedRepository {
  readonly path: string;
  readonly place: GitPlace;
  readonly project: string;
  readonly revisions: readonly DatedRevision[];
  readonly reader: ObjectReader;
  readonly trees: ObjectTrees;
}

/** A profile with its settings as literals, and the patches that are looked at. */
export interface ChosenProfile {
  readonly profile: Profile;
  readonly settings: ReadonlyMap<string, string>;
  readonly chosen: ReadonlySet<SemanticPatch>;
}

/** The profiles that are asked for, the default one first. @throws UserError for unknown names and bad settings */
export function chooseProfiles(
  series: Series,
  request: Pick<MatrixRequest, "profiles" | "settings" | "only">,
): readonly ChosenProfile[] {
  const asked = request.profiles ?? [];
  const others = series.profiles.map(({ name }) => name).filter((name) => name !== series.defaultProfile);
  const names = asked.includes("all")
    ? [series.defaultProfile, ...others]
    : asked.length > 0
      ? asked
      : [series.defaultProfile];
  return names.map((name) => {
    const profile = profileOf(series, name);
    const settings = settingLiterals(series, name, request.settings ?? new Map());
    return { profile, settings, chosen: selectPatches(series, name, request.only ?? []) };
  });
}

/**
 * Opens a repository and selects its revisions.
 *
 * @throws UserError where there is no repository, no project of the series, or no such revision
 */
export async function openRepository(
  path: string,
  series: Series,
  request: Pick<MatrixRequest, "revs" | "releases" | "check">,
): Promise<OpenedRepository> {
  const place = repositoryAt(path);
  const listed = await listRevisions(place);
  const reader = new ObjectReader(place);
  try {
    const trees = new ObjectTrees(reader);
    const found = await projectIn(path, listed.at(-1)?.tree ?? "HEAD^{tree}", trees, series);
    const project = request.check ? found.project : found.ofSeries();
    const ordered = orderRevisions(project, listed);
    const { selected, missing } = selectRevisions(ordered, request.revs);
    const named = await Promise.all(missing.map((word) => findRevision(reader, word)));
    const unknown = missing.filter((_, at) => named[at] === undefined);
    const releases = request.releases === undefined ? undefined : releasesNamed(request.releases);
    const extra = orderRevisions(
      project,
      named.flatMap((revision) => revision ?? []),
    );
    const all = request.revs.length === 0 ? ordered : [...selected, ...extra];
    const revisions = all.filter(
      ({ release }) => releases === undefined || releases.some(({ name }) => name === release?.name),
    );
    // Of several repositories one may well have a revision that the others have not.
    if (revisions.length === 0 && unknown.length > 0)
      throw new UserError(`${path}: no revision "${unknown[0]}"`, {
        hint: "name tags or branches, globs over them (20.*), or a range (19.0.0..25.0.0)",
      });
    return { path, place, project, revisions, reader, trees };
  } catch (error) {
    reader.close();
    throw error;
  }
}

/** What a repository holds: rules are for any project, patches for those of the series. */
interface FoundProject {
  readonly project: string;
  /** @throws UserError where the series has no patches for it */
  ofSeries(): string;
}

async function projectIn(
  path: string,
  tree: string,
  trees: ObjectTrees,
  series: Series,
): Promise<FoundProject> {
  const names = [...(await trees.entriesOf(tree)).keys()];
  const projects = [...new Set(names.flatMap((name) => projectOfPackage(name) ?? []))];
  const own = series.projects.find((one) => projects.includes(one));
  return {
    project: own ?? projects[0] ?? basename(resolve(path).replace(/\/?\.git$/, "")),
    ofSeries() {
      if (own !== undefined) return own;
      throw new UserError(`${path}: series ${series.name} has no patches for what is in this repository`, {
        hint: `It is for ${series.projects.join(", ")}; found ${projects.join(", ") || "no project known to osfix"}. --check shows findings of any project.`,
      });
    },
  };
}

/** Neighbours share most of their files, so a shard is a run of revisions and not every twentieth. */
export function shardOf<T>(all: readonly T[], shard: MatrixRequest["shard"]): readonly T[] {
  if (shard === undefined) return all;
  const cut = (part: number): number => Math.floor((all.length * part) / shard.of);
  return all.slice(cut(shard.part - 1), cut(shard.part));
}

/** Names what worked a result out: the version, and in a build also its code, whose files are named by content. */
export function engineOf(version: string): string {
  try {
    const chunks = readdirSync(new URL("../../dist/chunks/", import.meta.url)).sort();
    return `${version} ${createHash("sha256").update(chunks.join("\n")).digest("hex").slice(0, 16)}`;
  } catch {
    return version;
  }
}
