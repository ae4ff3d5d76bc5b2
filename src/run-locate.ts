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
  const search = new TargetSearch(tree, targets);
  for (const { patch } of tree.plan.steps)
    for (const { target, hunks } of patch.sections) {
      if (target.kind !== "candidates") continue;
      const changing = hunks.filter((hunk) => hunk.role.kind === "change");
      for (const name of new Set(changing.flatMap(namesOf))) search.look(name, target.paths, patch.id);
    }
  return search.located;
}

/** A place or a lack of one, told once however many patches are about it. */
type Told<T> = Map<string, Omit<T, "patches"> & { readonly patches: Set<string> }>;

/** Looks for one definition after the other in the files of a tree. */
class TargetSearch {
  private readonly tree: TreeOutcome;
  private readonly targets: Targets;
  private readonly found: Told<LocatedTarget> = new Map();
  private readonly missing: Told<MissingTarget> = new Map();
  private readonly places = new Map<string, readonly DefinitionPlace[]>();

  constructor(tree: TreeOutcome, targets: Targets) {
    this.tree = tree;
    this.targets = targets;
  }

  /** Definitions by path and line, what is missing in the order of the patches. */
  get located(): Located {
    const { tree } = this;
    const found = listed(this.found).sort((a, b) =>
      a.path === b.path ? a.place.line - b.place.line : a.path < b.path ? -1 : 1,
    );
    return { tree, found, missing: listed(this.missing) };
  }

  /** Looks for a definition that a patch is about, in the first of the candidates that is there. */
  look(name: string, candidates: readonly string[], patch: string): void {
    const path = candidates.find((one) => this.tree.source.text(one) !== null);
    const here = path === undefined ? [] : this.placesIn(path).filter((place) => place.name === name);
    for (const place of here) tell(this.found, `${path}\0${place.line}`, { path: path ?? "", place }, patch);
    if (here.length > 0) return;
    const where = path === undefined ? this.unread(candidates) : this.unparsed(path);
    tell(this.missing, `${where.path}\0${name}`, { name, ...where }, patch);
  }

  private placesIn(path: string): readonly DefinitionPlace[] {
    const text = this.tree.source.text(path);
    const known = this.places.get(path) ?? (text === null ? [] : definitionsIn(this.targets.of(path, text)));
    this.places.set(path, known);
    return known;
  }

  /** The file without the definition; with the reason where it was not parsed. */
  private unparsed(path: string): Pick<MissingTarget, "path" | "reason"> {
    const text = this.tree.source.text(path);
    const reason = text === null ? null : (this.targets.of(path, text).tree.refusal?.reason ?? null);
    return { path, reason };
  }

  /** The candidate that is there and could not be read. */
  private unread(candidates: readonly string[]): Pick<MissingTarget, "path" | "reason"> {
    const problem = this.tree.problems.find(({ path }) => candidates.includes(path));
    return { path: problem?.path ?? null, reason: problem?.reason ?? null };
  }
}

function tell<T>(told: Told<T>, key: string, one: Omit<T, "patches">, patch: string): void {
  const patches = told.get(key)?.patches ?? new Set<string>();
  told.set(key, { ...one, patches: patches.add(patch) });
}

function listed<T>(told: Told<T>): (Omit<T, "patches"> & { readonly patches: readonly string[] })[] {
  return [...told.values()].map((one) => ({ ...one, patches: [...one.patches] }));
}
