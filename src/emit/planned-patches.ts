import { encodeSource, UTF_8 } from "../checkout/encoding.ts";
import type { Tree } from "../checkout/tree.ts";
import type { HunkState } from "../match/state.ts";
import type { TreeOutcome } from "../plan/outcome.ts";
import type { FileChange, PatchStep } from "../plan/plan.ts";
import { UserError } from "../text/user-error.ts";
import { type ConcreteStep, concretePatches } from "./concrete-patch.ts";
import { type FileBytes, type FilePatch, patchFile } from "./file-patch.ts";
import type { Base } from "./message.ts";
import type { PatchesOnTree } from "./own-patches.ts";

/** The patches of a planned tree, and its whole change as one. */
export interface PlannedPatches extends PatchesOnTree {
  /** Ordered by path. */
  readonly joined: readonly FilePatch[];
  /** New files, other than modules, that a source distribution's list lacks, so that pbr would leave them out. */
  readonly unlisted: readonly string[];
}

/**
 * The concrete patches of a plan, in the encoding that each file has.
 *
 * @throws UserError when a text cannot be written in its file's encoding, or the file has changed since the plan
 */
export function plannedPatches(outcome: TreeOutcome, settings: ReadonlyMap<string, string>): PlannedPatches {
  const { tree, plan, detection } = outcome;
  const values = { ...outcome.profile.settings, ...Object.fromEntries(settings) };
  const set = Object.keys(values)
    .sort()
    .map((name) => ` ${name}=${values[name]}`);
  const profile = outcome.profile.name + set.join("");
  const steps = plan.steps.map((step) => concreteStep(step, profile, tree));
  return {
    project: outcome.project,
    release: detection.release?.series ?? detection.release?.name,
    version: detection.version?.text,
    patches: concretePatches(steps, baseOf(outcome)),
    inTree: new Map(plan.steps.map(({ patch, report }) => [patch.id, isIn(report.state)])),
    joined: plan.changes.flatMap((change) => patchFile(fileBytes(change, tree)) ?? []),
    unlisted: unlistedFiles(tree, plan.changes),
  };
}

function isIn(state: HunkState): boolean {
  return state === "applied" || state === "applied-elsewhere";
}

function concreteStep(step: PatchStep, profile: string, tree: Tree): ConcreteStep {
  const { id, digest, header, prose } = step.patch;
  return {
    origin: { id, digest, header, prose, profile },
    files: step.changes.map((change) => fileBytes(change, tree)),
  };
}

function baseOf(outcome: TreeOutcome): Base {
  const { git } = outcome;
  const commit = git.kind === "work-tree" && git.own ? (git.head ?? undefined) : undefined;
  return { project: outcome.project, version: outcome.detection.version?.text, commit };
}

/** A text between two steps was never on disk: it is encoded as the file in the tree is. */
function fileBytes(change: FileChange, tree: Tree): FileBytes {
  const read = tree.exists(change.path) ? tree.read(change.path) : undefined;
  if (read?.kind === "problem") throw new UserError(`${change.path}: ${read.reason}`);
  const encode = (text: string | null): Uint8Array | null => {
    if (text === null) return null;
    if (read && text === read.text) return read.bytes;
    const encoded = encodeSource(text, read?.encoding ?? UTF_8);
    if (encoded.kind === "unencodable") throw new UserError(`${change.path}: ${encoded.reason}`);
    return encoded.bytes;
  };
  const mode = ((read?.mode ?? 0) & 0o100) === 0 ? "100644" : "100755";
  return { path: change.path, before: encode(change.before), after: encode(change.after), mode };
}

/** pbr packs modules by looking, and other files by what git or `SOURCES.txt` lists; a tarball has no git. */
function unlistedFiles(tree: Tree, changes: readonly FileChange[]): readonly string[] {
  const infos = tree.list("").filter((name) => name.endsWith(".egg-info"));
  const lists = infos.map((name) => `${name}/SOURCES.txt`).filter((path) => tree.exists(path));
  if (lists.length === 0 || tree.isDirectory(".git")) return [];
  const created = changes
    .filter(({ before, path }) => before === null && !path.endsWith(".py"))
    .map(({ path }) => path);
  return created.filter((path) => !lists.some((list) => listed(tree, list, path)));
}

function listed(tree: Tree, list: string, path: string): boolean {
  const read = tree.read(list);
  return read.kind === "source" && read.text.split(/\r?\n/).includes(path);
}
