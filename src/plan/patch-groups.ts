import type { SemanticPatch } from "../smpl/semantic-patch.ts";

/** Patches of one project that have files in common, and all paths that have a say in what they are and do. */
export interface PatchGroup {
  /** In the order in which they apply. */
  readonly patches: readonly SemanticPatch[];
  /** From the tree's root, sorted; files, and the folders of new files. */
  readonly paths: readonly string[];
}

/**
 * Parts patches so that no file is looked at by two groups: what one group is and does never depends on another, so
 * that each can be judged once for each distinct combination of its own files.
 */
export function groupPatches(patches: readonly SemanticPatch[]): readonly PatchGroup[] {
  let groups: { patches: SemanticPatch[]; paths: Set<string> }[] = [];
  for (const patch of patches) {
    const paths = new Set(pathsOf(patch));
    const touching = groups.filter((group) => [...paths].some((path) => group.paths.has(path)));
    const merged = {
      patches: [...touching.flatMap((group) => group.patches), patch],
      paths: new Set([...touching.flatMap((group) => [...group.paths]), ...paths]),
    };
    groups = [...groups.filter((group) => !touching.includes(group)), merged];
  }
  const place = (patch: SemanticPatch): number => patches.indexOf(patch);
  return groups.map((group) => ({
    patches: [...group.patches].sort((a, b) => place(a) - place(b)),
    paths: [...group.paths].sort(),
  }));
}

/** Files that a patch looks at, in whichever of its hunks, and the folders that its new files go to. */
function pathsOf(patch: SemanticPatch): readonly string[] {
  const targets = patch.sections.flatMap(({ target }) => {
    if (target.kind === "candidates") return target.paths;
    const slash = target.path.lastIndexOf("/");
    return slash < 0 ? [target.path] : [target.path, target.path.slice(0, slash)];
  });
  return [...targets, ...patch.header.needs.map((need) => need.what)];
}
