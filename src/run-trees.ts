import path from "node:path";
import { directoryTree } from "./checkout/directory-tree.ts";
import { type OpenedTree, openTrees } from "./checkout/open-trees.ts";
import { detectProject } from "./detect/detect-project.ts";
import { type EvaluationContext, evaluatePatch } from "./plan/evaluate-patch.ts";
import { TreeSource } from "./plan/tree-source.ts";
import { VirtualTree } from "./plan/virtual-tree.ts";
import type { Planner } from "./run-series.ts";
import type { Section, SemanticPatch } from "./smpl/semantic-patch.ts";
import { UserError } from "./text/user-error.ts";

/** A tree to be judged: its project is known, and so are the files of it that alone are meant. */
export interface FoundTree {
  readonly opened: OpenedTree;
  readonly project: string;
  /** From the tree's root; empty for the whole tree. */
  readonly focus: readonly string[];
}

/** A tree, or a file outside of any package: which project's it is must still be found out. */
export type FoundOrLone = FoundTree | { readonly lone: OpenedTree };

/**
 * The trees and lone files of all PATHs, each once.
 *
 * @throws UserError for a PATH that holds nothing known, with what was looked for and found
 */
export function findTrees(paths: readonly string[]): readonly FoundOrLone[] {
  const found = paths.flatMap((given) => {
    const opening = openTrees(given);
    if (opening.kind === "nothing")
      throw new UserError(`${given}: ${opening.reason}`, { hint: opening.hint });
    return opening.trees.map((opened) => (opened.lone ? { lone: opened } : asFound(opened)));
  });
  return mergeSame(found);
}

function asFound(opened: OpenedTree): FoundTree {
  const { project, focus } = opened;
  if (project !== undefined) return { opened, project, focus: focus === undefined ? [] : [focus] };
  const { warnings } = detectProject(opened.tree);
  throw new UserError(`${opened.tree.label}: ${warnings[0] ?? "no project known to osfix"}`, {
    hint: "name the directory that holds the package (nova/, os_vif/, ...), or one of its files",
  });
}

/** A tree named twice is one; when it was named as a whole too, its single files say nothing more. */
function mergeSame(found: readonly FoundOrLone[]): readonly FoundOrLone[] {
  const merged = new Map<string, FoundOrLone>();
  for (const one of found) {
    const tree = "lone" in one ? one.lone.tree : one.opened.tree;
    const key =
      "lone" in one ? `${path.join(tree.root, one.lone.focus ?? "")}\0` : `${tree.root}\0${one.project}`;
    const known = merged.get(key);
    if (known === undefined || "lone" in one || "lone" in known) merged.set(key, one);
    else if (known.focus.length > 0)
      merged.set(key, one.focus.length === 0 ? one : { ...known, focus: [...known.focus, ...one.focus] });
  }
  return [...merged.values()];
}

/** All paths that sections of the patches may stand for. */
export function targetPaths(patches: readonly SemanticPatch[]): readonly string[] {
  const pathsOf = ({ target }: Section): readonly string[] =>
    target.kind === "new-file" ? [target.path] : target.paths;
  return [...new Set(patches.flatMap((patch) => patch.sections.flatMap(pathsOf)))];
}

/** The files that patches must see to apply, though they need not change them. */
function neededPaths(patches: readonly SemanticPatch[]): readonly string[] {
  return [...new Set(patches.flatMap((patch) => patch.header.needs.map((need) => need.what)))];
}

/** The tree of a found project as the plan reads it; with a focus, only those of its files. */
export function sourceOf(found: FoundTree, patches: readonly SemanticPatch[]): TreeSource {
  const { tree, lone } = found.opened;
  if (found.focus.length === 0) return new TreeSource(tree);
  const targets = new Set(targetPaths(patches));
  const assumed = new Set(lone ? neededPaths(patches) : []);
  return new TreeSource(tree, { onlyPaths: new Set(found.focus), targets, assumed });
}

/**
 * Finds out which file of which project a lone file is: of the paths with its name, the one whose hunks find their
 * code in it.
 *
 * @throws UserError when none does, or several do
 */
export function placeLoneFile(lone: OpenedTree, { series, choice, context }: Planner): FoundTree {
  const name = lone.focus ?? "";
  const ofProfile = series.patches.filter(
    (patch) => patch.header.profiles?.includes(choice.profile.name) ?? true,
  );
  const tried = series.projects.flatMap((project) => {
    const patches = ofProfile.filter((patch) => patch.header.project === project);
    const candidates = targetPaths(patches).filter((target) => path.posix.basename(target) === name);
    return candidates.map((target) => {
      const tree = directoryTree(lone.tree.root, {
        label: lone.tree.label,
        aliases: new Map([[target, name]]),
      });
      const found: FoundTree = { opened: { ...lone, tree, project }, project, focus: [target] };
      return { found, target, hits: hitsOf(found, patches, context) };
    });
  });
  const best = Math.max(0, ...tried.map((one) => one.hits));
  const fitting = tried.filter((one) => one.hits === best && best > 0);
  const [first, second] = fitting;
  if (first && !second) return first.found;
  const why =
    tried.length === 0
      ? `no semantic patch is for a file of that name`
      : first && second
        ? `it could be ${fitting.map((one) => one.target).join(" or ")}`
        : `it holds none of the code that ${tried.map((one) => one.target).join(" or ")} is patched at`;
  throw new UserError(`${lone.tree.label}: ${why}`, {
    hint: `The modules of series ${series.name}: ${modulesOf(ofProfile).join(", ")}. Name the file within its package's directory.`,
  });
}

/** What patches change of the packages themselves: what a person would name, without tests and files that they make. */
function modulesOf(patches: readonly SemanticPatch[]): readonly string[] {
  const made = new Set(
    patches.flatMap(({ sections }) =>
      sections.flatMap(({ target }) => (target.kind === "new-file" ? [target.path] : [])),
    ),
  );
  return targetPaths(patches).filter((target) => !made.has(target) && !/(^|\/)tests?\//.test(target));
}

function hitsOf(found: FoundTree, patches: readonly SemanticPatch[], context: EvaluationContext): number {
  const tree = new VirtualTree(sourceOf(found, patches));
  const hunks = patches.flatMap((patch) => evaluatePatch(patch, tree, "apply", context).report.hunks);
  return hunks.filter((hunk) => hunk.state !== "absent" && hunk.state !== "obsolete").length;
}
