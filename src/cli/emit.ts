import { formatConfig, parseConfigHints } from "../emit/config-text.ts";
import { distinctSeries, formatDistinct } from "../emit/dedupe.ts";
import { splitAddress } from "../emit/message.ts";
import type { OutputFile } from "../emit/output-files.ts";
import type { RunTool } from "../emit/outside-tool.ts";
import { type PlannedPatches, plannedPatches } from "../emit/planned-patches.ts";
import { releaseNote } from "../emit/release-note.ts";
import { layOutDiff, layOutSeries, type SeriesChoices } from "../emit/series-formats.ts";
import type { RunOutcome, TreeOutcome } from "../plan/outcome.ts";
import { EXIT, refusedStatus } from "../report/exit-status.ts";
import { UserError } from "../text/user-error.ts";
import { emitFiles, emitText } from "./emit-files.ts";
import { editDebian, editSpec } from "./emit-package.ts";
import { type EmitRequest, type EmitResult, type Emitted, NOTHING } from "./emit-request.ts";

/**
 * Writes what a planned run would do as concrete patches. Nothing is written when a tree refuses.
 *
 * @throws UserError for a request that does not fit the trees or the place to write to
 */
export function emitSeries(outcome: RunOutcome, request: EmitRequest, run: RunTool): EmitResult {
  const refused = refusedStatus(outcome);
  if (refused !== undefined) {
    const messages = outcome.refusals.flatMap(({ tree, message, hint }) => [
      `error: ${tree}: ${message}`,
      ...(hint === undefined ? [] : [`  ${hint}`]),
    ]);
    return { output: NOTHING, messages: [...messages, "note: nothing was written"], exitStatus: refused };
  }
  if (request.changelog !== undefined) splitAddress(request.changelog);
  const trees = outcome.trees.map((tree) => plannedPatches(tree, request.settings));
  const choices = { ...request.choices, series: outcome.series.name, startNumber: request.startNumber ?? 1 };
  const remarks = [
    ...outcome.trees.flatMap((tree, at) => remarksOn(tree, trees[at])),
    ...outcome.pairing
      .filter(({ kind }) => !WAITING.has(kind))
      .map(({ severity, message }) => `${severity}: ${message}`),
  ];
  const result = emitAs(outcome, trees, choices, request, run);
  return { ...result, messages: [...remarks, ...result.messages], exitStatus: EXIT.fine };
}

/** Why a tree gives nothing, and what must come with what it gives. */
function remarksOn(tree: TreeOutcome, planned: PlannedPatches | undefined): readonly string[] {
  const remarks = [...tree.detection.warnings, ...tree.warnings].map(
    (warning) => `${tree.label}: ${warning}`,
  );
  if (!planned || planned.patches.length === 0) {
    const states = [...new Set(tree.plan.steps.map((step) => step.report.state))].join(", ");
    remarks.push(`${tree.label}: nothing to emit, its patches are ${states || "none"}`);
  }
  for (const file of planned?.joined.filter(({ hunks }) => hunks.includes("\r\n")) ?? []) {
    remarks.push(
      `${tree.label}: ${file.path} has CRLF lines; git am needs --keep-cr for it, and %autosetup -S git_am cannot apply it`,
    );
  }
  for (const file of planned?.unlisted ?? []) {
    remarks.push(
      `${tree.label}: ${file} is new and not in *.egg-info/SOURCES.txt; pbr leaves it out of a package unless it is added there`,
    );
  }
  return remarks;
}

/** What may be left for later: os-vif goes first, and its package waits for nova's without harm. */
const WAITING: ReadonlySet<string> = new Set(["nova-missing", "nova-left"]);

function emitAs(
  outcome: RunOutcome,
  trees: readonly PlannedPatches[],
  choices: SeriesChoices,
  request: EmitRequest,
  run: RunTool,
): Emitted {
  if (request.spec !== undefined) return editSpec(request.spec, trees, choices, request);
  if (request.debian !== undefined) return editDebian(request.debian, trees, choices, request, run);
  if (request.dedupe) return emitDistinct(outcome, trees, choices, request);
  switch (request.format) {
    case "diff": {
      const text = layOutDiff(
        trees,
        trees.map((tree) => tree.joined),
      );
      return emitText(Buffer.from(text, "latin1"), request.output);
    }
    case "conf":
      return emitText(Buffer.from(configText(outcome, request), "utf8"), request.output);
    case "reno":
      return emitFiles(
        trees.flatMap((tree) => releaseNote(choices.series, tree) ?? []),
        trees,
        request.output,
      );
    default:
      return emitFiles(
        [...layOutSeries(request.format, trees, choices), ...notes(trees, choices, request)],
        trees,
        request.output,
      );
  }
}

/** Release notes beside a series, each in the folder of its project where there are several. */
function notes(
  trees: readonly PlannedPatches[],
  choices: SeriesChoices,
  request: EmitRequest,
): readonly OutputFile[] {
  if (!request.reno) return [];
  return trees.flatMap((tree) => {
    const note = releaseNote(choices.series, tree);
    return note ? [{ ...note, path: trees.length > 1 ? `${tree.project}/${note.path}` : note.path }] : [];
  });
}

function configText(outcome: RunOutcome, request: EmitRequest): string {
  const hints = parseConfigHints(request.manifest.file, request.manifest.text);
  const profile = outcome.trees[0]?.profile.settings ?? {};
  const projects = new Set(outcome.trees.map((tree) => tree.project));
  const wanted = hints.filter((hint) => projects.has(hint.project));
  if (wanted.length > 0) return formatConfig(wanted, { profile, chosen: request.settings });
  throw new UserError(`series ${outcome.series.name} has no configuration for ${[...projects].join(", ")}`);
}

/** Which trees can share a series; with a place to write to, each series once. */
function emitDistinct(
  outcome: RunOutcome,
  trees: readonly PlannedPatches[],
  choices: SeriesChoices,
  request: EmitRequest,
): Emitted {
  const groups = distinctSeries(trees);
  const label = (tree: PlannedPatches): string => outcome.trees[trees.indexOf(tree)]?.label ?? tree.project;
  const list = formatDistinct(trees, label);
  const { format, output } = request;
  if (output === undefined || format === "diff" || format === "conf" || format === "reno")
    return { output: Buffer.from(list), messages: [] };
  const files = groups.flatMap(({ trees: members }, at) =>
    layOutSeries(format, members.slice(0, 1), choices).map((file) => ({
      ...file,
      path: `${at + 1}/${file.path}`,
    })),
  );
  return { output: Buffer.from(list), messages: emitFiles(files, trees, output).messages };
}
