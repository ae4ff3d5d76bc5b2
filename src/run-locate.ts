import { loadParser } from "./parse/parser.ts";
import { type DefinitionPlace, definitionsIn, namesOf } from "./plan/definitions.ts";
import type { TreeOutcome } from "./plan/outcome.ts";
import { Targets } from "./plan/virtual-tree.ts";

/** A definition that patches of the series are about, where it stands in a tree. */
interface LocatedTarget {
  /** From the tree's root. */
  readonly path: string;
  readonly place: DefinitionPlace;
  /** Ids of the patches that change or look at it. */
  readonly patches: readonly string[];
}

/** A definition that patches are about and that the tree has not. */
interface MissingTarget {
  readonly name: string;
  /** The file in which it was looked for; null when none of the candidates is there. */
  readonly path: string | null;
  /** Why the file gave no text or was not parsed, as a clause; null where there is no file, or another one. */
  readonly reason: string | null;
  readonly patches: readonly string[];
}

/** Where the targets of a series are in one tree. */
export interface Located {
  readonly tree: TreeOutcome;
  readonly found: readonly LocatedTarget[];
  readonly missing: readonly MissingTarget[];
}

/** Finds the functions, classes and lists that the chosen patches are about, in the files as they are. */
export async function locateTargets(
  trees: readonly TreeOutcome[],
  backend?: "native" | "wasm",
): Promise<readonly Located[]> {
  const targets = new Targets(await loadParser({ backend }));
  return trees.map((tree) => locateIn(tree, targets));
}

function locateIn(tree: TreeOutcome, targets: Targets): Located {
  const places = new Map<string, readonly DefinitionPlace[]>();
  const placesOf = (path: string): readonly DefinitionPlace[] => {
    const text = tree.source.text(path);
    const known = places.get(path) ?? (text === null ? [] : definitionsIn(targets.of(path, text)));
    places.set(path, known);
    return known;
  };
  const unparsed = (path: string): Pick<MissingTarget, "path" | "reason"> => {
    const text = tree.source.text(path);
    const reason = text === null ? null : (targets.of(path, text).tree.refusal?.reason ?? null);
    return { path, reason };
  };
  const found = new Map<string, { path: string; place: DefinitionPlace; patches: Set<string> }>();
  const missing = new Map<string, Omit<MissingTarget, "patches"> & { patches: Set<string> }>();
  for (const { patch } of tree.plan.steps)
    for (const { target, hunks } of patch.sections) {
      if (target.kind !== "candidates") continue;
      const path = target.paths.find((candidate) => tree.source.text(candidate) !== null) ?? null;
      const changing = hunks.filter((hunk) => hunk.role.kind === "change");
      for (const name of new Set(changing.flatMap(namesOf))) {
        const here = path === null ? [] : placesOf(path).filter((place) => place.name === name);
        for (const place of here) {
          const key = `${path}\0${place.line}`;
          const one = found.get(key) ?? { path: path ?? "", place, patches: new Set<string>() };
          found.set(key, { ...one, patches: one.patches.add(patch.id) });
        }
        if (here.length > 0) continue;
        const where = path === null ? unreadIn(tree, target.paths) : unparsed(path);
        const key = `${where.path}\0${name}`;
        const one = missing.get(key) ?? { name, ...where, patches: new Set<string>() };
        missing.set(key, { ...one, patches: one.patches.add(patch.id) });
      }
    }
  const inOrder = [...found.values()].sort((a, b) =>
    a.path === b.path ? a.place.line - b.place.line : a.path < b.path ? -1 : 1,
  );
  return {
    tree,
    found: inOrder.map((one) => ({ ...one, patches: [...one.patches] })),
    missing: [...missing.values()].map((one) => ({ ...one, patches: [...one.patches] })),
  };
}

/** The candidate that is there and could not be read. */
function unreadIn(tree: TreeOutcome, candidates: readonly string[]): Pick<MissingTarget, "path" | "reason"> {
  const problem = tree.problems.find(({ path }) => candidates.includes(path));
  return { path: problem?.path ?? null, reason: problem?.reason ?? null };
}
