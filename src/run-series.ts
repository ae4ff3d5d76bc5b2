import { fileURLToPath } from "node:url";
import { readSeriesFolder, type SeriesFolder } from "./checkout/series-files.ts";
import type { EvaluationContext } from "./plan/evaluate-patch.ts";
import { selectPatches } from "./smpl/select.ts";
import type { SemanticPatch } from "./smpl/semantic-patch.ts";
import { type Profile, parseSeries, patchesFor, profileOf, type Series } from "./smpl/series.ts";
import { settingLiterals } from "./smpl/settings.ts";
import { UserError } from "./text/user-error.ts";

/** The folder with the series that osfix ships. */
export const SHIPPED_PATCHES: string = fileURLToPath(new URL("../patches/", import.meta.url));

/** Reads and parses a series; without a folder the one that osfix ships. */
export function loadSeries(directory: string = SHIPPED_PATCHES, name?: string): Series {
  return seriesOf(readSeriesFolder(directory, name));
}

/** Parses what was read of a series' folder. */
export function seriesOf(folder: SeriesFolder): Series {
  return parseSeries(folder.name, folder.manifest, folder.patches);
}

/** Which patches of a series are meant, and with which settings. */
export interface Choice {
  readonly profile: Profile;
  /** The user named the profile. */
  readonly named: boolean;
  /** As Python string literals. */
  readonly settings: ReadonlyMap<string, string>;
  readonly only: readonly string[];
  readonly given: ReadonlyMap<string, string>;
}

/** What all trees of a call are planned with. */
export interface Planner {
  readonly series: Series;
  readonly choice: Choice;
  readonly context: EvaluationContext;
}

/**
 * Checks what the user chose.
 *
 * @throws UserError for an unknown profile, patch or setting
 */
export function choosePatches(
  series: Series,
  asked: {
    readonly profile?: string | undefined;
    readonly only?: readonly string[];
    readonly settings?: ReadonlyMap<string, string>;
  },
): Choice {
  const { only = [], settings: given = new Map() } = asked;
  const profile = profileOf(series, asked.profile ?? series.defaultProfile);
  selectPatches(series, profile.name, only);
  const settings = settingLiterals(series, profile.name, given);
  return { profile, named: asked.profile !== undefined, settings, only, given };
}

/** The same choice for another profile; words that name no patch of that one are passed over. */
export function chooseInstead(series: Series, choice: Choice, profile: Profile): Choice {
  return { ...choice, profile, settings: settingLiterals(series, profile.name, choice.given) };
}

/** The project's patches in a profile, in order, and those of them that are chosen. */
export function chosenPatches(
  series: Series,
  project: string,
  choice: Choice,
): { readonly patches: readonly SemanticPatch[]; readonly chosen: ReadonlySet<SemanticPatch> } {
  const { name } = choice.profile;
  const patches = patchesFor(series, project, name);
  const named =
    choice.only.length === 0
      ? selectPatches(series, name, [])
      : new Set(choice.only.flatMap((word) => [...namedBy(series, name, word)]));
  return { patches, chosen: new Set(patches.filter((patch) => named.has(patch))) };
}

function namedBy(series: Series, profile: string, word: string): ReadonlySet<SemanticPatch> {
  try {
    return selectPatches(series, profile, [word]);
  } catch (error) {
    if (error instanceof UserError) return new Set();
    throw error;
  }
}
