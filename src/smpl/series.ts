import { didYouMean } from "../text/suggest.ts";
import { UserError } from "../text/user-error.ts";
import { parseSemanticPatch } from "./parse.ts";
import type { SemanticPatch } from "./semantic-patch.ts";

/** A way to apply a series: which patches, and what its settings are unless the user says otherwise. */
export interface Profile {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** Semantic patches that belong together, in the order in which they apply. */
export interface Series {
  readonly name: string;
  readonly title: string;
  readonly profiles: readonly Profile[];
  readonly defaultProfile: string;
  /** Project names in rollout order. */
  readonly projects: readonly string[];
  readonly patches: readonly SemanticPatch[];
}

/** One file of a series as read: `PROJECT/NNNN-name.spatch` below the series' folder. */
export interface SeriesFile {
  readonly path: string;
  /** The name used in messages. */
  readonly file: string;
  readonly text: string;
}

interface Manifest {
  readonly title: string;
  readonly profiles: Readonly<Record<string, { readonly settings?: Readonly<Record<string, string>> }>>;
  readonly defaultProfile: string;
  readonly projects: readonly string[];
}

/**
 * Puts a series together from its manifest (`series.json`) and its semantic patches.
 *
 * @throws UserError for a manifest or patch that is not well formed
 */
export function parseSeries(name: string, manifest: SeriesFile, files: readonly SeriesFile[]): Series {
  const { title, profiles, defaultProfile, projects } = parseManifest(manifest);
  const patches = files
    .map((file) => parseSemanticPatch(file.path.replace(/\.spatch$/, ""), file.file, file.text))
    .sort(
      (a, b) =>
        projects.indexOf(a.header.project) - projects.indexOf(b.header.project) || (a.id < b.id ? -1 : 1),
    );
  for (const patch of patches) {
    if (!projects.includes(patch.header.project))
      throw new UserError(
        `${patch.file}: project "${patch.header.project}" is not one of the series'`,
        withHint(didYouMean(patch.header.project, projects)),
      );
    for (const profile of patch.header.profiles ?? [])
      if (!(profile in profiles))
        throw new UserError(
          `${patch.file}: profile "${profile}" is not one of the series'`,
          withHint(didYouMean(profile, Object.keys(profiles))),
        );
  }
  checkDependencies(patches);
  const made = Object.entries(profiles).map(([profile, value]) => ({
    name: profile,
    settings: value.settings ?? {},
  }));
  return { name, title, profiles: made, defaultProfile, projects, patches };
}

/** A patch may depend on earlier ones of its project. */
function checkDependencies(patches: readonly SemanticPatch[]): void {
  for (const [at, patch] of patches.entries())
    for (const { what } of patch.header.dependsOn) {
      const ids = patches
        .slice(0, at)
        .filter(({ header }) => header.project === patch.header.project)
        .map(({ id }) => id);
      if (!ids.includes(what))
        throw new UserError(
          `${patch.file}: it depends on "${what}", which is no patch of its project before it`,
          withHint(didYouMean(what, ids)),
        );
    }
}

const withHint = (hint: string | undefined): { hint?: string } => (hint === undefined ? {} : { hint });

function parseManifest(file: SeriesFile): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(file.text);
  } catch (cause) {
    throw new UserError(`${file.file}: not JSON: ${cause instanceof Error ? cause.message : cause}`, {
      at: { file: file.file },
    });
  }
  const manifest = value as Partial<Manifest> | null;
  const wrong = (what: string): UserError =>
    new UserError(`${file.file}: ${what}`, { at: { file: file.file } });
  if (typeof manifest?.title !== "string") throw wrong('"title" is missing');
  if (typeof manifest.profiles !== "object" || Object.keys(manifest.profiles).length === 0)
    throw wrong('"profiles" is missing');
  if (!Array.isArray(manifest.projects)) throw wrong('"projects" is missing');
  const { defaultProfile } = manifest;
  if (defaultProfile === undefined || !(defaultProfile in manifest.profiles))
    throw wrong('"defaultProfile" names no profile');
  return { ...manifest, defaultProfile } as Manifest;
}

/** The profile of that name. */
export function profileOf(series: Series, name: string): Profile {
  const found = series.profiles.find((profile) => profile.name === name);
  const names = series.profiles.map((profile) => profile.name);
  if (!found)
    throw new UserError(`no profile "${name}" in series ${series.name}`, {
      hint: didYouMean(name, names) ?? `Profiles: ${names.join(", ")}.`,
    });
  return found;
}

/** The patches of one project that a profile contains, in order. */
export function patchesFor(series: Series, project: string, profile: string): readonly SemanticPatch[] {
  return series.patches.filter(
    (patch) => patch.header.project === project && (patch.header.profiles?.includes(profile) ?? true),
  );
}

/** The names of all settings that a series' hunks declare. */
export function settingNames(series: Series): readonly string[] {
  const names = series.patches.flatMap((patch) =>
    patch.sections.flatMap((section) => section.hunks.flatMap((hunk) => hunk.metavariables)),
  );
  return [
    ...new Set(names.filter((variable) => variable.kind === "setting").map((variable) => variable.name)),
  ];
}
