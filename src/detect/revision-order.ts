import type { Revision } from "../checkout/revisions.ts";
import { parseGlob } from "../text/glob.ts";
import { UserError } from "../text/user-error.ts";
import { findRelease, isDatedProject, RELEASES, type Release, releaseOf } from "./releases.ts";
import { compareVersions, parseVersion, type Version } from "./version.ts";

/** A revision, and what its name says of it: no file of it was looked at. */
export interface DatedRevision extends Revision {
  readonly version: Version | null;
  /** Null when the name tells none (`HEAD~3`), or the release table has no column for the project. */
  readonly release: Release | null;
}

/** Dates a project's revisions by their names and puts them in order: by release, then tags by version, branches last. */
export function orderRevisions(project: string, revisions: readonly Revision[]): readonly DatedRevision[] {
  return revisions.map((revision) => dateRevision(project, revision)).sort(compareRevisions);
}

/** `essex-rc1`: how candidates were tagged before versions told. */
const MILESTONE = /-(rc)?\d+$/;

function dateRevision(project: string, revision: Revision): DatedRevision {
  const { name, kind } = revision;
  // `2024.1-eol` reads like a version, and is the end of a branch.
  const named = findRelease(name) ?? (kind === "tag" ? findRelease(name.replace(MILESTONE, "")) : undefined);
  const version = kind === "tag" && named === undefined ? (parseVersion(name) ?? null) : null;
  const newest = /^(master|main)$/.test(name) ? RELEASES.at(-1) : undefined;
  const dated = version && isDatedProject(project) ? releaseOf(project, version) : undefined;
  return { ...revision, version, release: dated ?? named ?? newest ?? null };
}

function compareRevisions(a: DatedRevision, b: DatedRevision): number {
  const order = releaseRank(a) - releaseRank(b) || stageOf(a) - stageOf(b);
  if (order !== 0) return order;
  const byVersion = a.version && b.version ? compareVersions(a.version, b.version) : 0;
  return byVersion || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

/** Within a release: milestones, versions, the end of a branch, branches. */
function stageOf({ name, kind, version }: DatedRevision): number {
  if (kind !== "tag") return 3;
  if (version) return 1;
  return MILESTONE.test(name) ? 0 : 2;
}

/** What has no release stands behind all that has one. */
function releaseRank({ release }: Pick<DatedRevision, "release">): number {
  const at = RELEASES.findIndex(({ name }) => name === release?.name);
  return at < 0 ? RELEASES.length : at;
}

/**
 * The revisions that words ask for: a name, a glob over names (`20.*`, `stable/*`), or a range `A..B` over the order of
 * `orderRevisions`, both ends included. `missing` holds the words that fit nothing.
 */
export function selectRevisions(
  revisions: readonly DatedRevision[],
  words: readonly string[],
): { readonly selected: readonly DatedRevision[]; readonly missing: readonly string[] } {
  const selected = new Set<DatedRevision>();
  const missing: string[] = [];
  for (const word of words) {
    const found = revisionsOf(word, revisions);
    if (found.length === 0) missing.push(word);
    for (const revision of found) selected.add(revision);
  }
  return { selected: revisions.filter((revision) => selected.has(revision)), missing };
}

function revisionsOf(word: string, revisions: readonly DatedRevision[]): readonly DatedRevision[] {
  const range = /^(.+?)\.\.(.+)$/.exec(word);
  if (range?.[1] && range[2]) {
    const from = revisions.findIndex(({ name }) => name === range[1]);
    const to = revisions.findLastIndex(({ name }) => name === range[2]);
    return from < 0 || to < 0 ? [] : revisions.slice(Math.min(from, to), Math.max(from, to) + 1);
  }
  if (!/[*?{]/.test(word)) return revisions.filter(({ name }) => name === word);
  // A glob without a slash must not fit the last part of `stable/20.1`.
  const glob = parseGlob(word);
  return revisions.filter(({ name }) => name.includes("/") === word.includes("/") && glob.test(name));
}

/**
 * The releases that `queens..2025.1,master` names, in any of their names.
 *
 * @throws UserError for a word that is no release
 */
export function releasesNamed(text: string): readonly Release[] {
  const one = (word: string): number => {
    const at = RELEASES.findIndex(({ name }) => name === findRelease(word)?.name);
    if (at >= 0) return at;
    throw new UserError(`"${word}" is no release known to osfix`, {
      hint: "`osfix list releases` shows all.",
    });
  };
  const wanted = text.split(",").flatMap((word) => {
    const [from = "", to] = word.split("..", 2);
    const first = from === "" ? 0 : one(from);
    const last = to === undefined ? first : to === "" ? RELEASES.length - 1 : one(to);
    return RELEASES.slice(Math.min(first, last), Math.max(first, last) + 1);
  });
  return RELEASES.filter((release) => wanted.includes(release));
}
