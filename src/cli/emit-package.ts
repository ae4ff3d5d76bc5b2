import { planDebianChangelog } from "../emit/debian-changelog.ts";
import { planDebianEdit, planDebianRemoval } from "../emit/edit-debian.ts";
import { changelogLine, type PlannedFiles, planSpecEdit, planSpecRemoval } from "../emit/edit-spec.ts";
import { replaceFiles } from "../emit/output-files.ts";
import type { RunTool } from "../emit/outside-tool.ts";
import type { PlannedPatches } from "../emit/planned-patches.ts";
import type { SeriesChoices } from "../emit/series-formats.ts";
import { EXIT } from "../report/exit-status.ts";
import { UserError } from "../text/user-error.ts";
import { report } from "./emit-files.ts";
import { type EmitRequest, type EmitResult, type Emitted, NOTHING } from "./emit-request.ts";

function onlyTree(trees: readonly PlannedPatches[], what: string): PlannedPatches {
  const [tree, second] = trees;
  if (tree && !second) return tree;
  const found = trees.map(({ project }) => project).join(", ");
  throw new UserError(`${what} is for one project, and the trees are of ${found || "none"}`, {
    hint: "name one tree",
  });
}

/** Adds the patches to a spec file. */
export function editSpec(
  file: string,
  trees: readonly PlannedPatches[],
  choices: SeriesChoices,
  request: EmitRequest,
): Emitted {
  const tree = onlyTree(trees, "a spec file");
  const author = request.changelog;
  const changelog = author === undefined ? undefined : { author, day: dayOf(tree, choices) };
  const { startNumber, bumpRelease } = request;
  return replace(planSpecEdit({ file, tree, choices, startNumber, bumpRelease, changelog }));
}

/** Of the newest patch, or of SOURCE_DATE_EPOCH: never of the clock. */
function dayOf(tree: PlannedPatches, choices: SeriesChoices): number {
  const times = tree.patches.map(({ origin }) => Date.parse(origin.header.date));
  const time = choices.epoch === undefined ? Math.max(0, ...times) : choices.epoch * 1000;
  return Math.floor(time / 86_400_000) * 86_400_000;
}

/** Adds the patches to a Debian source package. */
export function editDebian(
  directory: string,
  trees: readonly PlannedPatches[],
  choices: SeriesChoices,
  request: EmitRequest,
  run: RunTool,
): Emitted {
  const tree = onlyTree(trees, "a Debian source package");
  const plan = planDebianEdit({ directory, tree, choices });
  if (request.changelog === undefined || tree.patches.length === 0) return replace(plan);
  const lines = tree.patches.map(({ origin }) => changelogLine(origin.header.subject, origin.header.bugs));
  const changelog = planDebianChangelog(plan.directory, lines, request.changelog, run);
  return replace(changelog ? { ...plan, files: [...plan.files, changelog] } : plan);
}

/**
 * Takes the patches of a series out of a package again. No tree is needed for it.
 *
 * @throws UserError when the package cannot be edited
 */
export function removeSeries(
  { spec, debian }: { readonly spec?: string; readonly debian?: string },
  series: string,
): EmitResult {
  const plans = [
    ...(spec === undefined ? [] : [planSpecRemoval(spec, series)]),
    ...(debian === undefined ? [] : [planDebianRemoval(debian, series)]),
  ];
  const messages = plans.flatMap((plan) => replace(plan).messages);
  return { output: NOTHING, messages, exitStatus: EXIT.fine };
}

/** Writes the files of an edited package. */
function replace(plan: PlannedFiles): Emitted {
  const done = replaceFiles(plan.directory, plan.files, plan.remove);
  return { output: NOTHING, messages: [...plan.notes, ...report(plan.directory, done)] };
}
