import { type ConcretePatch, formatDiff, formatPatch, selectFiles } from "./concrete-patch.ts";
import type { PathStyle } from "./file-patch.ts";
import { formatBase, type MessageStyle } from "./message.ts";
import { type OutputFile, textFile } from "./output-files.ts";
import { checkNames, fillTemplate, slugOf } from "./patch-names.ts";

/** The layouts of a series, each for one way to apply it. */
export type SeriesFormat = "git" | "quilt" | "debian" | "rpm" | "kolla";

/** The patches of one tree. */
export interface TreePatches {
  readonly project: string;
  /** As in `2024.1` or `queens`; undefined when it is not known. */
  readonly release: string | undefined;
  readonly version: string | undefined;
  readonly patches: readonly ConcretePatch[];
}

/** What the user may choose about a written series. */
export interface SeriesChoices {
  /** The series' folder name, `vlan-live-migration`. */
  readonly series: string;
  /** The first patch's number; each tree starts with it, except in kolla's one list. */
  readonly startNumber: number;
  /** A file name; see `fillTemplate`. Undefined for the format's own. */
  readonly nameTemplate: string | undefined;
  /** A path with `{name}` in it; undefined for one folder, or one per project when there are several trees. */
  readonly layout: string | undefined;
  readonly header: "dep3" | "yocto";
  readonly signoff: string | undefined;
  readonly epoch: number | undefined;
  /** Where the image's packages lie, without a slash in front; only for kolla. */
  readonly kollaPackages: string;
  readonly kollaImage: string;
}

/** Where kolla's images have their Python packages. */
export const KOLLA_PACKAGES: string = "var/lib/kolla/venv/lib/python3/site-packages";

/** A patch under its file name. */
export interface NamedPatch {
  readonly name: string;
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly patch: ConcretePatch;
}

const NAME_TEMPLATES: Readonly<Record<SeriesFormat, string>> = {
  git: "{number}-{slug}.patch",
  quilt: "{number}-{slug}.patch",
  debian: "{slug}.patch",
  rpm: "{number}-{slug}.patch",
  kolla: "{number}-{project}-{slug}.patch",
};

/** How a format writes the head of its patches. */
function styleOf(format: SeriesFormat, choices: SeriesChoices): MessageStyle {
  return {
    subjectTag: format === "debian" || format === "quilt" ? "" : "[PATCH] ",
    fromLine: format === "git",
    trailers: choices.header,
    signoff: choices.signoff,
    epoch: choices.epoch,
    series: choices.series,
  };
}

/** The patches of one tree, numbered, named and written out. @throws UserError for names that no consumer can take */
export function namePatches(
  format: SeriesFormat,
  tree: TreePatches,
  choices: SeriesChoices,
  startNumber: number = choices.startNumber,
): readonly NamedPatch[] {
  const paths: PathStyle =
    format === "kolla" ? { kind: "p0", under: `${choices.kollaPackages}/` } : { kind: "p1" };
  const named = tree.patches.map((patch, at) => {
    const number = startNumber + at;
    const fields = { ...fieldsOf(tree, choices), number, slug: slugOf(patch.origin.header.subject) };
    const name = fillTemplate(choices.nameTemplate ?? NAME_TEMPLATES[format], fields);
    return { name, number, patch, bytes: formatPatch(patch, styleOf(format, choices), paths) };
  });
  checkNames(named.map((patch) => patch.name));
  return named;
}

function fieldsOf(tree: TreePatches, choices: SeriesChoices): Record<string, string> {
  return {
    project: tree.project,
    release: tree.release ?? "",
    version: tree.version ?? "",
    series: choices.series,
  };
}

/** All files of a series in one format; trees without patches give none. */
export function layOutSeries(
  format: SeriesFormat,
  trees: readonly TreePatches[],
  choices: SeriesChoices,
): readonly OutputFile[] {
  const full = trees.filter((tree) => tree.patches.length > 0);
  if (format === "kolla") return layOutKolla(full, choices);
  const layout = choices.layout ?? (trees.length > 1 ? "{project}/{name}" : "{name}");
  return full.flatMap((tree) => {
    const named = namePatches(format, tree, choices);
    const place = (name: string): string => fillTemplate(layout, { ...fieldsOf(tree, choices), name });
    const patches = named.map(({ name, bytes }) => ({ path: place(name), bytes }));
    return [...patches, ...companions(format, named, choices, place)];
  });
}

/** What a format has beside its patches: git one mailbox, quilt and Debian the list, RPM the lines of the spec file. */
function companions(
  format: SeriesFormat,
  named: readonly NamedPatch[],
  choices: SeriesChoices,
  place: (name: string) => string,
): readonly OutputFile[] {
  switch (format) {
    case "git":
      return [{ path: place(`${choices.series}.mbox`), bytes: Buffer.concat(named.map(inMailbox)) }];
    case "quilt":
    case "debian":
      return [textFile(place("series"), named.map(({ name }) => `${name}\n`).join(""))];
    case "rpm":
      return [textFile(place("patch-lines.spec"), `# osfix: ${choices.series}\n${patchLines(named)}`)];
    case "kolla":
      return [];
  }
}

/** A message of a mailbox ends with a blank line. */
function inMailbox(patch: NamedPatch): Uint8Array {
  return Buffer.concat([patch.bytes, Buffer.from("\n")]);
}

/** The `PatchNNNN:` lines of a spec file, each with its LF. */
function patchLines(named: readonly NamedPatch[]): string {
  return named.map(({ name, number }) => `Patch${String(number).padStart(4, "0")}: ${name}\n`).join("");
}

/**
 * kolla's `patches_path`: one folder for the image, one list for all projects in it. Only what the image holds is
 * patched: packages, without their tests.
 */
function layOutKolla(trees: readonly TreePatches[], choices: SeriesChoices): readonly OutputFile[] {
  const named: NamedPatch[] = [];
  for (const tree of trees) {
    const patches = tree.patches.flatMap((patch) => selectFiles(patch, isInstalledCode) ?? []);
    named.push(...namePatches("kolla", { ...tree, patches }, choices, choices.startNumber + named.length));
  }
  if (named.length === 0) return [];
  checkNames(named.map((patch) => patch.name));
  const list = named.map(({ name }) => `${name}\n`).join("");
  const place = (name: string): string => `${choices.kollaImage}/${name}`;
  return [...named.map(({ name, bytes }) => ({ path: place(name), bytes })), textFile(place("series"), list)];
}

/** Python code in a package, its tests left out. */
export function isInstalledCode(path: string): boolean {
  return (
    /^[a-z_]+\/.*\.py$/.test(path) &&
    !/(^|\/)tests?\//.test(path) &&
    !/^(doc|tools|releasenotes|etc)\//.test(path)
  );
}

/** One unified diff of everything, after lines that say what it is; `git apply` and `patch` skip those. */
export function layOutDiff(trees: readonly TreePatches[], diffs: readonly ConcretePatch["files"][]): string {
  return trees
    .map((tree, at) => {
      const [first] = tree.patches;
      if (!first) return "";
      const origins = tree.patches.map(
        ({ origin }) => `Semantic-Patch: ${origin.id}\nSemantic-Patch-Digest: sha256:${origin.digest}\n`,
      );
      return `Base: ${formatBase(first.base)}\n${origins.join("")}\n${formatDiff(diffs[at] ?? [])}`;
    })
    .join("");
}
